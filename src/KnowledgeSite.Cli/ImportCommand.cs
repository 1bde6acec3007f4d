using System.CommandLine;
using KnowledgeSite.Cli.Reports;
using KnowledgeSite.Files;
using KnowledgeSite.Import;
using KnowledgeSite.Ladders;
using KnowledgeSite.Output;
using KnowledgeSite.Rendering;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Word;

namespace KnowledgeSite.Cli;

/// <summary>
/// The command <c>import</c>: turns the changes that somebody made in the Word file of a level or a dimension into
/// changes of the Markdown.
/// </summary>
internal sealed class ImportCommand : ToolCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The edited file, such as senior.docx." };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show the changes and write nothing." };

    public ImportCommand(BuildCommandOptions options, CommandConsole console)
        : base(
            "import",
            "Write the changes of an edited Word file of a level or a dimension into the Markdown.",
            options,
            console
        )
    {
        Add(_file);
        Add(_dryRun);
    }

    protected override async Task<int> RunAsync(
        BuildRequest request,
        ParseResult arguments,
        CommandConsole console,
        CancellationToken cancellation
    )
    {
        var file = arguments.GetRequiredValue(_file);
        var tree = request.Tree();
        var before = await request.BuildAsync(tree, cancellation);
        if (before.HasErrors || before.Site is not { } site)
            return await BuildCommand.BuildAsync(request, check: true, console, cancellation);
        var bytes = ReadFile(file);
        var (address, ladder) = Find(site, bytes, file);
        var expected = before.Files.First(f => f.Path == WordFiles.AddressOf(address)).ToBytes();
        var keys = WriteWord.KeysOf(ladder);
        var edited = EditedDocument.Read(bytes, keys)!;
        foreach (var key in edited.Duplicates)
            console.WriteLine(ReportText.Clean($"{file}: {key} occurs more than once. Only its first place is read."));
        if (edited.Comments > 0)
            console.WriteLine(ReportText.Clean($"{file}: {edited.Comments} comments are not imported."));
        var changes = WordChanges.Between(EditedDocument.Read(expected, keys)!, edited);
        if (changes.IsEmpty)
        {
            console.WriteLine("No changes.");
            return 0;
        }

        var (import, after) = await ApplyAsync(request, ladder, changes, cancellation);
        foreach (var key in changes.Unmarked)
            console.WriteLine(ReportText.Clean($"{key} has lost its mark and was found by its words."));
        if (after.Site?.Ladders.FirstOrDefault(l => l.Ladder.Id == ladder.Id)?.Ladder is { } changed)
            Show(LadderDifference.Between(ladder.Document, changed.Document), console);
        foreach (var key in import.Plain)
            console.WriteLine(
                ReportText.Clean($"{key}: links and marks are lost, because the words around them changed.")
            );
        foreach (var text in import.Unplaced)
            console.WriteLine(ReportText.Clean($"not placed: {text}"));
        if (!arguments.GetValue(_dryRun))
            Write(request, import, console);
        return import.Unplaced.Count > 0 ? 1 : 0;
    }

    private static byte[] ReadFile(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{file}' cannot be read: {e.Message}");
        }
    }

    /// <summary>The page from which the file was made.</summary>
    private static (SitePath Address, Ladder Ladder) Find(Site site, byte[] bytes, string file)
    {
        if (EditedDocument.Read(bytes, []) is not { } document)
            throw new UsageException($"'{file}' is not a Word file, or it is damaged.");
        var pages = new WordFiles(site);
        // The footer of a file has the whole URL.
        var root = site.Settings.BaseUrl?.AbsoluteUri ?? "";
        var written = document.Address ?? "";
        if (root.Length > 0 && written.StartsWith(root, StringComparison.Ordinal))
            written = "/" + Uri.UnescapeDataString(written[root.Length..]);
        if (!written.StartsWith('/') || pages.Find(new(written)) is not { IsEditable: true, Ladder: { } ladder })
            throw new UsageException(
                $"'{file}' is not the Word file of a level or a dimension of this site. Download it from the page, "
                    + "and keep its footer, which names the page."
            );
        return (new(written), ladder);
    }

    /// <summary>
    /// Applies the changes in memory. If the new wordings do not read as in the file, because marks have lost their
    /// partner, they are written without marks.
    /// </summary>
    private static async Task<(WordImport Import, BuildResult After)> ApplyAsync(
        BuildRequest request,
        Ladder ladder,
        WordChanges changes,
        CancellationToken cancellation
    )
    {
        var import = new WordImport(ladder, changes, isPlain: false);
        var after = await BuildAsync(import);
        if (Reads(after, ladder, changes))
            return (import, after);
        import = new(ladder, changes, isPlain: true);
        return (import, await BuildAsync(import));

        Task<BuildResult> BuildAsync(WordImport now) =>
            request.BuildAsync(
                new EditedTree(request.Tree(), now.Files.ToDictionary(f => f.Path, f => f.Text)),
                cancellation
            );
    }

    private static bool Reads(BuildResult after, Ladder ladder, WordChanges changes) =>
        after.Site?.Ladders.FirstOrDefault(l => l.Ladder.Id == ladder.Id)?.Ladder is { } now
        && changes.Reworded.All(c => now.SignalOf(c.Key) is not { } signal || signal.Statement.Text == c.Text);

    private static void Show(LadderDifference difference, CommandConsole console)
    {
        foreach (var change in difference.Statements)
        {
            console.WriteLine(
                ReportText.Clean(
                    $"{change.Kind.ToString().ToLowerInvariant(), -6} {ChangeLabels.Format(change)}: "
                        + (change.Id ?? change.Cell)
                )
            );
            if (change.Before is { } before)
                console.WriteLine(ReportText.Clean($"       - {before}"));
            if (change.After is { } after)
                console.WriteLine(ReportText.Clean($"       + {after}"));
        }

        console.WriteLine(
            $"The change is {difference.Kind.ToString().ToLowerInvariant()}: {ChangeLabels.Format(difference.Kind)}."
        );
    }

    private static void Write(BuildRequest request, WordImport import, CommandConsole console)
    {
        var tree = request.Tree();
        var changes = new FileChanges();
        var files = import.Files.ToList();
        foreach (var (path, text) in files)
            changes.PutText(tree.FullPath(path), text);
        changes.Apply();
        foreach (var (path, _) in files)
            console.WriteLine(ReportText.Clean($"{request.Options.Input}/{path} is changed."));
    }
}
