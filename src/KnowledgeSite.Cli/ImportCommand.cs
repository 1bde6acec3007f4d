using System.CommandLine;
using KnowledgeSite.Cli.Reports;
using KnowledgeSite.Diagnostics;
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
        var bytes = ReadFile(file);
        var tree = request.Tree();
        var before = await request.BuildAsync(tree, cancellation);
        if (before.HasErrors || before.Site is not { } site)
            return await BuildCommand.BuildAsync(request, check: true, console, cancellation);
        var (address, ladder) = Find(site, bytes, file);
        var expected = before.Files.First(f => f.Path == WordFiles.AddressOf(address)).ToBytes();
        var keys = WriteWord.KeysOf(ladder);
        var edited = EditedDocument.Read(bytes, keys)!;
        var findings = new DiagnosticBag();
        findings.AddRange(edited.Duplicates.Select(key => Diagnostic.OfSite(ImportRules.Repeated, file, key)));
        if (edited.Comments > 0)
            findings.Add(
                Diagnostic.OfSite(
                    ImportRules.Comments,
                    file,
                    edited.Comments == 1 ? "1 comment" : $"{edited.Comments} comments",
                    edited.Comments == 1 ? "is" : "are"
                )
            );
        var changes = WordChanges.Between(EditedDocument.Read(expected, keys)!, edited);
        if (edited.Version is { } version && ladder.Versions.All is [var newest, ..] && newest.Name != version)
        {
            var known = ladder.Versions.All.FirstOrDefault(v => v.Name == version);
            if (known is not null)
                changes = changes.Since(known.Snapshot);
            findings.Add(
                Diagnostic.OfSite(
                    ImportRules.OtherVersion,
                    file,
                    version,
                    newest.Name,
                    known is null
                        ? "The ladder has no such version, so compare each change with the present wording."
                        : "Statements that are as in that version are left as they are now. Check the others."
                )
            );
        }

        if (changes.IsEmpty)
        {
            Report(findings, request, site, console);
            console.WriteLine("No changes.");
            return 0;
        }

        var (import, after) = await ApplyAsync(request, ladder, changes, cancellation);
        findings.AddRange(changes.Unmarked.Select(key => Diagnostic.OfSite(ImportRules.Unmarked, file, key)));
        if (after.Site?.Ladders.FirstOrDefault(l => l.Ladder.Id == ladder.Id)?.Ladder is { } changed)
            Show(LadderDifference.Between(ladder.Document, changed.Document), console);
        findings.AddRange(import.Plain.Select(key => Diagnostic.OfSite(ImportRules.LostMarks, file, key)));
        findings.AddRange(
            import.Unplaced.Select(u => Diagnostic.OfSite(ImportRules.NotPlaced, file, u.Change, u.Remedy))
        );
        var hasErrors = Report(findings, request, site, console);
        if (!arguments.GetValue(_dryRun))
            Write(request, import, console);
        return hasErrors ? 1 : 0;
    }

    /// <summary>Writes what was found. Returns whether there are errors.</summary>
    private static bool Report(DiagnosticBag findings, BuildRequest request, Site site, CommandConsole console)
    {
        var policy = new DiagnosticPolicy(site.Settings.Severities, request.Options.Strict, site.Settings.IsPrepared);
        var reported = policy.Apply(findings.Sorted());
        foreach (var finding in reported)
            console.WriteLine(
                ReportText.Clean(
                    $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Rule.Id}: {finding.Message}"
                )
            );
        return reported.Any(f => f.Severity == Severity.Error);
    }

    private static byte[] ReadFile(string file)
    {
        if (Directory.Exists(file))
            throw new UsageException($"'{file}' is a folder. Name the Word file to import.");
        if (!File.Exists(file))
            throw new UsageException($"There is no file '{file}'. Correct the path.");
        try
        {
            if (new FileInfo(file).Length > EditedFile.MaxSize)
                throw Refusal(
                    Diagnostic.OfSite(
                        ImportRules.TooLarge,
                        file,
                        $"it has more than {EditedFile.MaxSize / 1_000_000} MB"
                    )
                );
            var bytes = File.ReadAllBytes(file);
            return EditedFile.Check(file, bytes) is { } fault ? throw Refusal(fault) : bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{file}' cannot be read: {e.Message}");
        }
    }

    private static UsageException Refusal(Diagnostic finding) => new($"{finding.Rule.Id}: {finding.Message}");

    /// <summary>The page from which the file was made.</summary>
    private static (SitePath Address, Ladder Ladder) Find(Site site, byte[] bytes, string file)
    {
        if (EditedDocument.Read(bytes, []) is not { } document)
            throw Refusal(EditedFile.Unreadable(file, "it contains no document, or it is damaged"));
        var root = site.Settings.BaseUrl;
        if (root is not null && document.Url is { } url && !root.IsBaseOf(url))
            throw Refusal(
                Other(
                    $"it is from another site: {url}",
                    $"Import it there. If this site has moved from there to {root}, download the file "
                        + $"again, and repeat the "
                        + "changes."
                )
            );
        // Without the properties, the footer has the whole URL.
        var written = document.Address ?? "";
        if (root is not null && written.StartsWith(root.AbsoluteUri, StringComparison.Ordinal))
            written = "/" + Uri.UnescapeDataString(written[root.AbsoluteUri.Length..]);
        if (!written.StartsWith('/'))
            throw Refusal(
                Other("it does not say from which page it was made", "Download it from the page, and keep its footer.")
            );
        if (new WordFiles(site).Find(new(written)) is not { IsEditable: true, Ladder: { } ladder })
            throw Refusal(
                Other(
                    $"'{written}' is not the page of a level or a dimension of this site",
                    "Download the file of the level or the dimension that you want to change."
                )
            );
        return (new(written), ladder);

        Diagnostic Other(string reason, string remedy) =>
            Diagnostic.OfSite(ImportRules.OtherPage, file, reason, remedy);
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

        var kind = difference.Kind.ToString().ToLowerInvariant();
        console.WriteLine(
            difference.Kind == ChangeKind.None
                ? "No statement changes."
                : $"The change is {kind}: {ChangeLabels.Format(difference.Kind)}."
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
