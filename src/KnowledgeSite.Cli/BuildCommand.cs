using System.Diagnostics;
using System.Runtime;
using KnowledgeSite.Cli.History;
using KnowledgeSite.Cli.Printing;
using KnowledgeSite.Cli.Reports;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli;

/// <summary>The commands <c>build</c> and <c>check</c>: builds the site once and reports the result.</summary>
internal static class BuildCommand
{
    /// <param name="printed">PDFs that were printed before this build and become part of the site.</param>
    public static async Task<int> RunAsync(
        BuildRequest request,
        bool check,
        TextWriter output,
        CancellationToken cancellation,
        PrintedSite? printed = null,
        SinceRequest? since = null
    )
    {
        var clock = Stopwatch.StartNew();
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        var options = check ? request.Options with { Output = null } : request.Options;
        var before = since is null
            ? null
            : Task.Run(() => since.ReadAsync(options, request.Theme, cancellation), cancellation);
        var repository = Task.Run(() => GitRepository.ReadAsync(options.Input, cancellation), cancellation);
        var tree = new FolderTree(options.Input, request.Options.Output!);
        var theme = request.Theme;
        var warmUp = Task.Run(theme.WarmUp, cancellation);
        var build = new SiteBuild(options, tree, theme)
        {
            VersionControl = repository,
            Printed = printed?.Files,
            PrintFindings = printed?.Findings ?? [],
        };
        var result = await BuildProgress.ShowAsync(
            progress => Task.Run(() => build.RunAsync(check, progress, cancellation), cancellation),
            Terminal.ShowsProgress(request.Format)
        );

        await warmUp;
        var changes =
            before is not null && result.Site is { } site ? since!.Compare(await before, site, options.Input) : null;
        if (changes is not null)
            since!.WriteFiles(changes);
        var report = new Report(result, options, request.Timings, clock.Elapsed) { Changes = changes };
        switch (request.Format)
        {
            case "json":
                JsonReport.Write(report, output);
                break;
            case "sarif":
                SarifReport.Write(report, output);
                break;
            case "github":
                GitHubReport.Write(report, output);
                break;
            default:
                new TextReport(report, output, Terminal.Style(output)).Write();
                break;
        }

        return result.HasErrors ? 1 : 0;
    }
}
