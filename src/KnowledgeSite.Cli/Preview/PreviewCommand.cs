using System.CommandLine;
using System.Diagnostics;
using KnowledgeSite.Cli.History;
using KnowledgeSite.Cli.Reports;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// The command <c>preview</c>: serves the site on this machine only, and refreshes it when files change.
/// </summary>
internal sealed class PreviewCommand : ToolCommand
{
    public const int FirstPort = 5080;
    private const int MaxPortsTried = 20;

    private readonly Option<int?> _port = new("--port")
    {
        Description = $"The port to listen on. Default: {FirstPort}, or the next free port.",
        HelpName = "NUMBER",
    };

    private readonly Option<bool> _all = new("--all")
    {
        Description = "List all problems after each change, not only the new ones. For editors that parse the output.",
    };

    public PreviewCommand(BuildCommandOptions options, CommandConsole console)
        : base("preview", "Serve the site on this machine and refresh it when a file changes.", options, console)
    {
        Add(_port);
        Add(_all);
    }

    protected override async Task<int> RunAsync(
        BuildRequest request,
        ParseResult arguments,
        CommandConsole console,
        CancellationToken cancellation
    )
    {
        var clock = Stopwatch.StartNew();
        var port = arguments.GetValue(_port);
        if (port is < 0 or > 65535)
            throw new UsageException("--port needs a number from 1 to 65535, or 0 for any free port.");

        var log = new PreviewLog(request.Options, console, arguments.GetValue(_all));
        var repository = Task.Run(() => HistoryAsync(request.Options.Input, cancellation), cancellation);
        await using var site = new SiteWatcher(request.Options, request.ThemeFolder, repository, log);
        await using var server = await ListenAsync(site, port, cancellation);
        if (server is null)
            throw new UsageException(
                port is { } wanted
                    ? $"Port {wanted} is in use by another program. Try another one (--port {wanted + 1}), "
                        + "or omit --port to use a free one."
                    : $"The ports {FirstPort} to {FirstPort + MaxPortsTried - 1} are all in use. Name a "
                        + "free port with --port."
            );

        await site.BeginAsync(cancellation);
        log.ReportStart(
            server,
            site.Shown.Result,
            clock.Elapsed,
            isOtherPort: port is null && server.Port != FirstPort
        );
        await site.FollowAsync(cancellation);
        log.ReportEnd();
        return 0;
    }

    /// <summary>
    /// The history without CODEOWNERS: reviewers are a matter of the pull request, and an unfinished page may have no
    /// owner yet.
    /// </summary>
    private static async Task<VersionControl> HistoryAsync(string input, CancellationToken cancellation) =>
        await GitRepository.ReadAsync(input, cancellation) with
        {
            Owners = null,
        };

    /// <summary>Null if no port is free.</summary>
    private static async Task<PreviewServer?> ListenAsync(SiteWatcher site, int? port, CancellationToken cancellation)
    {
        var ports = port is { } wanted ? [wanted] : Enumerable.Range(FirstPort, MaxPortsTried);
        foreach (var candidate in ports)
            if (await PreviewServer.StartAsync(site, candidate, cancellation) is { } server)
                return server;
        return null;
    }
}

/// <summary>
/// Writes the messages of the preview to the terminal: all problems at first, then only the differences.
/// </summary>
/// <param name="listsAll">Whether all problems are listed each time, for an editor that parses the output.</param>
internal sealed class PreviewLog(BuildOptions options, CommandConsole console, bool listsAll = false)
{
    private const int MaxPaths = 3;

    private readonly Lock _lock = new();
    private IReadOnlyList<Diagnostic> _known = [];

    public void ReportStart(PreviewServer server, BuildResult result, TimeSpan elapsed, bool isOtherPort)
    {
        lock (_lock)
        {
            Print(result.Diagnostics);
            _known = result.Diagnostics;
            if (isOtherPort)
                console.WriteLine($"Port {PreviewCommand.FirstPort} is in use. The preview uses another one.");
            var pages = result.Site?.Pages.Count ?? 0;
            console.WriteLine(
                $"Showing {pages:N0} {(pages == 1 ? "page" : "pages")} of {options.Input} at ",
                new($"http://localhost:{server.Port}{result.Site?.Settings.BasePath ?? "/"}", TextStyle.Bold),
                $" after {elapsed.TotalSeconds:N2} s: {Count(result.Diagnostics)}. Press Ctrl+C to stop."
            );
            console.Output.Flush();
        }
    }

    public void ReportChange(IReadOnlyList<string> paths, BuildResult result, TimeSpan elapsed)
    {
        lock (_lock)
        {
            var more = paths.Count > MaxPaths ? $" and {paths.Count - MaxPaths:N0} more" : "";
            console.WriteLine(
                $"{ReportText.Clean(string.Join(", ", paths.Take(MaxPaths)))}{more}: "
                    + $"{elapsed.TotalMilliseconds:N0} ms"
            );
            var found = Without(result.Diagnostics, _known);
            var fixedProblems = Without(_known, result.Diagnostics);
            foreach (var finding in fixedProblems)
                console.WriteLine(
                    new StyledText(
                        $"fixed: {TextReport.PlaceOf(options, finding)}{finding.Rule.Id}: "
                            + ReportText.Clean(finding.Message),
                        TextStyle.Quiet
                    )
                );
            Print(listsAll ? result.Diagnostics : found);
            if (listsAll || found.Count + fixedProblems.Count > 0)
                console.WriteLine($"Now {Count(result.Diagnostics)}.");
            _known = result.Diagnostics;
            console.Output.Flush();
        }
    }

    public void Failed(Exception bug)
    {
        lock (_lock)
        {
            console.WriteLine(
                "Internal error of KnowledgeSite. Your pages are not the cause. The preview still shows the "
                    + "last state. Please report it with the text below."
            );
            console.WriteLine(bug.ToString());
            console.Output.Flush();
        }
    }

    public void ReportEnd() => WriteLine("The preview has stopped.");

    public void WriteLine(string text)
    {
        lock (_lock)
            console.WriteLine(text);
    }

    private void Print(IReadOnlyList<Diagnostic> findings) =>
        new TextReport(new(new(null, [], null, findings, []), options, false, TimeSpan.Zero), console).WriteFindings();

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
        var errors = findings.Count(f => f.Severity == Severity.Error);
        var warnings = findings.Count(f => f.Severity == Severity.Warning);
        return errors + warnings == 0
            ? "no problems"
            : string.Join(
                ", ",
                new[] { FormatCount(errors, "error"), FormatCount(warnings, "warning") }.OfType<string>()
            );
    }

    private static string? FormatCount(int count, string name) =>
        count == 0 ? null : $"{count:N0} {name}{(count == 1 ? "" : "s")}";
}
