using System.CommandLine;
using KnowledgeSite.Caching;
using KnowledgeSite.Changes;
using KnowledgeSite.Cli.History;
using KnowledgeSite.Cli.Reports.Changes;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Rendering;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli;

/// <summary>
/// The command <c>check</c>: checks pages and finished HTML and writes no site. With <c>--since</c> it also reports
/// what has changed for readers since a branch, tag or commit.
/// </summary>
internal sealed class CheckCommand : ToolCommand
{
    private readonly Option<string?> _since = new("--since")
    {
        Description =
            "Report what has changed for readers since this branch diverged from REF (a branch, tag or "
            + "commit). Includes uncommitted changes.",
        HelpName = "REF",
    };

    private readonly Option<string[]> _report = new("--report")
    {
        Description =
            "Write the report of '--since' to a file: Markdown for a comment (.md), or JSON (.json). May be "
            + "given twice.",
        HelpName = "FILE",
    };

    public CheckCommand(BuildCommandOptions options, CommandConsole console)
        : base(
            "check",
            "Check the pages and the generated HTML. Reports problems but writes no site.",
            options,
            console
        )
    {
        Add(_since);
        Add(_report);
    }

    protected override async Task<int> RunAsync(
        BuildRequest request,
        ParseResult arguments,
        CommandConsole console,
        CancellationToken cancellation
    )
    {
        var since = arguments.GetValue(_since);
        var files = arguments.GetValue(_report) ?? [];
        if (Refusal(request, since, files) is { } refusal)
            throw new UsageException(refusal);
        if (since is null || !Directory.Exists(request.Options.Input))
            return await BuildCommand.BuildAsync(request, check: true, console, cancellation);
        var (commit, problem) = await GitBase.FindAsync(request.Options.Input, since, cancellation);
        if ((problem ?? files.Select(FindWriteError).OfType<string>().FirstOrDefault()) is { } reason)
            throw new UsageException(reason);
        return await BuildCommand.BuildAsync(request, check: true, console, cancellation, since: new(commit!, files));
    }

    private static string? Refusal(BuildRequest request, string? since, IReadOnlyList<string> files)
    {
        if (since is null)
            return files.Count > 0
                ? "'--report' needs '--since'. Name a branch, a tag or a commit: '--since origin/main'."
                : null;
        if (string.IsNullOrWhiteSpace(since))
            return "'--since' needs the name of a branch, a tag or a commit, such as 'origin/main'.";
        if (files.FirstOrDefault(f => !IsKnown(f)) is { } other)
            return $"'--report' needs a file that ends in .md or .json, not '{other}'.";
        return files.Count == 0 && request.Format is ("github" or "sarif")
            ? $"'--format {request.Format}' cannot contain the report of '--since'. Write it to a file: "
                + "'--report changes.md'."
            : null;
    }

    /// <summary>
    /// Tests before the long build whether the file can be written. Returns the reason if it cannot, or null.
    /// </summary>
    private static string? FindWriteError(string file)
    {
        try
        {
            FileChanges.Write(file, "");
            return null;
        }
        catch (FileChangeException e)
        {
            return e.Message;
        }
    }

    private static bool IsKnown(string file) => Comparison.IsMarkdown(file) || Comparison.IsJson(file);
}

/// <summary>The commit to compare with, and the report files to write.</summary>
internal sealed record Comparison(GitBase Base, IReadOnlyList<string> Files)
{
    public static bool IsMarkdown(string file) => file.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    public static bool IsJson(string file) => file.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Builds the site of the base commit with the running version of the tool. Its problems are not reported.
    /// </summary>
    /// <param name="stored">Results of earlier builds.</param>
    public async Task<BaseSite> ReadAsync(
        BuildOptions options,
        ITheme theme,
        PersistentCache stored,
        CancellationToken cancellation
    )
    {
        var changes = Base.ChangesAsync(options.Input, cancellation);
        var tree = await GitTree.ReadAsync(options.Input, Base.Commit, cancellation);
        var build = new SiteBuild(options, tree, theme) { Stored = stored };
        return new(await build.ModelAsync(cancellation), tree, await changes);
    }

    public ChangeReport Compare(BaseSite before, Site after, string input) =>
        new(
            Base,
            SiteDifference.Between(before.Site, after, before.Renames) with
            {
                Settings = [.. Settings(before, new FolderTree(input))],
                Files =
                [
                    .. before
                        .Changes.Where(c => !IsHandled(c.After ?? c.Before!))
                        .Select(c => new ChangedInputFile(c.Before, c.After))
                        .OrderBy(f => f.Path),
                ],
            },
            input
        );

    private static IEnumerable<ChangedSetting> Settings(BaseSite before, FolderTree after) =>
        from change in before.Changes
        let path = change.After ?? change.Before!
        where IsSettings(path)
        orderby path
        from setting in ChangedSetting.Between(path, TextOf(before.Tree, change.Before), TextOf(after, change.After))
        select setting;

    private static string? TextOf(ISourceTree tree, SourcePath? path) =>
        path is not null && tree.Contains(path) ? tree.ReadFile(path, new DiagnosticBag())?.Text?.Value : null;

    private static bool IsSettings(SourcePath path) =>
        path.Value == SiteSettings.FileName || path.FileName == FolderSettings.FileName;

    /// <summary>
    /// Whether another part of the report covers the file: pages, settings and ladders. Hidden files are never read.
    /// </summary>
    private static bool IsHandled(SourcePath path) =>
        path.MayBePage
        || IsSettings(path)
        || path.FileName == LadderFile.FileName
        || path.Segments.Any(s => s.StartsWith('.') && s != ".well-known");

    public void WriteFiles(ChangeReport report)
    {
        foreach (var file in Files)
            FileChanges.Write(file, IsMarkdown(file) ? MarkdownChanges.Write(report) : JsonChanges.Write(report));
    }
}

/// <param name="Site">The site of the base commit, or null if it had no pages.</param>
/// <param name="Tree">The input folder in the base commit.</param>
/// <param name="Changes">The files that were added, changed, renamed or removed since.</param>
internal sealed record BaseSite(
    Site? Site,
    ISourceTree Tree,
    IReadOnlyList<(SourcePath? Before, SourcePath? After)> Changes
)
{
    /// <summary>The former path of each renamed file, by its current path.</summary>
    public IReadOnlyDictionary<SourcePath, SourcePath> Renames { get; } =
        Changes
            .Where(c => c is { Before: not null, After: not null } && c.Before != c.After)
            .ToDictionary(c => c.After!, c => c.Before!);
}
