using System.Globalization;
using System.Text;

namespace KnowledgeSite.Cli.Reports;

/// <summary>
/// Makes texts of pages, file names and messages safe for reports: on one line, and without characters that could
/// mislead a terminal, the log of a build service or a reader.
/// </summary>
internal static class ReportText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Replaces control characters, line and paragraph separators, bidirectional marks and unpaired surrogates with
    /// U+FFFD. Breaks up text that GitHub Actions would read as a command (<c>::error::</c>, <c>##[error]</c>).
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

    /// <summary>Escapes such characters in JSON, which keeps its meaning and can then be shown in a terminal.</summary>
    /// <param name="json">The JSON text. Line breaks between its values are kept.</param>
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
    /// Whether the character changes the direction of the text after it, so that the text can look different from what
    /// it is.
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
