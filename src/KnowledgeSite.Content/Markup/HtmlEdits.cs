using System.Text;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Changes to a page's HTML, gathered in any order and then carried out together. Places are those of the HTML as
/// given.
/// </summary>
internal sealed class HtmlEdits(string html)
{
    private readonly List<HtmlEdit> _edits = [];

    /// <summary>
    /// An empty comment stands for it where the text around would join to another tag: <c>&lt;&lt;/p&gt;base</c>.
    /// </summary>
    public void Remove(SourceSpan span)
    {
        var joins = span.Start > 0 && html[span.Start - 1] is '<' or '/' or '!' or '?';
        _edits.Add(new(span.Start, span.Length, joins ? "<!---->" : ""));
    }

    /// <summary>With the blank before it, so that nothing of it is left.</summary>
    public void Remove(HtmlAttribute attribute)
    {
        var blank = char.IsWhiteSpace(html[attribute.Span.Start - 1]) ? 1 : 0;
        _edits.Add(new(attribute.Span.Start - blank, attribute.Span.Length + blank, ""));
    }

    /// <summary>Without its first character a tag is text.</summary>
    public void ShowAsText(HtmlTag tag) => _edits.Add(new(tag.Span.Start, 1, "&lt;"));

    public void Replace(SourceSpan span, string text) => _edits.Add(new(span.Start, span.Length, text));

    public void InsertStartTag(int position, string name) => Insert(position, $"<{name}>");

    public void Insert(int position, string text) => _edits.Add(new(position, 0, text));

    public void InsertEndTag(int position, string name, bool isBeforeSlot = false) =>
        _edits.Add(new(position, 0, $"</{name}>") { IsBeforeSlot = isBeforeSlot });

    /// <summary>Puts a slot in the place of an address.</summary>
    public void ReplaceAddress(SourceSpan span, int link, bool isQuoted)
    {
        var quote = isQuoted ? "" : "\"";
        _edits.Add(new(span.Start, span.Length, quote, new BodySlot(0, link, SlotContent.Address)));
        if (!isQuoted)
            _edits.Add(new(span.End, 0, quote));
    }

    /// <param name="slots">Those that the HTML has already; they move along.</param>
    public BodyHtml Apply(IReadOnlyList<BodySlot> slots)
    {
        if (_edits.Count == 0)
            return BodyHtml.Create(html, slots);
        var (result, moved, done, next) = (new StringBuilder(html.Length), new List<BodySlot>(), 0, 0);

        // A stable sort: of two edits at one place the one found first comes first.
        foreach (var edit in _edits.OrderBy(e => e.Start))
        {
            if (edit.Start < done)
                continue;
            CopyUpTo(edit.Start, edit.IsBeforeSlot);
            result.Append(edit.Text);
            if (edit.Slot is { } slot)
                moved.Add(slot with { Position = result.Length });
            done = edit.Start + edit.Length;
            while (next < slots.Count && slots[next].Position < done)
                next++;
        }

        CopyUpTo(html.Length);
        return BodyHtml.Create(result.ToString(), moved);

        void CopyUpTo(int end, bool isBeforeSlot = false)
        {
            for (; next < slots.Count && slots[next].Position <= (isBeforeSlot ? end - 1 : end); next++)
            {
                result.Append(html, done, slots[next].Position - done);
                done = slots[next].Position;
                moved.Add(slots[next] with { Position = result.Length });
            }

            result.Append(html, done, end - done);
            done = end;
        }
    }
}
