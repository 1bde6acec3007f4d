using System.CommandLine;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Ladders;

namespace KnowledgeSite.Cli;

/// <summary>
/// The command <c>release</c>: saves the current state of a ladder as a version with which later states are compared.
/// </summary>
internal sealed class ReleaseCommand : ToolCommand
{
    private readonly Argument<string> _ladder = new("LADDER") { Description = "The name of the ladder's folder." };

    private readonly Argument<string?> _version = new("VERSION")
    {
        Description = "The name of the version. Default: 1.0, then the next number, depending on the kind of change.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _note = new("--note")
    {
        Description = "One or two sentences for readers: why the ladder was changed.",
        HelpName = "TEXT",
    };

    public ReleaseCommand(BuildCommandOptions options, CommandConsole console)
        : base(
            "release",
            "Save the current state of a ladder as a version, so that readers can see what has changed since.",
            options,
            console
        )
    {
        Add(_ladder);
        Add(_version);
        Add(_note);
    }

    protected override async Task<int> RunAsync(
        BuildRequest request,
        ParseResult arguments,
        CommandConsole console,
        CancellationToken cancellation
    )
    {
        var options = request.Options;
        var folder = new InputFolder(request.Options.Input);
        var ladder = arguments.GetRequiredValue(_ladder);
        var built = await request.BuildAsync(request.Tree(), cancellation);
        if (built.HasErrors)
            return await BuildCommand.BuildAsync(request, check: true, console, cancellation);
        var known = built.Site?.Ladders.Select(l => l.Ladder).ToList() ?? [];
        if (known.Find(l => l.Id == ladder) is not { } found)
            throw new UsageException(
                $"There is no ladder '{ladder}' in "
                    + $"{options.Input}.{SuggestionIndex.DidYouMean(ladder, known.Select(l => l.Id))}"
            );

        var versions = found.Versions;
        var now = found.Document;
        if (versions.Since is { IsEmpty: true })
            throw new UsageException($"Nothing has changed in '{ladder}' since version {versions.All[0].Name}.");
        var placeholder = built.Diagnostics.FirstOrDefault(d =>
            d.Rule == SourceRules.Placeholder && d.Location!.Path.IsWithin(found.Folder)
        );
        if (placeholder?.Location is { } place)
            throw new UsageException(
                $"'{options.Input}/{place.Path}', line {place.Line}, contains a placeholder. Write the text first, "
                    + "because versions are never changed."
            );
        var kind = versions.Next?.Kind ?? versions.Since?.Kind ?? ChangeKind.None;
        var name =
            arguments.GetValue(_version)
            ?? NewVersion.NameAfter(versions.All.Count == 0 ? null : versions.All[0].Name, kind);
        if (name is null)
            throw new UsageException(
                $"The latest version is '{versions.All[0].Name}', which cannot be incremented. Name the new "
                    + $"version: '{options.Tool} release {ladder} VERSION'."
            );
        if (Refusal(folder, found, name) is { } refusal)
            throw new UsageException(refusal);

        var list = folder.FullPath(LadderVersions.FileOf(found.Folder));
        if (
            NewVersion.AddTo(
                File.Exists(list) ? await File.ReadAllTextAsync(list, cancellation) : null,
                name,
                options.Today,
                arguments.GetValue(_note),
                versions.Next
            )
            is not { } text
        )
            throw new UsageException(
                $"'{options.Input}/{LadderVersions.FileOf(found.Folder)}' needs a list 'versions:' with one "
                    + "entry per line, to which the new version can be added."
            );
        var snapshot = LadderVersions.SnapshotOf(found.Folder, name);
        new FileChanges()
            .Put(folder.FullPath(snapshot), LadderJson.WriteVersion(now), isNew: true)
            .PutText(list, text)
            .Apply();
        console.WriteLine(
            $"{found.Title}: version "
                + name
                + (
                    kind == ChangeKind.None
                        ? ""
                        : $", {kind.ToString().ToLowerInvariant()} ({ChangeLabels.Format(kind)})"
                )
                + $". Commit {options.Input}/{snapshot} and {options.Input}/{LadderVersions.FileOf(found.Folder)}."
        );
        return 0;
    }

    private static string? Refusal(InputFolder folder, Ladder ladder, string name)
    {
        if (!NewVersion.IsUsableName(name))
            return $"'{name}' is not a valid version name, because the name becomes a file name. Use only "
                + "letters, digits, '.', '_' and '-'.";
        return
            ladder.Versions.All.Any(v => string.Equals(v.Name, name, StringComparison.OrdinalIgnoreCase))
            || File.Exists(folder.FullPath(LadderVersions.SnapshotOf(ladder.Folder, name)))
            ? $"Version '{name}' exists already, and versions are never changed. Choose another name."
            : null;
    }
}
