using System.Globalization;
using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Cli.Reports;

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
