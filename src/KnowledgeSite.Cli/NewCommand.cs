using System.CommandLine;
using System.CommandLine.Completions;
using System.Diagnostics;
using KnowledgeSite.Cli.History;
using KnowledgeSite.Cli.Reports;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Drafts;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli;

/// <summary>
/// The command <c>new</c>: creates a page, checks the site with it as strictly as for a pull request, and lists the
/// next steps. It asks a person at the terminal for what was not given.
/// </summary>
internal sealed class NewCommand : ToolCommand
{
    private readonly Argument<string?> _kind = new("KIND")
    {
        Description = $"The kind of page: {string.Join(", ", DraftWriter.Kinds.Select(NameOf))}.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Argument<string?> _path = new("PATH")
    {
        Description =
            "The path below the input folder, such as workshops/listening. For a section or a "
            + "ladder, the path of its folder.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string?> _title = new("--title")
    {
        Description = "The title. Default: derived from the file name.",
    };
    private readonly Option<string?> _description = new("--description")
    {
        Description = "A summary for readers in one sentence.",
    };
    private readonly Option<string?> _owner = new("--owner")
    {
        Description = "The person or team responsible for the page.",
    };
    private readonly Option<string[]> _tags = new("--tags")
    {
        Description = "Tags from the list in site.yaml.",
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string?> _ladder = new("--ladder")
    {
        Description = "The ladder to which an archetype, a role or a workshop belongs.",
    };
    private readonly Option<string?> _level = new("--level")
    {
        Description = "The level of a role, or the first level of an archetype.",
    };
    private readonly Option<string[]> _serves = new("--serves")
    {
        Description = "Ids of cells or signals that a workshop helps with.",
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string?> _extends = new("--extends")
    {
        Description = "The ladder that a new ladder extends.",
    };

    public NewCommand(BuildCommandOptions options, CommandConsole console)
        : base("new", "Create a valid page of a kind and list the next steps.", options, console)
    {
        var names = new InputNames(options.Input);
        _kind.CompletionSources.Add(context =>
            Place(context) == 0
                ? DraftWriter.Kinds.Select(k => new CompletionItem(NameOf(k), detail: DraftWriter.Meaning(k)))
                : []
        );
        _path.CompletionSources.Add(context =>
            Place(context) == 1 ? names.Folders(context, context.ParseResult.GetValue(_kind)) : []
        );
        _owner.CompletionSources.Add(names.Owners);
        _tags.CompletionSources.Add(names.Tags);
        _ladder.CompletionSources.Add(names.Ladders);
        _extends.CompletionSources.Add(names.Ladders);
        _level.CompletionSources.Add(names.Levels);
        Add(_kind);
        Add(_path);
        Option[] own = [_title, _description, _owner, _tags, _ladder, _level, _serves, _extends];
        foreach (var option in own)
            Add(option);
    }

    protected override async Task<int> RunAsync(
        BuildRequest request,
        ParseResult arguments,
        CommandConsole console,
        CancellationToken cancellation
    )
    {
        var options = request.Options;
        var input = new InputFolder(request.Options.Input);
        if (!Directory.Exists(options.Input))
            throw new UsageException(
                $"The folder '{options.Input}' does not exist. Create it, or name the folder of your "
                    + "pages with --input."
            );
        var kind = Kind(arguments.GetValue(_kind) ?? (console.CanAsk ? AskKind(console) : null), options.Tool);
        var tree = request.Tree();
        var before = await CheckAsync(request, tree, check: false, cancellation);
        var writer = new DraftWriter(before.Site, options.Today);
        var path =
            arguments.GetValue(_path)
            ?? (
                console.CanAsk
                    ? console.AskText(
                        $"Which path? It is below {input}, such as {Example(kind)}",
                        null,
                        path => writer.RefusalOfPath(new(kind, input.Below(path)))
                    )
                    : null
            )
            ?? throw new UsageException($"Give the path: '{options.Tool} new {NameOf(kind)} {Example(kind)}'.");
        var draft = Request(arguments, kind, input.Below(path));
        if (console.CanAsk && writer.RefusalOfPath(draft) is null)
            foreach (var step in writer.Questions)
                if (step(draft) is { } question)
                    draft = question.Answer(draft, Ask(console, question));
        var outcome = writer.Write(draft);
        if ((outcome.Refusal ?? input.Refusal(outcome.Draft!.Files)) is { } refusal)
            throw new UsageException(refusal);

        var files = outcome.Draft!.Files;
        var originals = files.ToDictionary(f => f.Path, f => f.IsNew ? null : tree.Read(f.Path));
        input.Write(files);
        foreach (var file in files)
            console.WriteLine(
                ReportText.Clean($"{(file.IsNew ? "New" : "Changed")}: {input.FullPath(file.Path).Replace('\\', '/')}")
            );
        return await ReportAsync(request, outcome.Draft, tree, new(tree, originals), console, cancellation);
    }

    private static string AskKind(CommandConsole console) =>
        console.AskOne(
            "What kind of page?",
            [.. DraftWriter.Kinds.Select(k => (NameOf(k), (string?)DraftWriter.Meaning(k)))]
        );

    private static PageKind Kind(string? name, string tool)
    {
        if (name is null)
            throw new UsageException(
                $"Give the kind of page and its path: '{tool} new workshop workshops/listening'. Kinds: {Names}."
            );
        return
            Enum.TryParse<PageKind>(name, ignoreCase: true, out var kind)
            && Enum.IsDefined(kind)
            && !char.IsAsciiDigit(name[0])
            ? kind
            : throw new UsageException(
                $"'{name}' is not a kind of page.{SuggestionIndex.DidYouMean(name, DraftWriter.Kinds.Select(NameOf))} "
                    + $"Kinds: {Names}."
            );
    }

    private static string Names => string.Join(", ", DraftWriter.Kinds.Select(NameOf));

    private static string Example(PageKind kind) =>
        kind switch
        {
            PageKind.Section => "guides",
            PageKind.Ladder => "ladders/design",
            PageKind.Dimension => "ladders/design/dimensions/craft",
            PageKind.Level => "ladders/design/levels/senior",
            PageKind.Workshop => "workshops/listening",
            PageKind.Role => "roles/senior-designer",
            PageKind.Document => "documents/promotion-case",
            _ => "guides/setup",
        };

    private static IReadOnlyList<string> Ask(CommandConsole console, DraftQuestion question)
    {
        if (question.Choices.Count == 0)
            return [console.AskText(question.Text, question.Default, _ => null)];
        return question.AllowsSeveral
            ? console.AskSeveral(question.Text, question.Choices)
            : [console.AskOne(question.Text, [.. question.Choices.Select(c => (c, (string?)null))])];
    }

    private static async Task<int> ReportAsync(
        BuildRequest request,
        Draft draft,
        ISourceTree tree,
        TreeSnapshot before,
        CommandConsole console,
        CancellationToken cancellation
    )
    {
        var clock = Stopwatch.StartNew();
        var after = await CheckAsync(request, tree, check: true, cancellation);
        if (after.Diagnostics.Any(d => d.Rule == SourceRules.OwnersStale))
            OwnersCommand.Renew(
                after.Site!,
                await GitRepository.ReadAsync(request.Options.Input, cancellation),
                console
            );
        var knownProblems = after.HasErrors
            ? (await CheckAsync(request, before, check: true, cancellation))
                .Diagnostics.Select(d => (d.Rule.Id, d.Location?.Path, d.Message))
                .ToHashSet()
            : [];
        var added = after with
        {
            Diagnostics =
            [
                .. after.Diagnostics.Where(d =>
                    d.Severity == Severity.Error
                    && d.Rule != SourceRules.OwnersStale
                    && d.Rule != SourceRules.Placeholder
                    && !knownProblems.Contains((d.Rule.Id, d.Location?.Path, d.Message))
                ),
            ],
        };
        if (added.HasErrors)
            new TextReport(
                new Report(added, request.Options with { Output = null }, false, clock.Elapsed),
                console
            ).Write();
        else
            console.WriteLine(
                $"Apart from the placeholders to replace, it passes 'check "
                    + $"--strict{InputOption(request.Options.Input)}'."
            );

        console.WriteLine("\nNext:");
        var input = InputOption(request.Options.Input);
        string[] last =
        [
            $"View it: '{request.Options.Tool} preview{input}', then {AddressOf(draft, after)}",
            $"Before you open a pull request, run '{request.Options.Tool} check --strict{input}'.",
        ];
        foreach (var (index, step) in draft.Next.Concat(last).Index())
            console.WriteLine($"  {index + 1}. {step}");
        return added.HasErrors ? 1 : 0;
    }

    /// <summary>
    /// The <c>--input</c> option that the user has to repeat, or an empty text for the default folder.
    /// </summary>
    private static string InputOption(string input)
    {
        if (input == "input")
            return "";
        return input.Any(c => char.IsWhiteSpace(c) || c is '\'' or '"') ? $" --input \"{input}\"" : $" --input {input}";
    }

    private static string AddressOf(Draft draft, BuildResult after) =>
        after.Site?.Pages.FirstOrDefault(p => p.Path == draft.Files[0].Path)?.Address.Value ?? "/";

    /// <summary>Builds the site as strictly as the check of a pull request.</summary>
    private static Task<BuildResult> CheckAsync(
        BuildRequest request,
        ISourceTree tree,
        bool check,
        CancellationToken cancellation
    )
    {
        var strict = request with { Options = request.Options with { Strict = true } };
        return strict.BuildAsync(
            tree,
            cancellation,
            GitRepository.ReadAsync(request.Options.Input, cancellation),
            check
        );
    }

    private DraftRequest Request(ParseResult parsed, PageKind kind, string path) =>
        new(kind, path)
        {
            Title = parsed.GetValue(_title),
            Description = parsed.GetValue(_description),
            Owner = parsed.GetValue(_owner),
            Tags = SplitLists(parsed.GetValue(_tags)),
            Ladder = parsed.GetValue(_ladder),
            Level = parsed.GetValue(_level),
            Serves = SplitLists(parsed.GetValue(_serves)),
            Extends = parsed.GetValue(_extends),
        };

    private static string NameOf(PageKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The number of arguments before the word that is being typed.</summary>
    private int Place(CompletionContext context) =>
        (context.ParseResult.GetResult(_kind)?.Tokens.Count ?? 0)
        + (context.ParseResult.GetResult(_path)?.Tokens.Count ?? 0)
        - (context.WordToComplete.Length > 0 ? 1 : 0);

    /// <summary>Splits values that are separated by commas or given as separate arguments.</summary>
    private static IReadOnlyList<string> SplitLists(string[]? texts) =>
        [
            .. (texts ?? []).SelectMany(t =>
                t.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            ),
        ];
}

/// <summary>A view of a folder as it was before some files were written.</summary>
/// <param name="originals">The former content of the written files, or null for files that did not exist.</param>
internal sealed class TreeSnapshot(ISourceTree tree, IReadOnlyDictionary<SourcePath, byte[]?> originals) : ISourceTree
{
    public SourceListing List(DiagnosticBag diagnostics)
    {
        var listing = tree.List(diagnostics);
        return listing with { Files = [.. listing.Files.Where(Existed)] };
    }

    public bool Contains(SourcePath path) => Existed(path) && tree.Contains(path);

    public byte[] Read(SourcePath path) => originals.GetValueOrDefault(path) ?? tree.Read(path);

    public SourcePath PathInRepository => tree.PathInRepository;

    public RepositoryFile ReadFromRepository(SourcePath path) => tree.ReadFromRepository(path);

    private bool Existed(SourcePath path) => !originals.TryGetValue(path, out var bytes) || bytes is not null;
}
