using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Comments (<c>&lt;!-- … --&gt;</c>) stay in the source. Those that are whole are taken out of the document here; what
/// is left inside other HTML is taken out with <see cref="RawHtmlPass"/>.
/// </summary>
internal static class Comments
{
    private static readonly object Removed = new();

    private const string Start = "<!--";
    private const string End = "-->";

    public static void Remove(MarkdownDocument document, string markdown)
    {
        if (!markdown.Contains(Start, StringComparison.Ordinal))
            return;
        var comments = document.Descendants().Where(IsComment).ToList();
        document.SetData(Removed, comments);
        foreach (var element in comments)
        {
            if (element is Inline inline)
                Remove(inline);
            else if (element is Block { Parent: { } parent } block)
                parent.Remove(block);
        }
    }

    /// <summary>Of the spaces on both sides one stays.</summary>
    private static void Remove(Inline comment)
    {
        var startsText =
            comment.PreviousSibling is null
            || (comment.PreviousSibling is LiteralInline before && before.Content.AsSpan().EndsWith(" "));
        if (startsText && comment.NextSibling is LiteralInline after)
            after.Content.TrimStart();
        comment.Remove();
    }

    /// <summary>The comments that were taken out of the document.</summary>
    public static IReadOnlyList<MarkdownObject> RemovedFrom(MarkdownDocument document) =>
        document.GetData(Removed) as List<MarkdownObject> ?? [];

    private static bool IsComment(MarkdownObject element) =>
        element switch
        {
            HtmlInline inline => inline.Tag.StartsWith(Start, StringComparison.Ordinal),
            HtmlBlock { Type: HtmlBlockType.Comment } block => IsWhole(block.Lines.ToString().Trim()),
            _ => false,
        };

    /// <summary>Nothing but one comment: <c>&lt;!--&gt;</c> is one too.</summary>
    private static bool IsWhole(string html)
    {
        var end = html.IndexOf(End, Start.Length - 2, StringComparison.Ordinal);
        return end >= 0 && end + End.Length == html.Length;
    }
}
