using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Parses links and images in linear time. In Markdig, each open bracket slows down every later element, and the URL
/// after each <c>](</c> is read up to the end of the paragraph. Here, both are limited, as in other CommonMark parsers.
/// </summary>
internal sealed class LinearLinkParser : LinkInlineParser
{
    /// <summary>The maximum number of open brackets at a time. Beyond the limit, the first ones become text.</summary>
    private const int MaxOpen = 50;

    /// <summary>The maximum depth of nested parentheses in a URL.</summary>
    private const int MaxParentheses = 32;

    /// <summary>The length in characters below which a text is left to Markdig.</summary>
    private const int MinLength = 2_000;

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
            && (slice.Length < MinLength || slice.PeekChar() != '(' || MayBeAddress(slice.AsSpan()[2..]));
        if (mayBeLink)
            return base.Match(processor, ref slice);

        // Hide the text after the bracket from the base class.
        var bracket = slice;
        bracket.End = bracket.Start;
        if (!base.Match(processor, ref bracket))
            return false;
        slice.Start = bracket.Start;
        return true;
    }

    /// <summary>
    /// True for <c>[words][^note]</c>. Markdig would read it as one link with the words as its text, and the first of
    /// two notes would be lost.
    /// </summary>
    private static bool IsBeforeNote(StringSlice slice) => slice.PeekChar() == '[' && slice.PeekChar(2) == '^';

    /// <summary>
    /// False if the text after <c>](</c> is certainly not a URL and a title. It is read only until that is clear.
    /// </summary>
    private static bool MayBeAddress(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        if (text is ['<', ..])
            return true;
        var open = 0;
        var at = 0;
        for (; at < text.Length && text[at] > ' '; at++)
        {
            if (
                text[at] == '\\'
                && at + 1 < text.Length
                && char.IsAsciiLetterOrDigit(text[at + 1]) is false
                && text[at + 1] > ' '
            )
                at++;
            else if (text[at] == '(' && ++open > MaxParentheses)
                return false;
            else if (text[at] == ')' && --open < 0)
                return true;
        }

        // A title in parentheses can contain other parentheses only after a backslash.
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

    /// <summary>The outermost open bracket at the end of the text so far, or null.</summary>
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

    /// <summary>The open brackets of one paragraph.</summary>
    private sealed class OpenBrackets
    {
        private readonly LinkedList<LinkDelimiterInline> _open = [];

        public void Add(LinkDelimiterInline bracket)
        {
            // The innermost bracket is closed first.
            while (_open.Last is { Value.Parent: null } closed)
                _open.Remove(closed);
            _open.AddLast(bracket);
            if (_open.Count <= MaxOpen)
                return;

            var first = _open.First!.Value;
            _open.RemoveFirst();
            if (first.Parent is not null)
                ReplaceByText(first);
        }
    }
}

/// <summary>
/// Recognises bare URLs in linear time. For each URL, Markdig searches all text before it in the paragraph for an open
/// <c>&lt;a&gt;</c>. Here, the result for the text before the previous URL is kept.
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

        // The base class searches only these inlines. It has to know which delimiters of emphasis are open.
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

    /// <summary>
    /// True if there is an open bracket before the URL, which can become a link, because a link cannot contain another
    /// link.
    /// </summary>
    /// <param name="emphasis">The open delimiters of emphasis, each inside the one before it, or null.</param>
    private static bool IsInBrackets(Inline? inline, out Inline? emphasis)
    {
        EmphasisDelimiterInline? innermost = null;
        var brackets = 0;
        var known = "";
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

    /// <summary>For each element of a paragraph before a URL: true if an <c>&lt;a&gt;</c> was open there.</summary>
    private sealed class Answers : Dictionary<Inline, bool>
    {
        public Answers()
            : base(ReferenceEqualityComparer.Instance) { }
    }
}
