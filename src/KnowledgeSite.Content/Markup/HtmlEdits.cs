using System.Globalization;
using System.Text;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Changes to a page's HTML, collected in any order and applied together. Positions are those of the HTML as given.
/// </summary>
internal sealed class HtmlEdits(string html)
{
    private readonly List<HtmlEdit> _edits = [];

    /// <summary>
    /// Removes a range. If the text on both sides could form a new tag (<c>&lt;&lt;/p&gt;base</c>), an empty comment
    /// takes its place.
    /// </summary>
    public void Remove(SourceSpan span)
    {
        var joins = span.Start > 0 && html[span.Start - 1] is '<' or '/' or '!' or '?';
        _edits.Add(new(span.Start, span.Length, joins ? "<!---->" : ""));
    }

    /// <summary>Escapes the first character of a tag, so that readers see the tag as text.</summary>
    public void ShowAsText(HtmlTag tag) => _edits.Add(new(tag.Span.Start, 1, "&lt;"));

    public void Replace(SourceSpan span, string text) => _edits.Add(new(span.Start, span.Length, text));

    public void InsertStartTag(int position, string name) => _edits.Add(new(position, 0, $"<{name}>"));

    public void InsertEndTag(int position, string name, bool isBeforeSlot = false) =>
        _edits.Add(new(position, 0, $"</{name}>") { IsBeforeSlot = isBeforeSlot });

    /// <summary>Applies the changes.</summary>
    /// <param name="slots">The slots of the HTML, sorted by position. Each becomes a mark in the result.</param>
    public EditedHtml Apply(IReadOnlyList<BodySlot> slots)
    {
        var result = new StringBuilder(html.Length);
        var kept = new List<KeptRange>();
        var done = 0;
        var next = 0;

        // The sort is stable: edits at the same position keep the order in which they were added.
        foreach (var edit in _edits.OrderBy(e => e.Start))
        {
            if (edit.Start < done)
                continue;
            CopyUpTo(edit.Start, edit.IsBeforeSlot);
            result.Append(edit.Text);
            done = edit.Start + edit.Length;
            while (next < slots.Count && slots[next].Position < done)
                next++;
        }

        CopyUpTo(html.Length);
        return new(result.ToString(), kept);

        void CopyUpTo(int end, bool isBeforeSlot = false)
        {
            for (; next < slots.Count && slots[next].Position <= (isBeforeSlot ? end - 1 : end); next++)
            {
                Copy(slots[next].Position);
                result.Append(SlotMark.Write(next));
            }

            Copy(end);
        }

        void Copy(int end)
        {
            kept.Add(new(result.Length, done));
            result.Append(html, done, end - done);
            done = end;
        }
    }

    /// <summary>Replaces a range of the HTML by a text.</summary>
    private readonly record struct HtmlEdit(int Start, int Length, string Text)
    {
        /// <summary>True if the text comes before a slot at the same position, not after it.</summary>
        public bool IsBeforeSlot { get; init; }
    }
}

/// <summary>HTML after edits, with a mark for each slot.</summary>
/// <param name="Kept">The starts of unchanged ranges, in order, with their positions before the edits.</param>
internal sealed record EditedHtml(string Html, IReadOnlyList<KeptRange> Kept)
{
    /// <summary>Converts a position in the edited HTML to the one before the edits.</summary>
    public int PositionBefore(int position)
    {
        var low = 0;
        var high = Kept.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Kept[middle].Now <= position)
                low = middle;
            else
                high = middle - 1;
        }

        return Kept.Count == 0 ? position : Kept[low].Before + position - Kept[low].Now;
    }
}

/// <summary>The start of an unchanged range, after and before the edits.</summary>
internal readonly record struct KeptRange(int Now, int Before);

/// <summary>
/// Represents slots as text while a library parses the HTML: the slot's number between two Unicode noncharacters, which
/// are reserved for internal use and have no meaning to a parser.
/// </summary>
internal static class SlotMark
{
    private const char Start = '\uFDD0';
    private const char End = '\uFDD1';

    public static string Write(int slot) => string.Create(CultureInfo.InvariantCulture, $"{Start}{slot}{End}");

    public static bool IsIn(string text) => text.Contains(Start, StringComparison.Ordinal);

    /// <summary>Replaces the two characters in HTML that contains them already.</summary>
    public static string Remove(string html) => html.Replace(Start, '\uFFFD').Replace(End, '\uFFFD');

    /// <summary>Turns the marks back into slots.</summary>
    public static BodyHtml ToSlots(string html, IReadOnlyList<BodySlot> slots)
    {
        var text = new StringBuilder(html.Length);
        var placed = new List<BodySlot>();
        for (var at = 0; at < html.Length; )
        {
            var start = html.IndexOf(Start, at);
            if (start < 0)
                start = html.Length;
            text.Append(html, at, start - at);
            if (start == html.Length)
                break;
            var end = html.IndexOf(End, start);
            var number = int.Parse(html.AsSpan(start + 1, end - start - 1), CultureInfo.InvariantCulture);
            placed.Add(slots[number] with { Position = text.Length });
            at = end + 1;
        }

        return BodyHtml.Create(text.ToString(), placed);
    }
}
