using System.Globalization;
using KnowledgeSite.Cli.Reports;
using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// Writes the messages of the preview to the terminal: all problems at first, then only the differences.
/// </summary>
/// <param name="listsAll">Whether all problems are listed each time, for an editor that parses the output.</param>
internal sealed class PreviewLog(BuildOptions options, TextWriter output, TextStyle style, bool listsAll = false)
{
    private const int MaxPaths = 3;

    private readonly Lock _lock = new();
    private IReadOnlyList<Diagnostic> _known = [];

    public void Began(PreviewServer server, BuildResult result, TimeSpan elapsed, bool isOtherPort)
    {
        lock (_lock)
        {
            Print(result.Diagnostics);
            _known = result.Diagnostics;
            if (isOtherPort)
                output.WriteLine($"Port {PreviewCommand.FirstPort} is in use. The preview uses another one.");
            var pages = result.Site?.Pages.Count ?? 0;
            output.WriteLine(
                $"Showing {pages:N0} {(pages == 1 ? "page" : "pages")} of {options.Input} at "
                    + $"{style.Bold($"http://localhost:{server.Port}{result.Site?.Settings.BasePath ?? "/"}")} "
                    + $"after {elapsed.TotalSeconds:N2} s: {Count(result.Diagnostics)}. Press Ctrl+C to stop."
            );
            output.Flush();
        }
    }

    public void Changed(IReadOnlyList<string> paths, BuildResult result, TimeSpan elapsed)
    {
        lock (_lock)
        {
            var more = paths.Count > MaxPaths ? $" and {paths.Count - MaxPaths:N0} more" : "";
            output.WriteLine(
                $"{ReportText.Clean(string.Join(", ", paths.Take(MaxPaths)))}{more}: "
                    + $"{elapsed.TotalMilliseconds:N0} ms"
            );
            var (found, fixedProblems) = (Without(result.Diagnostics, _known), Without(_known, result.Diagnostics));
            foreach (var finding in fixedProblems)
                output.WriteLine(
                    style.Quiet(
                        $"fixed: {TextReport.PlaceOf(options, finding)}{finding.Rule.Id}: "
                            + ReportText.Clean(finding.Message)
                    )
                );
            Print(listsAll ? result.Diagnostics : found);
            if (listsAll || found.Count + fixedProblems.Count > 0)
                output.WriteLine($"Now {Count(result.Diagnostics)}.");
            _known = result.Diagnostics;
            output.Flush();
        }
    }

    public void Failed(Exception bug)
    {
        lock (_lock)
        {
            output.WriteLine(
                "Internal error of KnowledgeSite. Your pages are not the cause. The preview still shows the "
                    + "last state. Please report it with the text below."
            );
            output.WriteLine(bug.ToString());
            output.Flush();
        }
    }

    public void Ended() => Say("The preview has stopped.");

    public void Say(string text)
    {
        lock (_lock)
            output.WriteLine(text);
    }

    private void Print(IReadOnlyList<Diagnostic> findings) =>
        new TextReport(
            new(new(null, [], null, findings, []), options, false, TimeSpan.Zero),
            output,
            style
        ).WriteFindings();

    /// <summary>
    /// The diagnostics that are not among the others. Line numbers are ignored because they change with every edit
    /// above.
    /// </summary>
    private static List<Diagnostic> Without(IReadOnlyList<Diagnostic> findings, IReadOnlyList<Diagnostic> others)
    {
        var left = others.CountBy(Name).ToDictionary();
        return
        [
            .. findings.Where(f =>
            {
                var count = left.GetValueOrDefault(Name(f));
                left[Name(f)] = count - 1;
                return count <= 0;
            }),
        ];

        static (string, string?, string) Name(Diagnostic finding) =>
            (finding.Rule.Id, finding.Location?.Path.Value, finding.Message);
    }

    private static string Count(IReadOnlyList<Diagnostic> findings)
    {
        var (errors, warnings) = (
            findings.Count(f => f.Severity == Severity.Error),
            findings.Count(f => f.Severity == Severity.Warning)
        );
        return errors + warnings == 0
            ? "no problems"
            : string.Join(", ", new[] { Counted(errors, "error"), Counted(warnings, "warning") }.OfType<string>());
    }

    private static string? Counted(int count, string name) =>
        count == 0 ? null : $"{count:N0} {name}{(count == 1 ? "" : "s")}";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
