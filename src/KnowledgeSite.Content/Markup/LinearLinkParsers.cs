using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Markdig's parser of links and images in linear time. Every bracket that is open costs each later element a step, and
/// the address behind each <c>](</c> is read up to the end of the paragraph; both have a limit here, as in other
/// parsers of CommonMark.
/// </summary>
internal sealed class LinearLinkParser : LinkInlineParser
{
    /// <summary>Brackets that may wait for their end at a time. Of more, the first ones are text.</summary>
    private const int MostOpen = 50;

    /// <summary>Parentheses inside one another in an address.</summary>
    private const int MostParentheses = 32;

    /// <summary>In a shorter text nothing is worth a look ahead.</summary>
    private const int Short = 2_000;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar == ']')
            return MatchEnd(processor, ref slice);
        if (!base.Match(processor, ref slice))
            return false;
        if (processor.Inline is LinkDelimiterInline { Type: DelimiterType.Open } opened)
            processor.GetParserState<OpenBrackets>(this).Add(opened);
        return true;
    }

    private bool MatchEnd(InlineProcessor processor, ref StringSlice slice)
    {
        var mayBeLink =
            !IsBeforeNote(slice)
            && (slice.Length < Short || slice.PeekChar() != '(' || MayBeAddress(slice.AsSpan()[2..]));
        if (mayBeLink)
            return base.Match(processor, ref slice);

        // To the base, nothing follows the bracket.
        var bracket = slice;
        bracket.End = bracket.Start;
        if (!base.Match(processor, ref bracket))
            return false;
        slice.Start = bracket.Start;
        return true;
    }

    /// <summary>
    /// True for <c>[words][^note]</c>: to Markdig that is one link with the words as its text, so the first of two
    /// notes is lost.
    /// </summary>
    private static bool IsBeforeNote(StringSlice slice) => slice.PeekChar() == '[' && slice.PeekChar(2) == '^';

    /// <summary>
    /// False where what follows <c>](</c> is no address and title for sure; looks no further than to where that is
    /// clear.
    /// </summary>
    private static bool MayBeAddress(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        if (text is ['<', ..])
            return true;
        var (open, at) = (0, 0);
        for (; at < text.Length && text[at] > ' '; at++)
        {
            if (
                text[at] == '\\'
                && at + 1 < text.Length
                && char.IsAsciiLetterOrDigit(text[at + 1]) is false
                && text[at + 1] > ' '
            )
                at++;
            else if (text[at] == '(' && ++open > MostParentheses)
                return false;
            else if (text[at] == ')' && --open < 0)
                return true;
        }

        // A title in parentheses holds no others, except behind a backslash.
        var title = at < text.Length ? text[at..].TrimStart() : [];
        if (open > 0 || title.IsEmpty)
            return false;
        if (title[0] != '(')
            return true;
        for (at = 1; at < title.Length; at++)
        {
            if (title[at] == '\\')
                at++;
            else if (title[at] is '(' or ')')
                return title[at] == ')';
        }

        return false;
    }

    /// <summary>The outermost bracket that is open at the end of what was read; null without one.</summary>
    public static LinkDelimiterInline? FindOpen(ContainerInline root)
    {
        while (root.LastChild is ContainerInline { IsClosed: false } last)
        {
            if (last is LinkDelimiterInline bracket)
                return bracket;
            root = last;
        }

        return null;
    }

    public static void ReplaceByText(LinkDelimiterInline bracket) =>
        bracket.ReplaceBy(
            new LiteralInline(bracket.ToLiteral())
            {
                Span = bracket.Span,
                Line = bracket.Line,
                Column = bracket.Column,
            }
        );

    /// <summary>The brackets of one paragraph that wait for their end.</summary>
    private sealed class OpenBrackets
    {
        private readonly LinkedList<LinkDelimiterInline> _open = [];

        public void Add(LinkDelimiterInline bracket)
        {
            // The innermost bracket is the first one to find its end.
            while (_open.Last is { Value.Parent: null } closed)
                _open.Remove(closed);
            _open.AddLast(bracket);
            if (_open.Count <= MostOpen)
                return;

            var first = _open.First!.Value;
            _open.RemoveFirst();
            if (first.Parent is not null)
                ReplaceByText(first);
        }
    }
}

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
