using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>Which of a page's HTML its author wrote, and where in the file it stands.</summary>
internal sealed class RawHtmlSourceMap(SourceFile file, BodyRenderer body, string html)
{
    public bool IsAuthors(int position) => RawAt(position) is not null;

    /// <summary>A tag that an author began and that only the page's own HTML would end.</summary>
    public bool EndsOutsideItsHtml(HtmlTag tag) => IsAuthors(tag.Span.Start) && !IsAuthors(tag.Span.End - 1);

    /// <summary>The author wrote the stretch in one piece, with nothing of the page's own HTML in it.</summary>
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
    /// A place in the HTML as a place in the file; of an attribute in <c>{…}</c>, the first place where its text
    /// stands.
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

    /// <summary>Where in the file the nearest link or stretch of HTML before this place of the output stands.</summary>
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

    /// <summary>The number of the last item that stands at the position or before it; -1 where there is none.</summary>
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

/// <summary>Reports what is found in a page's HTML at the place in the file where its author wrote it.</summary>
internal sealed class RawHtmlFindings(SourceFile file, RawHtmlSourceMap places, DiagnosticBag diagnostics)
{
    public void Report(DiagnosticRule rule, SourceSpan span, params object?[] arguments) =>
        diagnostics.Add(Diagnostic.At(rule, file, places.InFile(span), arguments));
}
