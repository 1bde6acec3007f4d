using System.Text;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Text that is inserted into Markdown and must mean nothing there. Each of the 32 punctuation characters of ASCII is
/// replaced by one of the 32 noncharacters U+FDD0 to U+FDEF, which no text may contain and which mean nothing in
/// Markdown. They become the characters again when HTML is written and when plain text is read, so that code needs no
/// visible backslashes.
/// </summary>
internal static class ProtectedText
{
    private const char First = '\uFDD0';
    private const char Last = '\uFDEF';
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <summary>Protects a text on one line. Line breaks and tabs become spaces.</summary>
    public static string Protect(string text)
    {
        if (IsName(text))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var character in Words.WhiteSpace.Collapse(WithoutMarks(text)).Trim())
        {
            var index = Punctuation.IndexOf(character, StringComparison.Ordinal);
            result.Append(index < 0 ? character : (char)(First + index));
        }

        return result.ToString();
    }

    /// <summary>The text without characters that stand for protected ones.</summary>
    public static string WithoutMarks(string text) =>
        HasMarks(text) ? string.Concat(text.Select(c => c is >= First and <= Last ? '\uFFFD' : c)) : text;

    public static bool HasMarks(ReadOnlySpan<char> text) => text.IndexOfAnyInRange(First, Last) >= 0;

    /// <summary>The text with the characters that were protected.</summary>
    public static string Restore(string text) =>
        HasMarks(text)
            ? string.Create(
                text.Length,
                text,
                static (result, text) =>
                {
                    for (var i = 0; i < result.Length; i++)
                        result[i] = Character(text[i]);
                }
            )
            : text;

    /// <summary>
    /// The text with the characters that were protected, those that mean something within Markdown behind a backslash.
    /// In code, where a backslash would be visible, a backtick is kept by longer marks around the code.
    /// </summary>
    public static string RestoreAsMarkdown(string text)
    {
        if (!HasMarks(text))
            return text;
        var result = new StringBuilder(text.Length);
        var done = 0;
        foreach (var code in MarkdownCode.Find(text))
        {
            AppendEscaped(result, text.AsSpan(done..code.Start.Value));
            result.Append(RestoreCode(text[code]));
            done = code.End.Value;
        }

        AppendEscaped(result, text.AsSpan(done));
        return result.ToString();
    }

    private static void AppendEscaped(StringBuilder result, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            var original = Character(character);
            if (
                original != character
                && original is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '|' or '{' or '$'
            )
                result.Append('\\');
            result.Append(original);
        }
    }

    private static string RestoreCode(string code)
    {
        var ticks = code.AsSpan().IndexOfAnyExcept('`');
        var inside = code.AsSpan().Count(Protect("`"));
        if (inside == 0 || ticks <= 0 || code.EndsWith('\n'))
            return Restore(code);
        var longer = new string('`', inside + 1);
        return $"{longer} {Restore(code[ticks..^ticks]).Trim()} {longer}";
    }

    /// <summary>The HTML of a character that may be protected; null for any other character.</summary>
    public static string? HtmlOf(char character) =>
        character is < First or > Last
            ? null
            : Character(character) switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                '\'' => "&#39;",
                var original => original.ToString(),
            };

    private static char Character(char character) =>
        character is >= First and <= Last ? Punctuation[character - First] : character;

    /// <summary>
    /// True for ids and addresses such as <c>scope.senior</c>: they mean nothing in Markdown, and attributes and links
    /// must contain them as they are.
    /// </summary>
    private static bool IsName(string text) =>
        text.Length > 0
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '#')
        && (char.IsAsciiLetterOrDigit(text[0]) || text[0] == '/')
        && (char.IsAsciiLetterOrDigit(text[^1]) || text[^1] == '/')
        && !text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
}
