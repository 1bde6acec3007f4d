using System.CommandLine;
using KnowledgeSite.Cli.History;
using KnowledgeSite.Cli.Reports;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.SiteModel.Moving;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli;

/// <summary>
/// The command <c>mv</c>: moves or renames a page or folder, updates every link to it and in it, and adds redirects
/// from its old URLs.
/// </summary>
internal sealed class MoveCommand : ToolCommand
{
    private readonly Argument<string> _old = new("OLD")
    {
        Description = "The page or folder to move, such as staff/clarity.md.",
    };

    private readonly Argument<string> _new = new("NEW")
    {
        Description = "Its new path, such as staff/what-clarity-is.md.",
    };

    public MoveCommand(BuildCommandOptions options, CommandConsole console)
        : base(
            "mv",
            "Move or rename a page or folder. Updates all links to it, adds redirects from the old URLs, "
                + "and checks the site.",
            options,
            console
        )
    {
        Add(_old);
        Add(_new);
    }

    protected override async Task<int> RunAsync(
        BuildRequest request,
        ParseResult arguments,
        CommandConsole console,
        CancellationToken cancellation
    )
    {
        var input = request.Options.Input;
        var folder = new InputFolder(request.Options.Input);
        var old = arguments.GetRequiredValue(_old);
        var wanted = arguments.GetRequiredValue(_new);
        var tree = request.Tree();
        var built = await request.BuildAsync(tree, cancellation);
        var from = WithEnding(built.Site, folder.Resolve(old));
        var to = folder.Resolve(wanted);
        if (from is { MayBePage: true } && to is { MayBePage: false, Extension.Length: <= 1 } && !wanted.EndsWith('/'))
            to = new($"{to}{Path.GetExtension(from.Value)}");
        if (Refusal(built.Site, folder, from, old, to, wanted) is { } refusal)
            throw new UsageException(refusal);

        var move = new PathMove(built.Site!, from!, to!);
        var edits = move.Edits.Concat(SearchTests(tree, move)).Concat(Folders(tree, move)).ToList();
        var changes = new FileChanges().Rename(tree.FullPath(from!), folder.FullPath(to!));
        foreach (var (path, text) in edits)
            changes.PutText(tree.FullPath(path), text);
        changes.Apply();
        foreach (var (path, _) in edits.Where(e => move.PathOf(e.Path) == e.Path))
            console.WriteLine(ReportText.Clean($"{input}/{path}: links updated"));
        console.WriteLine(
            ReportText.Clean(
                $"{input}/{from} is now {input}/{to}{(move.ChangesAddress ? "; its old URL redirects there" : "")}."
            )
        );
        if (FindPattern(built.Site!.Settings, from!) is { } pattern)
            console.WriteLine(
                ReportText.Clean(
                    $"{input}/{SiteSettings.FileName} contains '{pattern}', which the move may "
                        + "affect. Change it by hand."
                )
            );
        var repository = await GitRepository.ReadAsync(input, cancellation);
        if (repository.Owners is not null && (await request.BuildAsync(request.Tree(), cancellation)).Site is { } site)
            OwnersCommand.Renew(site, repository, console);
        return await BuildCommand.BuildAsync(request, check: true, console, cancellation);
    }

    private static IEnumerable<(SourcePath Path, string Text)> SearchTests(FolderTree tree, PathMove move) =>
        TextOf(tree, new(SearchTest.FileName)) is { Text: not null } tests
        && move.TestsOf(tests) is var text
        && text != tests.Text.Value
            ? [(tests.Path, text)]
            : [];

    private static IEnumerable<(SourcePath Path, string Text)> Folders(FolderTree tree, PathMove move) =>
        move.FoldersWithoutPage.Select(f =>
            (f.Append(FolderSettings.FileName), move.FolderTextOf(f, TextOf(tree, f.Append(FolderSettings.FileName))))
        );

    private static SourceFile? TextOf(ISourceTree tree, SourcePath path) =>
        tree.Contains(path) ? tree.ReadFile(path, new DiagnosticBag()) : null;

    /// <summary>
    /// The first path or pattern in <c>site.yaml</c> that begins with the moved page or folder, or null.
    /// </summary>
    private static string? FindPattern(SiteSettings settings, SourcePath path) =>
        settings
            .Files.Concat(settings.Exemptions.Select(e => e.Pattern).OfType<string>())
            .Concat(
                settings
                    .Allowed.Where(a => a.StartsWith("file ", StringComparison.OrdinalIgnoreCase))
                    .Select(a => a[5..].Trim())
            )
            .FirstOrDefault(p =>
                new SourcePath(p).IsWithin(path) || new SourcePath(p).IsWithin(path.WithoutExtension())
            );

