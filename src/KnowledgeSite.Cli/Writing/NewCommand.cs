using System.Diagnostics;
using KnowledgeSite.Cli.History;
using KnowledgeSite.Cli.Reports;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Drafts;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.Writing;

/// <summary>
/// The command <c>new</c>: creates a page, checks the site with it as strictly as for a pull request, and lists the
/// next steps.
/// </summary>
/// <param name="questions">Asks the user for missing arguments. Null if the terminal is not interactive.</param>
internal sealed class NewCommand(BuildRequest build, IQuestions? questions, TextWriter output, TextWriter errors)
{
    private const int WrongUsage = 2;

    private readonly InputFolder _folder = new(build.Options.Input);

    /// <param name="request">Creates the request from the command-line options for a kind and a path.</param>
    public async Task<int> RunAsync(
        string? kind,
        string? path,
        Func<PageKind, string, DraftRequest> request,
        CancellationToken cancellation
    )
    {
        if (!Directory.Exists(build.Options.Input))
            return await RefuseAsync(
                $"The folder '{build.Options.Input}' does not exist. Create it, or name the folder of your "
                    + "pages with --input."
            );
        if ((kind ?? AskedKind()) is not { } name)
            return await RefuseAsync(
                $"Give the kind of page and its path: '{build.Options.Tool} new workshop workshops/listening'. "
                    + $"Kinds: {Names}."
            );
        if (
            !Enum.TryParse<PageKind>(name, ignoreCase: true, out var chosen)
            || !Enum.IsDefined(chosen)
            || char.IsAsciiDigit(name[0])
        )
            return await RefuseAsync(
                $"'{name}' is not a kind of "
                    + $"page.{Suggestion.DidYouMean(name, DraftWriter.Kinds.Select(NewArguments.NameOf))} Kinds: "
                    + $"{Names}."
            );

        var tree = new FolderTree(build.Options.Input, build.Options.Output!);
        var writer = new DraftWriter((await BuildAsync(tree, check: false, cancellation)).Site, build.Options.Today);
        if ((path ?? AskedPath(chosen, writer, request)) is not { } place)
            return await RefuseAsync(
                $"Give the path: '{build.Options.Tool} new {NewArguments.NameOf(chosen)} {Example(chosen)}'."
            );
        var asked = Asked(writer, request(chosen, _folder.Below(place)));
        var outcome = writer.Write(asked);
        if ((outcome.Refusal ?? _folder.Refusal(outcome.Draft!.Files)) is { } refusal)
            return await RefuseAsync(refusal);

        var before = new TreeSnapshot(
            tree,
            outcome.Draft!.Files.ToDictionary(f => f.Path, f => f.IsNew ? null : tree.Read(f.Path))
        );
        _folder.Write(outcome.Draft.Files);
        return await ReportAsync(outcome.Draft, tree, before, cancellation);
    }

    private static string Names => string.Join(", ", DraftWriter.Kinds.Select(NewArguments.NameOf));

    private static string Example(PageKind kind) =>
        kind switch
        {
            PageKind.Section => "guides",
            PageKind.Ladder => "ladders/design",
            PageKind.Dimension => "ladders/design/dimensions/craft",
            PageKind.Level => "ladders/design/levels/senior",
            PageKind.Workshop => "workshops/listening",
            PageKind.Role => "roles/senior-designer",
            _ => "guides/setup",
        };

    private string? AskedKind() =>
        questions?.One(
            "What kind of page?",
            [.. DraftWriter.Kinds.Select(k => (NewArguments.NameOf(k), (string?)DraftWriter.Meaning(k)))]
        );

    private string? AskedPath(PageKind kind, DraftWriter writer, Func<PageKind, string, DraftRequest> request) =>
        questions?.Text(
            $"Which path? It is below {build.Options.Input}, such as {Example(kind)}",
            null,
            path => writer.RefusalOfPath(request(kind, _folder.Below(path)))
        );

    private DraftRequest Asked(DraftWriter writer, DraftRequest request)
    {
        if (questions is null || writer.RefusalOfPath(request) is not null)
            return request;
        foreach (var step in writer.Questions)
            if (step(request) is { } question)
                request = question.Put(request, Answers(question));
        return request;
    }

    private IReadOnlyList<string> Answers(DraftQuestion question)
    {
        if (question.Choices.Count == 0)
            return [questions!.Text(question.Text, question.Usual, _ => null)];
        return question.IsSeveral
            ? questions!.Several(question.Text, question.Choices)
            : [questions!.One(question.Text, [.. question.Choices.Select(c => (c, (string?)null))])];
    }

    private async Task<int> ReportAsync(
        Draft draft,
        ISourceTree tree,
        TreeSnapshot before,
        CancellationToken cancellation
    )
    {
        foreach (var file in draft.Files)
            await output.WriteLineAsync(
                ReportText.Clean(
                    $"{(file.IsNew ? "New" : "Changed")}: {_folder.FullPath(file.Path).Replace('\\', '/')}"
                )
            );
        var clock = Stopwatch.StartNew();
        var after = await BuildAsync(tree, check: true, cancellation);
        if (after.Diagnostics.Any(d => d.Rule == SourceRules.OwnersStale))
            await RenewOwnersAsync(after.Site!, cancellation);
        var knownProblems = after.HasErrors
            ? (await BuildAsync(before, check: true, cancellation))
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
                new Report(added, build.Options with { Output = null }, false, clock.Elapsed),
                output,
                Terminal.Style(output)
            ).Write();
        else
            await output.WriteLineAsync(
                $"Apart from the placeholders to replace, it passes 'check "
                    + $"--strict{InputOption(build.Options.Input)}'."
            );

        await output.WriteLineAsync("\nNext:");
        var input = InputOption(build.Options.Input);
        string[] last =
        [
            $"View it: '{build.Options.Tool} preview{input}', then {AddressOf(draft, after)}",
            $"Before you open a pull request, run '{build.Options.Tool} check --strict{input}'.",
        ];
        foreach (var (index, step) in draft.Next.Concat(last).Index())
            await output.WriteLineAsync($"  {index + 1}. {step}");
        return added.HasErrors ? 1 : 0;
    }

    /// <summary>Updates CODEOWNERS for the owner of the new page.</summary>
    private async Task RenewOwnersAsync(Site site, CancellationToken cancellation)
    {
        if (
            await GitRepository.ReadAsync(build.Options.Input, cancellation)
            is not { Root: { } root, Owners: { } owners } repository
        )
            return;
        FileChanges.Write(
            Path.Combine(root, owners.Path),
            new CodeOwners(site, repository.Folder).MergeInto(owners.Text)
        );
        await output.WriteLineAsync($"Changed: {owners.Path}");
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

    private async Task<BuildResult> BuildAsync(ISourceTree tree, bool check, CancellationToken cancellation)
    {
        var options = build.Options with { Output = null, Strict = true };
        var site = new SiteBuild(options, tree, build.Theme)
        {
            VersionControl = GitRepository.ReadAsync(options.Input, cancellation),
        };
        return await site.RunAsync(check, null, cancellation);
    }

    private async Task<int> RefuseAsync(string why)
    {
        await errors.WriteLineAsync(why);
        return WrongUsage;
    }
}
