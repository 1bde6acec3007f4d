using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Cli.Reports.Changes;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Cli.Reports;

/// <summary>The result of a build with everything that the reports need.</summary>
internal sealed partial record Report(BuildResult Result, BuildOptions Options, bool Timings, TimeSpan Elapsed)
{
    /// <summary>The changes since a commit, or null if <c>--since</c> was not given.</summary>
    public ChangeReport? Changes { get; init; }

    public int Count(Severity severity) => Result.Diagnostics.Count(d => d.Severity == severity);

    /// <summary>
    /// The path of a file relative to the current folder: the input folder as given on the command line, followed by
    /// the path in it.
    /// </summary>
    public string PathOf(SourceLocation location) => PathOf(Options.Input, location.Path);

    /// <param name="input">The input folder as given on the command line.</param>
    public static string PathOf(string input, SourcePath path)
    {
        var folder = input.Replace('\\', '/').TrimEnd('/');
        if (folder.StartsWith("./", StringComparison.Ordinal))
            folder = folder[2..];
        var joined = folder is "" or "." ? path.Value : $"{folder}/{path}";
        while (Climb().Match(joined) is { Success: true } climb)
            joined = joined.Remove(climb.Index, climb.Length);
        return joined;
    }

    /// <summary>Matches a folder followed by <c>..</c>, which occurs for files outside the input folder.</summary>
    [GeneratedRegex(@"(?<=^|/)(?!\.\.?/)[^/]+/\.\./", RegexOptions.CultureInvariant)]
    private static partial Regex Climb();
}

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

/// <summary>
/// Writes diagnostics as workflow commands, which GitHub shows as annotations beside the changed lines.
/// </summary>
internal static class GitHubReport
{
    public static void Write(Report report, TextWriter output)
    {
        foreach (var diagnostic in report.Result.Diagnostics)
        {
            var command = diagnostic.Severity switch
            {
                Severity.Error => "error",
                Severity.Warning => "warning",
                _ => "notice",
            };
            var place = diagnostic.Location is { } at
                ? (
                    $"file={Property(report.PathOf(at))},line={at.Line},col={at.Column},"
                    + $"endColumn={at.Column + at.Length},"
                )
                : "";
            output.WriteLine(
                $"::{command} {place}title={diagnostic.Rule.Id} "
                    + $"{Property(diagnostic.Rule.Title)}::{Data(diagnostic.Message)}"
            );
        }
    }

    private static string Data(string text) =>
        ReportText
            .Clean(text)
            .Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
