using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Files;
using Markdig.Helpers;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Finds the tags in HTML. It implements the states of the HTML Standard's tokenizer (section 13.2.5) that distinguish
/// tags from text, and builds no tree.
/// </summary>
internal static class HtmlTokenizer
{
    /// <summary>
    /// A tag with more attributes is treated as unfinished, so that reading many such tags takes linear time.
    /// </summary>
    private const int MaxAttributes = 500;

    /// <summary>A tag with a longer name is also treated as unfinished. Only the end of its name is kept.</summary>
    private const int MaxNameLength = 250;

    /// <summary>The first tag or comment at or after <paramref name="at"/>; null if only text is left.</summary>
    public static HtmlTag? Next(SearchedText text, int at)
    {
        var html = text.Text;
        for (var open = html.IndexOf('<', at); open >= 0 && open + 1 < html.Length; open = html.IndexOf('<', open + 1))
        {
            var next = html[open + 1];
            if (char.IsAsciiLetter(next))
                return Tag(text, open, HtmlTagKind.Start, open + 1);
            if (next == '/' && open + 2 < html.Length)
                return char.IsAsciiLetter(html[open + 2])
                    ? Tag(text, open, HtmlTagKind.End, open + 2)
                    : Comment(text, open, ">");
            if (next is '!' or '?')
                return Comment(text, open, html.AsSpan(open).StartsWith("<!--") ? "-->" : ">");
        }

        return null;
    }

    /// <summary>
    /// The position of the end tag that closes a raw-text element such as <c>script</c>; -1 if there is none.
    /// </summary>
    public static int EndOfRawText(SearchedText text, int at, string name)
    {
        var html = text.Text;
        var start = "</" + name;
        return text.Next(
            start,
            at,
            from =>
            {
                var end = html.IndexOf(start, from, StringComparison.OrdinalIgnoreCase);
                while (end >= 0 && !EndsName(html, end + start.Length))
                    end = html.IndexOf(start, end + 1, StringComparison.OrdinalIgnoreCase);
                return end;
            }
        );
    }

    private static bool EndsName(string html, int at) =>
        at < html.Length && (IsSpace(html[at]) || html[at] is '/' or '>');

    private static HtmlTag Comment(SearchedText text, int open, string close)
    {
        // "<!-->" and "<!--->" are complete comments, and "--!>" ends a comment like "-->".
        var html = text.Text;
        var from = close == "-->" ? open + 2 : open + 1;
        var end = text.Next(close, from);
        if (
            close == "-->"
            && text.Next("--!>", Math.Min(open + 4, html.Length)) is >= 0 and var other
            && (end < 0 || other < end)
        )
            return new(HtmlTagKind.Comment, "!--", [], false, true, new(open, other + 4 - open));
        var finished = end >= 0;
        return new(
            HtmlTagKind.Comment,
            close == "-->" ? "!--" : html[open + 1].ToString(),
            [],
            false,
            finished,
            Span(open, finished ? end + close.Length : html.Length)
        );
    }

    private static HtmlTag Tag(SearchedText text, int open, HtmlTagKind kind, int nameStart)
    {
        var html = text.Text;
        var at = EndOfName(text, nameStart);
        var name = html[Math.Max(nameStart, at - MaxNameLength)..at].ToLowerInvariant();
        var isTooLong = at - nameStart > MaxNameLength;
        var attributes = new List<HtmlAttribute>();
        while (true)
        {
            var selfClosing = false;
            while (at < html.Length && (IsSpace(html[at]) || html[at] == '/'))
                selfClosing = html[at++] == '/';
            if (at >= html.Length || attributes.Count > MaxAttributes)
                return new(kind, name, attributes, false, false, Span(open, at))
                {
                    HasMoreAttributes = attributes.Count > MaxAttributes,
                };
            if (html[at] == '>')
                return new(kind, name, attributes, selfClosing, !isTooLong, Span(open, at + 1));
            attributes.Add(Attribute(html, ref at));
        }
    }

    private static int EndOfName(SearchedText text, int at)
    {
        const string Ends = " \t\n\f\r/>";
        var end = text.Next(
            Ends,
            at,
            from => text.Text.AsSpan(from).IndexOfAny(Ends) is >= 0 and var length ? from + length : -1
        );
        return end < 0 ? text.Text.Length : end;
    }

    private static HtmlAttribute Attribute(string html, ref int at)
    {
        var start = at++;
        while (at < html.Length && !IsSpace(html[at]) && html[at] is not ('/' or '>' or '='))
            at++;
        var name = html[start..at].ToLowerInvariant();
        var end = at;
        var equals = at;
        while (equals < html.Length && IsSpace(html[equals]))
            equals++;
        if (equals >= html.Length || html[equals] != '=')
            return new(name, "", Span(start, end), Span(end, end));

        at = equals + 1;
        while (at < html.Length && IsSpace(html[at]))
            at++;
        var value = Value(html, ref at);
        return new(name, HtmlText.Decode(html.Substring(value.Start, value.Length)), Span(start, at), value);
    }

