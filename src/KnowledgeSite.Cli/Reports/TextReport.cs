using System.Globalization;
using KnowledgeSite.Cli.Reports.Changes;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Cli.Reports;

/// <summary>
/// Writes diagnostics for people, one per line: <c>path:line:column: severity rule: message</c>, in a terminal followed
/// by the source line. Repeated messages in a file are counted instead of repeated, and so are messages in many files
/// that have one cause. Of each rule only the first diagnostics are shown.
/// </summary>
internal sealed class TextReport(Report report, CommandConsole console)
{
    private const int MaxPerRule = 50;

    /// <summary>
    /// The number of files up to which a message with one cause is shown for each; for more, it is shown once.
    /// </summary>
    private const int MaxFiles = 3;

    public void Write()
    {
        WriteFindings();
        if (report.Timings)
            WriteTimings();
        if (report.Changes is { } changes)
            new TextChanges(changes, console).Write();
        WriteSummary();
    }

    public void WriteFindings()
    {
        foreach (
            var group in Folded()
                .GroupBy(f => f.First.Rule)
                .SelectMany(g => g.Select((f, i) => (Fold: f, Shown: i < MaxPerRule)))
                .Where(f => f.Shown)
                .Select(f => f.Fold)
                .OrderBy(f => f.First, Diagnostic.Order)
        )
            Write(group);
        foreach (
            var rule in Folded()
                .GroupBy(f => f.First.Rule)
                .Where(g => g.Count() > MaxPerRule)
                .OrderBy(g => g.Key.Id, StringComparer.Ordinal)
        )
            console.WriteLine(
                new StyledText(
                    $"… and {rule.Count() - MaxPerRule:N0} more of {rule.Key.Id} ({rule.Key.Title}). Use "
                        + "--format json to see all.",
                    TextStyle.Quiet
                )
            );
    }

    /// <summary>The position with which the line of a diagnostic begins. Empty if it is about the whole site.</summary>
    public static string PlaceOf(BuildOptions options, Diagnostic finding) =>
        finding.Location is { } at
            ? $"{ReportText.Clean(Report.PathOf(options.Input, at.Path))}:{at.Line}:{at.Column}: "
            : "";

    private List<Fold> Folded() =>
        [
            .. report
                .Result.Diagnostics.GroupBy(d => (d.Rule.Id, d.Message))
                .SelectMany(g => FoldsOf([.. g]))
                .OrderBy(f => f.First, Diagnostic.Order),
        ];

    private static IEnumerable<Fold> FoldsOf(IReadOnlyList<Diagnostic> equal)
    {
        var files = equal.GroupBy(d => d.Location?.Path).Select(f => new Fold([.. f])).ToList();
        return equal[0].Rule.HasOneCause && files.Count > MaxFiles ? [new Fold(equal)] : files;
    }

    private void Write(Fold fold)
    {
        var diagnostic = fold.First;
        var place = diagnostic.Location is { } at ? $"{ReportText.Clean(report.PathOf(at))}:{at.Line}:{at.Column}" : "";
        console.WriteLine(
            new(place, TextStyle.Bold),
            place.Length == 0 ? "" : ": ",
            Name(diagnostic.Severity),
            $" {diagnostic.Rule.Id}: {ReportText.Clean(diagnostic.Message)}",
            new(fold.All.Count == 1 ? "" : $" ({Repeats(fold)})", TextStyle.Quiet)
        );
        if (console.IsTerminal && diagnostic.Location is { Excerpt: { Text.Length: > 0 } excerpt } location)
            WriteSource(location, excerpt);
    }

