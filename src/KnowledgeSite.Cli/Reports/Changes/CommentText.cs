using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Ladders;

namespace KnowledgeSite.Cli.Reports.Changes;

/// <summary>
/// Text of pages in a Markdown comment, where it is text and nothing else: it makes no heading, no link, no picture and
/// no HTML, calls nobody (<c>@name</c>) and points at no issue (<c>#12</c>).
/// </summary>
internal static partial class CommentText
{
    /// <summary>Between two signs it keeps them from being read as one, and shows nothing.</summary>
    private const char Nothing = '\u200B';

    private const string Marks = "\\`*_[]#|~$";

    public static string Plain(string text, int longest = 400)
    {
        text = Blanks().Replace(text, " ").Trim();
        return Escaped(text.Length <= longest ? text : Cut(text, longest) + " …");
    }

    /// <summary>Paths and ids. What stands in it is shown as it is, whatever it holds.</summary>
    public static string Code(string text)
    {
        text = ReportText.Clean(Blanks().Replace(text, " ").Trim());
        var fence = new string('`', Backticks().Matches(text).Select(m => m.Length).DefaultIfEmpty().Max() + 1);
        return text.Length == 0 ? ""
            : text.Contains('`', StringComparison.Ordinal) ? $"{fence} {text} {fence}"
            : $"{fence}{text.Replace("|", "\\|", StringComparison.Ordinal)}{fence}";
    }

    /// <summary>What went struck out, what came underlined; of long stretches that stay, the ends.</summary>
    public static string WordsOf(IReadOnlyList<WordChange> changes, bool before = true, bool after = true)
    {
        var text = new StringBuilder();
        foreach (var (change, i) in changes.Select((c, i) => (c, i)))
        {
            if ((change.Kind == WordChangeKind.Goes && !before) || (change.Kind == WordChangeKind.Comes && !after))
                continue;
            var words =
                change.Kind == WordChangeKind.Stays ? Ends(change.Text, i > 0, i < changes.Count - 1)
                : change.Text.Length > 400 ? Cut(change.Text, 400) + " …"
                : change.Text;
            if (change.Kind == WordChangeKind.Comes && before && text.Length > 0 && text[^1] == '>')
                text.Append(' ');
            var shown = Escaped(Blanks().Replace(words, " "));
            text.Append(
                change.Kind switch
                {
                    WordChangeKind.Goes => Marked("del", shown),
                    WordChangeKind.Comes => Marked("ins", shown),
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
                                text.IndexOf(' ', text.Length - each) is >= 0 and var blank
                                    ? blank + 1
                                    : text.Length - each
                            )..
                        ]
                    : ""
            );
    }

    private static string Cut(string text, int longest)
    {
        var blank = text.LastIndexOf(' ', longest);
        var end = blank > longest / 2 ? blank : longest;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }

    private static string Escaped(string text)
    {
        text = ReportText.Clean(text);
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var (c, next) = (text[i], i + 1 < text.Length ? text[i + 1] : ' ');
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
                escaped.Append(Nothing);
        }

        return Addresses().Replace(escaped.ToString(), m => $"{m.Value[0]}{Nothing}{m.Value[1..]}");
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex("`+", RegexOptions.CultureInvariant)]
    private static partial Regex Backticks();

    /// <summary>What becomes a link by itself: <c>www.</c>, and issues of GitHub in words.</summary>
    [GeneratedRegex(@"\b(?:www|GH)(?=[.-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();
}