    private static SourceSpan Value(string html, ref int at)
    {
        if (at < html.Length && html[at] is '"' or '\'')
        {
            var start = at + 1;
            var close = html.IndexOf(html[at], start);
            var end = close < 0 ? html.Length : close;
            at = close < 0 ? html.Length : close + 1;
            return Span(start, end);
        }

        var from = at;
        while (at < html.Length && !IsSpace(html[at]) && html[at] != '>')
            at++;
        return Span(from, at);
    }

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\n' or '\f' or '\r';

    private static SourceSpan Span(int start, int end) => new(start, end - start);
}

/// <summary>A tag or comment in HTML, as a browser's tokenizer reads it.</summary>
/// <param name="Span">From <c>&lt;</c> to <c>&gt;</c>, or to the end of the text if the tag is unfinished.</param>
internal sealed record HtmlTag(
    HtmlTagKind Kind,
    string Name,
    IReadOnlyList<HtmlAttribute> Attributes,
    bool IsSelfClosing,
    bool IsFinished,
    SourceSpan Span
)
{
    /// <summary>True if the tag has more attributes than are read.</summary>
    public bool HasMoreAttributes { get; init; }

    public string? Value(string name) => Attributes.FirstOrDefault(a => a.Name == name)?.Value;
}

internal enum HtmlTagKind
{
    Start,
    End,

    /// <summary>A comment, a doctype or a processing instruction.</summary>
    Comment,
}

/// <summary>An attribute of a tag.</summary>
/// <param name="Name">The name in lower case.</param>
/// <param name="Value">The value with decoded character references.</param>
/// <param name="Span">The whole attribute.</param>
/// <param name="ValueSpan">The value between its quotes, as written.</param>
internal sealed record HtmlAttribute(string Name, string Value, SourceSpan Span, SourceSpan ValueSpan)
{
    /// <summary>True if <c>=</c> follows the name.</summary>
    public bool HasValue => Span.Length > Name.Length;
}

/// <summary>
/// A text that remembers the last result of each search. The result is valid for all later searches that start before
/// the position found, so many tags without an end do not each search the whole text.
/// </summary>
internal sealed class SearchedText(string text)
{
    private readonly Dictionary<string, (int From, int Next)> _known = new(StringComparer.Ordinal);

    public string Text { get; } = text;

    /// <summary>The first position of <paramref name="what"/> at or after a position; -1 if there is none.</summary>
    public int Next(string what, int from) => Next(what, from, at => Text.IndexOf(what, at, StringComparison.Ordinal));

    /// <summary>The first position that <paramref name="find"/> returns at or after a position; -1 if none.</summary>
    /// <param name="what">The key under which the result is remembered.</param>
    public int Next(string what, int from, Func<int, int> find)
    {
        if (_known.TryGetValue(what, out var known) && from >= known.From && (from <= known.Next || known.Next < 0))
            return known.Next;
        var next = find(from);
        _known[what] = (from, next);
        return next;
    }
}

/// <summary>
/// Decodes character references as a browser does in attributes: numeric ones, for which the semicolon is optional, and
/// those with names of the HTML Standard (sections 13.2.5.72 and 13.5). The result is not decoded again.
/// </summary>
internal static partial class HtmlText
{
    /// <summary>The characters for the numbers 0x80 to 0x9F, which browsers read as Windows-1252.</summary>
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Decode(string text) =>
        text.Contains('&', StringComparison.Ordinal) ? Reference().Replace(text, m => Decoded(m)) : text;

    private static string Decoded(Match reference)
    {
        var number = reference.Groups["decimal"];
        var hex = reference.Groups["hex"];
        if (number.Success)
            return Character(number.Value.TrimStart('0'), NumberStyles.None);
        if (hex.Success)
            return Character(hex.Value.TrimStart('0'), NumberStyles.AllowHexSpecifier);
        return EntityHelper.DecodeEntity(reference.Groups["name"].ValueSpan) ?? reference.Value;
    }

    private static string Character(string digits, NumberStyles style)
    {
        if (
            digits.Length > 7
            || !int.TryParse(digits, style, CultureInfo.InvariantCulture, out var number)
            || !Rune.IsValid(number)
        )
            return "\uFFFD";
        return number is >= 0x80 and <= 0x9F ? Windows1252[number - 0x80].ToString() : new Rune(number).ToString();
    }

    [GeneratedRegex(
        "&(#(?<decimal>[0-9]+);?|#[xX](?<hex>[0-9a-fA-F]+);?|(?<name>[A-Za-z][A-Za-z0-9]*);)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Reference();
}
