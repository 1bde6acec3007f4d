using System.Buffers;
using System.Security;
using System.Text;

namespace KnowledgeSite.Content;

/// <summary>
/// Writes HTML with changes at places that its tag index knows: ids, links, whole elements. The changes are collected
/// in any order and made while the HTML is written.
/// </summary>
internal sealed class HtmlRewriter(BodyHtml html)
{
    private readonly List<Change> _changes = [];
    private Change[]? _sorted;

    public BodyHtml Html => html;

    public void Insert(int position, string text) => Replace(position, position, () => text);

    public void Insert(int position, Func<string> text) => Replace(position, position, text);

    /// <summary>Puts a range into an element.</summary>
    public void Wrap(int start, int end, string startTag, string endTag)
    {
        Insert(start, startTag);
        Add(new(end, end, () => endTag, IsEnd: true));
    }

    /// <param name="text">Is called when the change is written, in the order of the HTML.</param>
    public void Replace(int start, int end, Func<string> text) => Add(new(start, end, text, IsEnd: false));

    /// <summary>Removes an element with its content.</summary>
    /// <param name="tag">The index of its start tag.</param>
    public void Remove(int tag) => Replace(html.Tags[tag].Start, html.Tags[html.FindLastTag(tag)].End, () => "");

    /// <summary>Changes the value of an attribute, if the tag has it.</summary>
    /// <param name="value">Null to remove the attribute.</param>
    public void SetAttribute(BodyTag tag, ReadOnlySpan<byte> name, string? value)
    {
        if (html.FindAttribute(tag, name) is not var (start, end))
            return;
        if (value is null)
            Replace(start - name.Length - " =\"".Length, end + 1, () => "");
        else
            Replace(start, end, () => SecurityElement.Escape(value));
    }

    /// <summary>Changes the ids of a tag, and its references to ids other than links.</summary>
    public void RenameIds(BodyTag tag, Func<string, string> rename)
    {
        Rename("id"u8);
        Rename("for"u8);
        Rename("headers"u8);
        Rename("aria-labelledby"u8);
        Rename("aria-describedby"u8);
        Rename("aria-controls"u8);
        if (tag.Name == "a")
            Rename("name"u8);
        if (html.GetAttribute(tag, "xlink:href"u8) is ['#', .. var used])
            SetAttribute(tag, "xlink:href"u8, "#" + rename(used));
        // SVG refers to gradients and markers as url(#id).
        for (var at = tag.Start; html.Utf8.AsSpan(at..tag.End).IndexOf("url(#"u8) is >= 0 and var found; )
        {
            var start = at + found + "url(#".Length;
            at = start + Math.Max(0, html.Utf8.AsSpan(start..tag.End).IndexOf((byte)')'));
            var id = Encoding.UTF8.GetString(html.Utf8.AsSpan(start..at));
            Replace(start, at, () => rename(id));
        }

        void Rename(ReadOnlySpan<byte> name)
        {
            if (html.GetAttribute(tag, name) is { Length: > 0 } ids)
                SetAttribute(tag, name, string.Join(' ', ids.Split(' ').Select(rename)));
        }
    }

    private void Add(Change change)
    {
        _changes.Add(change);
        _sorted = null;
    }

    /// <summary>Writes the HTML, or a range of it. What is inside a part that is replaced is left out.</summary>
    /// <param name="fill">Returns the content of a slot, escaped for HTML.</param>
    /// <param name="end">Null for the end of the HTML.</param>
    public void WriteTo(IBufferWriter<byte> output, Func<BodySlot, string> fill, int start = 0, int? end = null)
    {
        var changes = _sorted ??= [.. _changes.OrderBy(c => c.Start)];
        var next = BodyHtml.FindFirst(changes, c => c.Start, start);
        var last = end ?? html.Utf8.Length;
        var done = start;
        foreach (var slot in html.SlotsIn(start, last))
        {
            MakeChanges(slot.Position, isSlot: true);
            if (slot.Position >= done)
                Write(slot.Position, slot.Position, fill(slot));
        }

        MakeChanges(last, isSlot: false);
        output.Write(html.Utf8.AsSpan(done..last));

        void MakeChanges(int position, bool isSlot)
        {
            for (; next < changes.Length && changes[next] is var c; next++)
            {
                if (c.Start > position || (isSlot && c.Start == position && !c.IsEnd))
                    return;
                if (c.Start >= done)
                    Write(c.Start, c.End, c.Text());
            }
        }

        void Write(int from, int to, string text)
        {
            output.Write(html.Utf8.AsSpan(done..from));
            Encoding.UTF8.GetBytes(text, output);
            done = to;
        }
    }

    /// <inheritdoc cref="WriteTo"/>
    /// <param name="fill">Null if there are no slots.</param>
    public string Write(Func<BodySlot, string>? fill = null, int start = 0, int? end = null)
    {
        var output = new ArrayBufferWriter<byte>();
        WriteTo(output, fill ?? (_ => ""), start, end);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <param name="IsEnd">True for an end tag, which comes before the content of a slot at its position.</param>
    private readonly record struct Change(int Start, int End, Func<string> Text, bool IsEnd);
}
