using System.CommandLine;
using System.Diagnostics;
using KnowledgeSite.Cli.History;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// The command <c>preview</c>: serves the site on this machine only, and refreshes it when files change.
/// </summary>
internal static class PreviewCommand
{
    public const int FirstPort = 5080;
    private const int MaxPortsTried = 20;
    private const int WrongUsage = 2;

    public static readonly Option<int?> Port = new("--port")
    {
        Description = $"The port to listen on. Default: {FirstPort}, or the next free port.",
        HelpName = "NUMBER",
    };

    public static readonly Option<bool> All = new("--all")
    {
        Description = "List all problems after each change, not only the new ones. For editors that parse the output.",
    };

    public static async Task<int> RunAsync(
        BuildRequest request,
        int? port,
        bool listsAll,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellation
    )
    {
        var clock = Stopwatch.StartNew();
        if (port is < 0 or > 65535)
        {
            await errors.WriteLineAsync("--port needs a number from 1 to 65535, or 0 for any free port.");
            return WrongUsage;
        }

        var log = new PreviewLog(request.Options, output, Terminal.Style(output), listsAll);
        var repository = Task.Run(() => HistoryAsync(request.Options.Input, cancellation), cancellation);
        await using var site = new SiteWatcher(request.Options, request.ThemeFolder, repository, log);
        await using var server = await ListenAsync(site, port, cancellation);
        if (server is null)
        {
            await errors.WriteLineAsync(
                port is { } wanted
                    ? $"Port {wanted} is in use by another program. Try another one (--port {wanted + 1}), "
                        + "or omit --port to use a free one."
                    : $"The ports {FirstPort} to {FirstPort + MaxPortsTried - 1} are all in use. Name a "
                        + "free port with --port."
            );
            return WrongUsage;
        }

        await site.BeginAsync(cancellation);
        log.Began(server, site.Shown.Result, clock.Elapsed, isOtherPort: port is null && server.Port != FirstPort);
        await site.FollowAsync(cancellation);
        log.Ended();
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
