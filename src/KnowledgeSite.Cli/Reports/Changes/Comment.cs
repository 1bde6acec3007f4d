using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Ladders;
using KnowledgeSite.Words;

namespace KnowledgeSite.Cli.Reports.Changes;

/// <summary>
/// Builds a comment within the length limit of the host. What does not fit is counted instead of shown.
/// </summary>
/// <param name="maxLength">The length limit in characters.</param>
internal sealed class Comment(int maxLength)
{
    /// <summary>Space that is reserved for the notes about omitted lines.</summary>
    private const int Reserve = 600;

    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    public void Add(string paragraph)
    {
        if (Fits(paragraph.Length + 2))
            _text.Append(paragraph).Append("\n\n");
    }

    /// <summary>Adds a heading with a list. Adds nothing if the list is empty.</summary>
    /// <param name="most">The number of items to show. The others are only counted.</param>
    public void AddList(string heading, IReadOnlyList<string> items, string things, int most = 200)
    {
        if (items.Count > 0)
            AddLines($"### {heading}\n\n", "", items, things, most);
    }

    /// <param name="head">The header lines of the table. Nothing is added if there are no rows.</param>
    public void AddTable(string head, IReadOnlyList<string> rows, string things, int most = 300)
    {
        if (rows.Count > 0)
            AddLines("", head + "\n", rows, things, most);
    }

    private void AddLines(string heading, string head, IReadOnlyList<string> lines, string things, int most)
    {
        if (!Fits(heading.Length + head.Length + lines[0].Length))
            heading = head = "";
        _text.Append(heading).Append(head);
        var shown = 0;
        foreach (var line in lines.Take(most).TakeWhile(l => Fits(l.Length + 1)))
        {
            _text.Append(line).Append('\n');
            shown++;
        }

        _text.Append('\n');
        if (shown < lines.Count && _text.Length + 120 < maxLength)
            _text.Append($"… and {lines.Count - shown:N0} more {things}. See the JSON report for all of them.\n\n");
    }

    private bool Fits(int length) => _text.Length + length + Reserve <= maxLength;
}

/// <summary>
/// Escapes text of pages for a Markdown comment, so that it creates no headings, links, images or HTML, mentions no
/// user (<c>@name</c>) and refers to no issue (<c>#12</c>).
/// </summary>
internal static partial class CommentText
{
    /// <summary>
    /// The zero-width space. It separates two characters that would otherwise have a special meaning.
    /// </summary>
    private const char ZeroWidthSpace = '\u200B';

    private const string Marks = "\\`*_[]#|~$";

    public static string Plain(string text, int maxLength = 400)
    {
        text = WhiteSpace.Collapse(text).Trim();
        return Escaped(text.Length <= maxLength ? text : Cut(text, maxLength) + " …");
    }

    /// <summary>Formats a path or an id as inline code, whatever characters it contains.</summary>
    public static string Code(string text)
    {
        text = ReportText.Clean(WhiteSpace.Collapse(text).Trim());
        var fence = new string('`', Backticks().Matches(text).Select(m => m.Length).DefaultIfEmpty().Max() + 1);
        return text.Length == 0 ? ""
            : text.Contains('`', StringComparison.Ordinal) ? $"{fence} {text} {fence}"
            : $"{fence}{text.Replace("|", "\\|", StringComparison.Ordinal)}{fence}";
    }

    /// <summary>
    /// Marks removed words as deleted and added words as inserted. Long unchanged passages are shortened to their ends.
    /// </summary>
    public static string WordsOf(IReadOnlyList<WordChange> changes, bool before = true, bool after = true)
    {
        var text = new StringBuilder();
        foreach (var (change, i) in changes.Select((c, i) => (c, i)))
        {
            if ((change.Kind == WordChangeKind.Removed && !before) || (change.Kind == WordChangeKind.Added && !after))
                continue;
            var words =
                change.Kind == WordChangeKind.Kept ? Ends(change.Text, i > 0, i < changes.Count - 1)
                : change.Text.Length > 400 ? Cut(change.Text, 400) + " …"
                : change.Text;
            if (change.Kind == WordChangeKind.Added && before && text.Length > 0 && text[^1] == '>')
                text.Append(' ');
            var shown = Escaped(WhiteSpace.Collapse(words));
            text.Append(
                change.Kind switch
                {
                    WordChangeKind.Removed => Marked("del", shown),
                    WordChangeKind.Added => Marked("ins", shown),
                    _ => shown,
                }
            );
        }

        return text.ToString().Trim();
    }

    private static string Marked(string element, string text)
    {
        var words = text.Trim();
        return words.Length == 0
            ? text
            : $"{(text[0] == ' ' ? " " : "")}<{element}>{words}</{element}>{(text[^1] == ' ' ? " " : "")}";
    }

    private static string Ends(string text, bool keepsStart, bool keepsEnd)
    {
        const int each = 80;
        if (text.Length <= 2 * each)
            return text;
        return (keepsStart ? Cut(text, each) + " " : "")
            + "…"
            + (
                keepsEnd
                    ? " "
                        + text[
                            (
                                text.IndexOf(' ', text.Length - each) is >= 0 and var space
                                    ? space + 1
                                    : text.Length - each
                            )..
                        ]
                    : ""
            );
    }

    private static string Cut(string text, int maxLength)
    {
        var space = text.LastIndexOf(' ', maxLength);
        var end = space > maxLength / 2 ? space : maxLength;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }

    private static string Escaped(string text)
    {
        text = ReportText.Clean(text);
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            if (c is '<' or '>' or '&')
                escaped.Append(
                    c switch
                    {
                        '<' => "&lt;",
                        '>' => "&gt;",
                        _ => "&amp;",
                    }
                );
            else if (
                Marks.Contains(c, StringComparison.Ordinal)
                || (c is '-' or '+' && i == 0)
                || (c is '.' or ')' && i > 0 && text.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0)
            )
                escaped.Append('\\').Append(c);
            else
                escaped.Append(c);
            if (c == '@' || (c == '#' && char.IsAsciiDigit(next)) || (c == ':' && next == '/'))
                escaped.Append(ZeroWidthSpace);
        }

        return Addresses().Replace(escaped.ToString(), m => $"{m.Value[0]}{ZeroWidthSpace}{m.Value[1..]}");
    }

    [GeneratedRegex("`+", RegexOptions.CultureInvariant)]
    private static partial Regex Backticks();

    /// <summary>
    /// Matches text that GitHub turns into links automatically: <c>www.</c>, and issue numbers such as <c>GH-12</c>.
    /// </summary>
    [GeneratedRegex(@"\b(?:www|GH)(?=[.-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();
}
