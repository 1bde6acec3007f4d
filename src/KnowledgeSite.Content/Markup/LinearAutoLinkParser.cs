using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Markdig's parser of bare addresses in linear time. For each address it looks through everything before it in the
/// paragraph for an <c>&lt;a&gt;</c> without its end; here the answer for what was before the last address is kept.
/// </summary>
internal sealed class LinearAutoLinkParser(AutoLinkOptions options) : AutoLinkParser(options)
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!MayBeginAddress(slice.AsSpan()))
            return false;
        var inline = processor.Inline;
        if (IsInBrackets(inline, out var emphasis) || IsInAnchor(processor, inline))
            return false;

        // What the base looks through is only what it has to know: which characters of emphasis are open.
        processor.Inline = emphasis;
        if (base.Match(processor, ref slice))
            return true;
        processor.Inline = inline;
        return false;
    }

    private static bool MayBeginAddress(ReadOnlySpan<char> text) =>
        text.StartsWith("http")
        || text.StartsWith("www.")
        || text.StartsWith("mailto:")
        || text.StartsWith("tel:")
        || text.StartsWith("ftp:");

    /// <summary>An open bracket before the place may become a link's, and a link holds no other.</summary>
    /// <param name="emphasis">Open delimiters of each character of emphasis, inside one another; null without
    /// any.</param>
    private static bool IsInBrackets(Inline? inline, out Inline? emphasis)
    {
        EmphasisDelimiterInline? innermost = null;
        var (brackets, known) = (0, "");
        for (; inline is not null; inline = inline.Parent)
        {
            if (inline is LinkDelimiterInline { IsActive: true } bracket)
            {
                brackets +=
                    bracket.Type == DelimiterType.Open ? 1
                    : bracket.Type == DelimiterType.Close ? -1
                    : 0;
            }
            else if (
                inline is EmphasisDelimiterInline delimiter
                && !known.Contains(delimiter.DelimiterChar, StringComparison.Ordinal)
            )
            {
                known += delimiter.DelimiterChar;
                var copy = new EmphasisDelimiterInline(
                    delimiter.Parser!,
                    new EmphasisDescriptor(delimiter.DelimiterChar, 1, 2, false)
                );
                innermost?.AppendChild(copy);
                innermost = copy;
            }
        }

        emphasis = innermost;
        return brackets > 0;
    }

    private bool IsInAnchor(InlineProcessor processor, Inline? inline)
    {
        var answers = processor.GetParserState<Answers>(this);
        var isInAnchor = false;
        for (var before = inline; before is not null; before = before.PreviousSibling ?? before.Parent)
        {
            if (answers.TryGetValue(before, out isInAnchor))
                break;
            if (before is not HtmlInline html)
                continue;
            if (html.Tag.StartsWith("</a", StringComparison.OrdinalIgnoreCase))
                break;
            isInAnchor = html.Tag.StartsWith("<a", StringComparison.OrdinalIgnoreCase);
            if (isInAnchor)
                break;
        }

        if (inline is not null)
            answers[inline] = isInAnchor;
        return isInAnchor;
    }

    /// <summary>
    /// For each element of a paragraph that an address followed, whether an <c>&lt;a&gt;</c> was open there.
    /// </summary>
    private sealed class Answers : Dictionary<Inline, bool>
    {
        public Answers()
            : base(ReferenceEqualityComparer.Instance) { }
    }
}
