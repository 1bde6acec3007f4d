using System.CommandLine;
using System.Diagnostics;
using KnowledgeSite.Cli.History;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.Preview;

/// <summary><c>preview</c>: the site on this machine alone, shown anew while its pages are written.</summary>
internal static class PreviewCommand
{
    public const int FirstPort = 5080;
    private const int MostPortsTried = 20;
    private const int WrongUsage = 2;

    public static readonly Option<int?> Port = new("--port")
    {
        Description = $"The port to listen on; {FirstPort}, or the next free one, unless told.",
        HelpName = "NUMBER",
    };

    public static readonly Option<bool> All = new("--all")
    {
        Description =
            "After each change the terminal lists all that is to mend, not only what is new; for an editor "
            + "that reads it.",
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
            await errors.WriteLineAsync("--port takes a number from 1 to 65535, or 0 for any that is free.");
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
                    ? $"Port {wanted} is in use by another program. Try another one (--port {wanted + 1}), or "
                        + "leave --port out to have a free one found."
                    : $"The ports from {FirstPort} to {FirstPort + MostPortsTried - 1} are all in use. Name a "
                        + "free one with --port."
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
    /// Without CODEOWNERS: whom a pull request asks is settled there, and a page that is half written names no owner.
    /// </summary>
    private static async Task<VersionControl> HistoryAsync(string input, CancellationToken cancellation) =>
        await GitRepository.ReadAsync(input, cancellation) with
        {
            Owners = null,
        };

    /// <summary>Null where no port could be had.</summary>
    private static async Task<PreviewServer?> ListenAsync(SiteWatcher site, int? port, CancellationToken cancellation)
    {
        var ports = port is { } wanted ? [wanted] : Enumerable.Range(FirstPort, MostPortsTried);
        foreach (var candidate in ports)
            if (await PreviewServer.StartAsync(site, candidate, cancellation) is { } server)
                return server;
        return null;
    }
}
