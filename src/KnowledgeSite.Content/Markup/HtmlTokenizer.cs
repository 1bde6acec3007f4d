using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Finds the tags in a stretch of HTML by the states of the HTML Standard's tokenizer (section 13.2.5) that matter for
/// telling tags from text. It builds no tree.
/// </summary>
internal static class HtmlTokenizer
{
    /// <summary>
    /// Past this a tag counts as one without an end, so that many of them do not cost the square of the text.
    /// </summary>
    private const int MostAttributes = 500;

    /// <summary>The same of a longer name. Only its end is kept, where the name behind a prefix stands.</summary>
    private const int LongestName = 250;

    /// <summary>The next tag or comment at or after <paramref name="at"/>; null where only text is left.</summary>
    public static HtmlTag? Next(string html, int at) => Next(new SearchedText(html), at);

    /// <inheritdoc cref="Next(string, int)"/>
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
    /// Where the text of a raw-text element such as <c>script</c> ends: at its end tag, or -1 where there is none.
    /// </summary>
    public static int EndOfRawText(SearchedText text, int at, string name)
    {
        var (html, start) = (text.Text, "</" + name);
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
        at < html.Length && (IsBlank(html[at]) || html[at] is '/' or '>');

    private static HtmlTag Comment(SearchedText text, int open, string close)
    {
        // "<!-->" and "<!--->" are whole comments already; "--!>" ends one as "-->" does.
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
        var (html, at) = (text.Text, EndOfName(text, nameStart));
        var name = html[Math.Max(nameStart, at - LongestName)..at].ToLowerInvariant();
        var isTooLong = at - nameStart > LongestName;
        var attributes = new List<HtmlAttribute>();
        while (true)
        {
            var selfClosing = false;
            while (at < html.Length && (IsBlank(html[at]) || html[at] == '/'))
                selfClosing = html[at++] == '/';
            if (at >= html.Length || attributes.Count > MostAttributes)
                return new(kind, name, attributes, false, false, Span(open, at))
                {
                    HasMoreAttributes = attributes.Count > MostAttributes,
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
        while (at < html.Length && !IsBlank(html[at]) && html[at] is not ('/' or '>' or '='))
            at++;
        var (name, end) = (html[start..at].ToLowerInvariant(), at);
        var equals = at;
        while (equals < html.Length && IsBlank(html[equals]))
            equals++;
        if (equals >= html.Length || html[equals] != '=')
            return new(name, "", Span(start, end), Span(end, end));

        at = equals + 1;
        while (at < html.Length && IsBlank(html[at]))
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
        while (at < html.Length && !IsBlank(html[at]) && html[at] != '>')
            at++;
        return Span(from, at);
    }

    private static bool IsBlank(char character) => character is ' ' or '\t' or '\n' or '\f' or '\r';

    private static SourceSpan Span(int start, int end) => new(start, end - start);
}