    private string Repeats(Fold fold)
    {
        const int MaxPlaces = 5;
        var files = fold.All.Select(d => d.Location?.Path).Distinct().Count();
        var places = (
            files > 1
                ? fold
                    .All.Select(d => d.Location!)
                    .DistinctBy(l => l.Path)
                    .Select(l => $"{ReportText.Clean(report.PathOf(l))}:{l.Line}")
                : fold.All.Select(d => d.Location?.Line.ToString(CultureInfo.InvariantCulture)).Distinct()
        )
            .Skip(1)
            .ToList();
        var count = files > 1 ? $"×{fold.All.Count:N0} in {files:N0} files" : $"×{fold.All.Count:N0}";
        return places.Count == 0
            ? count
            : $"{count}, also {(files > 1 ? "in" : "on line")} {string.Join(", ", places.Take(MaxPlaces))}"
                + (places.Count > MaxPlaces ? " …" : "");
    }

    private void WriteSource(SourceLocation location, SourceExcerpt excerpt)
    {
        var marks = new string('^', Math.Clamp(location.Length, 1, Math.Max(1, excerpt.Text.Length - excerpt.Offset)));
        var number = location.Line.ToString(CultureInfo.InvariantCulture);
        console.WriteLine(new($"  {number} | ", TextStyle.Quiet), ReportText.Clean(excerpt.Text));
        console.WriteLine(
            new($"  {new string(' ', number.Length)} | ", TextStyle.Quiet),
            new string(' ', excerpt.Offset),
            new(marks, TextStyle.Error)
        );
    }

    private void WriteTimings()
    {
        console.WriteLine($"{"pipeline", -10} {"phase", -12} {"ms", 9} {"documents", 10}");
        foreach (var timing in report.Result.Timings)
            console.WriteLine(
                $"{timing.Pipeline, -10} {timing.Phase, -12} {timing.Elapsed.TotalMilliseconds, 9:N1} "
                    + $"{timing.Documents, 10:N0}"
            );
    }

    private void WriteSummary()
    {
        var result = report.Result;
        var problems = string.Join(
            ", ",
            new[] { FormatCount(Severity.Error, "error"), FormatCount(Severity.Warning, "warning") }.OfType<string>()
        );
        var files = result
            .Diagnostics.Where(d => d.Severity is Severity.Error or Severity.Warning)
            .Select(d => d.Location?.Path)
            .OfType<SourcePath>()
            .Distinct()
            .Count();
        if (files > 0)
            problems += $" in {files:N0} {(files == 1 ? "file" : "files")}";
        if (problems.Length == 0)
            problems = "no problems";
        console.WriteLine($"{DescribeResult()} in {report.Elapsed.TotalSeconds:N2} s: {problems}.");
        if (result is { Written: not null, Images: { } images } && images.Sum() is { Count: > 0 } sum)
            console.WriteLine(
                $"{sum.Count:N0} {(sum.Count == 1 ? "image has" : "images have")} smaller variants: phones load "
                    + $"{FileLength.Format(sum.After)} instead of {FileLength.Format(sum.Before)}."
            );
    }

    private string DescribeResult()
    {
        var pages = report.Result.Site?.Pages.Count ?? 0;
        var count = $"{pages:N0} {(pages == 1 ? "page" : "pages")}";
        if (report.Options.Output is not { } folder)
            return $"Checked {count}";
        if (report.Result.Written is not { } written)
            return $"Did not write the {count}";
        if (written is { Written: 0, Removed: 0 })
            return $"Built {count}, nothing changed in {folder},";
        return $"Built {count} into {folder} ({written.Written:N0} of {written.Files:N0} files written, "
            + $"{written.Removed:N0} removed)";
    }

    private string? FormatCount(Severity severity, string name)
    {
        var count = report.Count(severity);
        return count == 0 ? null : $"{count:N0} {name}{(count == 1 ? "" : "s")}";
    }

    private static StyledText Name(Severity severity) =>
        severity switch
        {
            Severity.Error => new("error", TextStyle.Error),
            Severity.Warning => new("warning", TextStyle.Warning),
            _ => new("info", TextStyle.Info),
        };

    /// <summary>Equal diagnostics that are shown as one.</summary>
    private sealed record Fold(IReadOnlyList<Diagnostic> All)
    {
        public Diagnostic First => All[0];
    }
}
