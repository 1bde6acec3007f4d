using System.Globalization;
using System.Text;

namespace KnowledgeSite.Cli.Reports;

/// <summary>
/// Text of pages, file names and messages as reports print it: on one line, and without characters that a terminal, a
/// log of a build service or a reader's eye would take for something else.
/// </summary>
internal static class ReportText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Control characters, line and paragraph separators, marks that turn the direction of text, and halves of
    /// surrogate pairs become U+FFFD. What the log of GitHub Actions would take for a command (<c>::error::</c>,
    /// <c>##[error]</c>) no longer begins like one.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = text;
        if (text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            var buffer = new StringBuilder(text.Length);
            for (var i = 0; i < text.Length; i++)
                buffer.Append(
                    IsUnsafe(text, i)
                        ? text[i] == '\t'
                            ? ' '
                            : Replacement
                        : text[i]
                );
            clean = buffer.ToString();
        }

        if (clean.AsSpan().TrimStart().StartsWith("::"))
            clean = clean.Insert(clean.IndexOf("::", StringComparison.Ordinal) + 1, "\u200B");
        return clean.Contains("##[", StringComparison.Ordinal)
            ? clean.Replace("##[", "##\u200B[", StringComparison.Ordinal)
            : clean;
    }

    /// <summary>JSON in which such characters are escaped: it says the same, and can be shown in a terminal.</summary>
    /// <param name="json">Line breaks between its values stay.</param>
    public static string EscapeJson(string json)
    {
        var escaped = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] is '\n' or '\t' || !IsUnsafe(json, i))
                escaped.Append(json[i]);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)json[i]:x4}");
        }

        return escaped.ToString();
    }

    /// <summary>
    /// The character at this place turns the direction of what follows, so a text may look different from what it is.
    /// </summary>
    public static bool IsBidirectionalMark(char character) =>
        character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsUnsafe(string text, int at)
    {
        var character = text[at];
        if (char.IsHighSurrogate(character))
            return at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]);
        if (char.IsLowSurrogate(character))
            return at == 0 || !char.IsHighSurrogate(text[at - 1]);
        return char.IsControl(character) || character is '\u2028' or '\u2029' || IsBidirectionalMark(character);
    }
}