    /// <summary>
    /// The path with <c>.md</c> added if it names a page without it, as <c>new</c> allows. A folder of that name takes
    /// precedence.
    /// </summary>
    private static SourcePath? WithEnding(Site? site, SourcePath? path)
    {
        if (path is null || site is null || path.MayBePage || site.Folders.ContainsKey(path))
            return path;
        return site.Pages.FirstOrDefault(p => !p.IsFolderPage && p.Path.WithoutExtension() == path)?.Path ?? path;
    }

    /// <summary>The reason why the move is not possible, or null if it is.</summary>
    private static string? Refusal(
        Site? site,
        InputFolder folder,
        SourcePath? from,
        string old,
        SourcePath? to,
        string wanted
    )
    {
        if (from is null || site is null || !(site.Pages.Any(p => p.Path == from) || site.Folders.ContainsKey(from)))
            return $"There is no page or folder '{old}' in {folder}. Give its path, as in '{ToolName.Here} mv "
                + "staff/clarity.md staff/what-clarity-is.md'.";
        if (to is null)
            return $"'{wanted}' is not a path below {folder}.";
        if (to == from)
            return $"'{old}' already has the path '{wanted}'.";
        if (Path.Exists(folder.FullPath(to)) && !IsSameFile(folder, from, to))
            return $"'{wanted}' exists already. Choose another path.";
        return site.Folders.ContainsKey(from)
            ? FolderRefusal(site, from, to, wanted)
            : PageRefusal(site.Pages.First(p => p.Path == from), folder, old, to, wanted);
    }

    private static string? PageRefusal(SitePage page, InputFolder folder, string old, SourcePath to, string wanted)
    {
        if (PagePath.IsFolderPage(page.Path))
            return $"'{old}' is the index page of its folder. Move the folder instead: '{ToolName.Here} mv "
                + $"{page.Folder} …'.";
        if (page.IsFolderPage)
            return $"'{old}' is the index page of the folder '{page.Folder}'. Rename the file to "
                + $"'{page.Folder}/index.md', then move the folder.";
        if (page.Path.IsNotebook ? !to.IsNotebook : !to.IsMarkdown)
            return $"'{wanted}' is not a valid path for a page. It must be below {folder} and end in "
                + $"{(page.Path.IsNotebook ? ".ipynb" : ".md")}.";
        return to.NameWithoutExtension.ToLowerInvariant() is "index" or "readme" || HidesPages(to)
            ? $"'{wanted}' would not be a page of its own. index.md and README.md are the index page of "
                + "their folder, and names that begin with '_' or '.' are ignored."
            : null;
    }

    private static string? FolderRefusal(Site site, SourcePath from, SourcePath to, string wanted)
    {
        if (to.IsWithin(from))
            return $"'{wanted}' is inside the folder to move. Choose a path outside it.";
        if (to.MayBePage || HidesPages(to))
            return $"'{wanted}' is not a valid path for a folder of pages. It must not end in .md, and no "
                + "part of it may begin with '_' or '.'.";
        if (site.Folders[from].Page is { } page && !page.Path.IsWithin(from))
            return $"The index page of this folder is '{page.Path}', outside the folder. Rename that file "
                + $"to '{from}/index.md', then move the folder.";
        return site.Ladders.Any(l => l.Ladder.Folder == from) && to.FileName != from.FileName
            ? $"'{from}' is a ladder, and its pages refer to it by its folder's name. Keep the name "
                + $"'{from.FileName}'. To change what readers see, edit the title in ladder.yaml."
            : null;
    }

    private static bool HidesPages(SourcePath path) => path.Segments.Any(s => s.StartsWith('_') || s.StartsWith('.'));

    /// <summary>Whether the names differ only in letter case and the file system treats them as the same.</summary>
    private static bool IsSameFile(InputFolder folder, SourcePath from, SourcePath to) =>
        string.Equals(from.Value, to.Value, StringComparison.OrdinalIgnoreCase)
        && !Directory
            .EnumerateFileSystemEntries(Path.GetDirectoryName(folder.FullPath(to))!)
            .Any(e => Path.GetFileName(e) == to.FileName);
}
