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
