using System.CommandLine;
using System.Diagnostics;
using System.Runtime;
using KnowledgeSite.Cli.History;
using KnowledgeSite.Cli.Printing;
using KnowledgeSite.Cli.Reports;

namespace KnowledgeSite.Cli;

/// <summary>The command <c>build</c>: builds the site and reports the result.</summary>
internal sealed class BuildCommand(BuildCommandOptions options, CommandConsole console)
    : ToolCommand("build", "Build the site (the default).", options, console)
{
    protected override Task<int> RunAsync(
        BuildRequest request,
        ParseResult arguments,
        CommandConsole console,
        CancellationToken cancellation
    ) => BuildAsync(request, check: false, console, cancellation);

    /// <summary>Builds the site once and reports the result. Returns the exit code.</summary>
    /// <param name="check">Whether to check the finished HTML instead of writing the site.</param>
    /// <param name="printed">PDFs that were printed before this build and become part of the site.</param>
    /// <param name="since">The commit whose site is compared with this one, or null.</param>
    public static async Task<int> BuildAsync(
        BuildRequest request,
        bool check,
        CommandConsole console,
        CancellationToken cancellation,
        PrintedSite? printed = null,
        Comparison? since = null
    )
    {
        var clock = Stopwatch.StartNew();
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        var options = check ? request.Options with { Output = null } : request.Options;
        using var stored = ToolCache.Open(request.Options, mayCreate: !check);
        var before = since is null
            ? null
            : Task.Run(() => since.ReadAsync(options, request.Theme, stored, cancellation), cancellation);
        var repository = Task.Run(() => GitRepository.ReadAsync(options.Input, cancellation), cancellation);
        var theme = request.Theme;
        var warmUp = Task.Run(theme.WarmUp, cancellation);
        var build = new SiteBuild(options, request.Tree(), theme)
        {
            Stored = stored,
            ThemeKey = check ? null : ToolCache.KeyOf(theme, request.ThemeFolder),
            VersionControl = repository,
            Printed = printed?.Files,
            PrintFindings = printed?.Findings ?? [],
        };
        Task<BuildResult> RunAsync(IProgress<Engine.PhaseTiming>? progress) =>
            Task.Run(() => build.RunAsync(check, progress, cancellation), cancellation);
        var result =
            request.Format == "text" ? await console.ShowProgressAsync(RunAsync) : await RunAsync(progress: null);

        await warmUp;
        var baseSite = before is null ? null : await before;
        stored.Save();
        var changes =
            baseSite is not null && result.Site is { } site ? since!.Compare(baseSite, site, options.Input) : null;
        if (changes is not null)
            since!.WriteFiles(changes);
        var report = new Report(result, options, request.Timings, clock.Elapsed) { Changes = changes };
        switch (request.Format)
        {
            case "json":
                JsonReport.Write(report, console.Output);
                break;
            case "sarif":
                SarifReport.Write(report, console.Output);
                break;
            case "github":
                GitHubReport.Write(report, console.Output);
                break;
            default:
                new TextReport(report, console).Write();
                break;
        }

        return result.HasErrors ? 1 : 0;
    }
}
