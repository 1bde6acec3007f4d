using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Maps positions in the HTML of a page to its file, and tells HTML of the author from that of the renderer.
/// </summary>
internal sealed class RawHtmlSourceMap(SourceFile file, BodyRenderer body, string html)
{
    public bool IsAuthors(int position) => RawAt(position) is not null;

    /// <summary>True if the tag begins in HTML of the author but ends in HTML of the renderer.</summary>
    public bool EndsOutsideItsHtml(HtmlTag tag) => IsAuthors(tag.Span.Start) && !IsAuthors(tag.Span.End - 1);

    /// <summary>True if the range contains only HTML of the author.</summary>
    public bool IsOnePiece(SourceSpan span)
    {
        var at = span.Start;
        while (at < span.End && RawAt(at) is { } raw)
            at = raw.Html + raw.Length;
        return at >= span.End;
    }

    public bool FollowsText(int position) =>
        position > 0 && html[position - 1] != '>' && !char.IsWhiteSpace(html[position - 1]);

    /// <summary>
    /// Converts a span of the HTML to one of the file. For an attribute in <c>{…}</c>, that is the first occurrence of
    /// its text after the last known position.
    /// </summary>
    public SourceSpan InFile(SourceSpan span)
    {
        if (RawAt(span.Start) is { } raw)
            return new(raw.Source + span.Start - raw.Html, span.Length);
        var text = html.Substring(span.Start, Math.Min(span.Length, html.Length - span.Start));
        var written = text.Split(['=', ' ', '>'], 2)[0];
        var from = LastKnownPlaceBefore(span.Start);
        var found = file.Text!.Value.IndexOf(written, from, StringComparison.OrdinalIgnoreCase);
        return found >= 0 ? new(found, written.Length) : new(from, 1);
    }

    private RawHtmlRange? RawAt(int position)
    {
        var index = LastUpTo(position, body.Raw, r => r.Html);
        return index >= 0 && position < body.Raw[index].Html + body.Raw[index].Length ? body.Raw[index] : null;
    }

    /// <summary>
    /// The position in the file of the last link or HTML of the author before a position in the HTML.
    /// </summary>
    private int LastKnownPlaceBefore(int position)
    {
        var slot = LastUpTo(position, body.Slots, s => s.Position);
        while (slot >= 0 && body.Slots[slot].Content is SlotContent.Uses or SlotContent.Source)
            slot--;
        var raw = LastUpTo(position, body.Raw, r => r.Html);
        return Math.Max(
            slot < 0 ? body.SourceOffset : body.Links[body.Slots[slot].Link].Span.Start,
            raw < 0 ? body.SourceOffset : body.Raw[raw].Source
        );
    }

    /// <summary>The index of the last item at or before the position; -1 if there is none.</summary>
    private static int LastUpTo<T>(int position, List<T> items, Func<T, int> placeOf)
    {
        var low = 0;
        var high = items.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (placeOf(items[middle]) <= position)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return high;
    }
}

/// <summary>Reports diagnostics about the HTML of a page at their positions in its file.</summary>
internal sealed class RawHtmlFindings(SourceFile file, RawHtmlSourceMap places, DiagnosticBag diagnostics)
{
    public void Report(DiagnosticRule rule, SourceSpan span, params object?[] arguments) =>
        diagnostics.Add(Diagnostic.At(rule, file, places.InFile(span), arguments));
}
