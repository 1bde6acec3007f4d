using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Removes comments (<c>&lt;!-- … --&gt;</c>) from the document. Comments inside other HTML are removed by <see
/// cref="RawHtmlPass"/>.
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

    /// <summary>Removes a comment and one of the spaces around it.</summary>
    private static void Remove(Inline comment)
    {
        var startsText =
            comment.PreviousSibling is null
            || (comment.PreviousSibling is LiteralInline before && before.Content.AsSpan().EndsWith(" "));
        if (startsText && comment.NextSibling is LiteralInline after)
            after.Content.TrimStart();
        comment.Remove();
    }

    /// <summary>The comments that were removed from the document.</summary>
    public static IReadOnlyList<MarkdownObject> FindRemoved(MarkdownDocument document) =>
        document.GetData(Removed) as List<MarkdownObject> ?? [];

    private static bool IsComment(MarkdownObject element) =>
        element switch
        {
            HtmlInline inline => inline.Tag.StartsWith(Start, StringComparison.Ordinal),
            HtmlBlock { Type: HtmlBlockType.Comment } block => IsWhole(block.Lines.ToString().Trim()),
            _ => false,
        };

    /// <summary>True if the HTML is exactly one comment, including the short form <c>&lt;!--&gt;</c>.</summary>
    private static bool IsWhole(string html)
    {
        var end = html.IndexOf(End, Start.Length - 2, StringComparison.Ordinal);
        return end >= 0 && end + End.Length == html.Length;
    }
}

/// <summary>
/// An Obsidian comment between <c>%%</c> and <c>%%</c> that consists of one or more paragraphs. It is not published.
/// </summary>
internal sealed class PercentCommentBlock(BlockParser parser) : LeafBlock(parser), IBodyElement
{
    /// <summary>The offset after the closing <c>%%</c>.</summary>
    public required int End { get; init; }

    /// <summary>Records the position, so that the Markdown copy of the page leaves out the comment too.</summary>
    public void Write(BodyRenderer body) => body.AddComment(Span);
}

/// <summary>Recognises a line that begins with <c>%%</c> if that line or a later one ends with <c>%%</c>.</summary>
internal sealed class PercentCommentBlockParser : BlockParser
{
    private const string Sign = PercentCommentParser.Sign;

    public PercentCommentBlockParser() => OpeningCharacters = ['%'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !processor.Line.AsSpan().StartsWith(Sign))
            return BlockState.None;
        if (EndOf(processor.Line.Text, processor.Start) is not { } end)
            return BlockState.None;
        processor.NewBlocks.Push(
            new PercentCommentBlock(this)
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, end - 1),
                End = end,
            }
        );
        return end <= processor.Line.End + 1 ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        processor.Line.End + 1 >= ((PercentCommentBlock)block).End
            ? BlockState.BreakDiscard
            : BlockState.ContinueDiscard;

    /// <summary>The offset after the next <c>%%</c> if only spaces follow on its line, otherwise null.</summary>
    private static int? EndOf(string text, int start)
    {
        var sign = text.IndexOf(Sign, start + Sign.Length, StringComparison.Ordinal);
        if (sign < 0)
            return null;
        var end = sign + Sign.Length;
        var rest = text.AsSpan(end);
        var lineEnd = rest.IndexOfAny('\n', '\r');
        return (lineEnd < 0 ? rest : rest[..lineEnd]).IsWhiteSpace() ? end : null;
    }
}

/// <summary>An Obsidian comment within a paragraph.</summary>
internal sealed class PercentCommentInline : LeafInline, IBodyElement
{
    /// <inheritdoc cref="PercentCommentBlock.Write"/>
    public void Write(BodyRenderer body) => body.AddComment(Span);
}

/// <summary>
/// Recognises <c>%%…%%</c> within a paragraph. After a letter or digit, <c>%%</c> is text, as in "50%%".
/// </summary>
internal sealed class PercentCommentParser : InlineParser
{
    public const string Sign = "%%";

    public PercentCommentParser() => OpeningCharacters = ['%'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        if (
            !rest.StartsWith(Sign)
            || char.IsLetterOrDigit(slice.PeekCharExtra(-1))
            || slice.PeekCharExtra(-1) is '%' or '\\'
        )
            return false;
        var length = rest[Sign.Length..].IndexOf(Sign);
        if (length <= 0)
            return false;
        // A comment of several lines ends at the end of a line. Otherwise, two cell headings of a notebook would hide
        // the text between them.
        var behind = rest[(length + (2 * Sign.Length))..].TrimStart(" \t");
        if (rest.Slice(Sign.Length, length).Contains('\n') && behind is not ([] or ['\n' or '\r', ..]))
            return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        length += 2 * Sign.Length;
        processor.Inline = new PercentCommentInline
        {
            Line = line,
            Column = column,
            Span = new(start, processor.GetSourcePosition(slice.Start + length - 1)),
        };
        slice.Start += length;
        return true;
    }
}
