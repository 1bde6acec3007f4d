using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>Finds emphasis and attribute lists that are shown as text because of a small mistake.</summary>
internal static partial class InlineMistakes
{
    /// <summary>
    /// Finds emphasis with a space inside its marks (<c>** bold **</c>), with the text as it should be. Formulas and
    /// patterns for file names, such as <c>2 ** 3 ** 4</c> and <c>src/**/x</c>, are left out.
    /// </summary>
    public static IEnumerable<(SourceSpan Span, string Correct)> FindSpacedEmphasis(LeafBlock block, string markdown)
    {
        if (block is not (ParagraphBlock or HeadingBlock))
            yield break;
        var text = markdown.AsSpan(block.Span.Start, block.Span.Length);
        if (!MayHoldSpacedEmphasis(text))
            yield break;
        SpanSet? unpaired = null;
        foreach (Match match in Emphasis().Matches(text.ToString()))
        {
            var words = match.Groups["words"].Value;
            var span = new SourceSpan(
                block.Span.Start + match.Index,
                block.Span.Start + match.Index + match.Length - 1
            );
            if (words.Trim().Length == words.Length || !Word().IsMatch(words))
                continue;
            unpaired ??= new(
                block.Inline!.Descendants<LiteralInline>().Where(l => HoldsMark(l.Content.AsSpan())).Select(l => l.Span)
            );
            var mark = match.Groups["mark"].Value;
            if (unpaired.Contains(span.Start) && unpaired.Contains(span.End))
                yield return (span, mark + words.Trim() + mark);
        }
    }

    /// <summary>
    /// Finds braces at the end of a text, or directly after an element, that look like an attribute list but are not a
    /// valid one, with a sentence that says how to correct them.
    /// </summary>
    public static IEnumerable<(SourceSpan Span, string Remedy)> FindInvalidAttributes(LeafBlock block, string markdown)
    {
        if (block.Inline is null)
            yield break;
        for (var inline = block.Inline.FirstChild; inline is not null; inline = NextWithin(block.Inline, inline))
        {
            if (inline is not LiteralInline literal || literal.Span.IsEmpty || literal.Content.IndexOf('{') < 0)
                continue;
            var text = literal.Content.ToString();
            for (var brace = text.IndexOf('{'); brace >= 0; brace = text.IndexOf('{', brace + 1))
            {
                var rest = text.AsSpan(brace);
                var isLast = literal == block.Inline.LastChild && text.IndexOf('{', brace + 1) < 0;
                var length =
                    isLast && (brace == 0 || char.IsWhiteSpace(text[brace - 1])) && AtEnd().IsMatch(rest) ? rest.Length
                    : FollowsElement(literal, brace, markdown) ? LengthOf(rest)
                    : 0;
                if (length > 0 && !AttributeList.TryParse(rest, out _, out _))
                    yield return (
                        new(literal.Span.Start + brace, literal.Span.Start + brace + length - 1),
                        RemedyFor(rest[..length])
                    );
            }
        }
    }

    /// <summary>The next element of a text, in the order of the text. Walking allocates nothing.</summary>
    private static Inline? NextWithin(ContainerInline text, Inline inline)
    {
        if (inline is ContainerInline { FirstChild: { } child })
            return child;
        for (var at = inline; at is not null && at != text; at = at.Parent)
            if (at.NextSibling is { } next)
                return next;
        return null;
    }

    /// <summary>
    /// False if no mark of emphasis in a text has a space on its inner side, as far as its neighbours tell. Most pages
    /// have emphasis, so this decides without the cost of a regular expression.
    /// </summary>
    public static bool MayHoldSpacedEmphasis(ReadOnlySpan<char> text) =>
        MayHoldSpacedMark(text, "**") || MayHoldSpacedMark(text, "~~");

    private static bool MayHoldSpacedMark(ReadOnlySpan<char> text, string mark)
    {
        for (var from = 0; text[from..].IndexOf(mark) is >= 0 and var found; from += found + 1)
        {
            var at = from + found;
            var before = at == 0 ? ' ' : text[at - 1];
            var after = at + 2 == text.Length ? ' ' : text[at + 2];
            if (char.IsWhiteSpace(after) && !char.IsLetterOrDigit(before) && !".,:;!?)`*~".Contains(before))
                return true;
            if (char.IsWhiteSpace(before) && at > 0 && !char.IsLetterOrDigit(after) && after is not ('*' or '~' or '/'))
                return true;
        }

        return false;
    }

    private static bool HoldsMark(ReadOnlySpan<char> text) =>
        text.Contains("**", StringComparison.Ordinal) || text.Contains("~~", StringComparison.Ordinal);

    private static bool FollowsElement(LiteralInline literal, int brace, string markdown)
    {
        var place = literal.Span.Start + brace;
        if (place >= markdown.Length || markdown[place] != '{')
            return false;
        return brace == 0 && literal.PreviousSibling is LinkInline or CodeInline or EmphasisInline
            || place > 0 && markdown[place - 1] == ']';
    }

    private static int LengthOf(ReadOnlySpan<char> text)
    {
        foreach (var match in AtStart().EnumerateMatches(text))
            return match.Length;
        return 0;
    }

    private static string RemedyFor(ReadOnlySpan<char> list)
    {
        if (list.Contains(" =", StringComparison.Ordinal) || list.Contains("= ", StringComparison.Ordinal))
            return "Remove the spaces around '='.";
        if (IdOfWords().IsMatch(list))
            return "An id contains no spaces. Write hyphens instead.";
        foreach (var word in BareWord().EnumerateMatches(list))
            return $"Write '.{list.Slice(word.Index, word.Length)}' if this word is a class.";
        return "An attribute list contains ids, classes and values, separated by spaces: "
            + "'{#id .class key=value}'.";
    }

    /// <summary>Matches marks at the start of a word and at the end of another, with the text between them.</summary>
    [GeneratedRegex(
        @"(?<![^\s(\[""'“‘])(?<mark>\*\*|~~)(?<words>[^*~\r\n]{2,200})\k<mark>(?![\w*~/])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\p{L}{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^\{:?\s*([#.]\s*[A-Za-z]|[a-z][\w-]*=)[^{}]*\}?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex AtEnd();

    [GeneratedRegex(@"^\{:?\s*([#.]\s*[A-Za-z]|[a-z][\w-]*\s?=)[^{}\r\n]{0,200}\}", RegexOptions.CultureInvariant)]
    private static partial Regex AtStart();

    [GeneratedRegex(@"^\{:?\s*#[\w-]+(?: +[\w-]+)+\s*\}?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex IdOfWords();

    [GeneratedRegex(@"(?<=\s)[A-Za-z][\w-]*(?=[\s}])", RegexOptions.CultureInvariant)]
    private static partial Regex BareWord();
}
