using System.CommandLine;
using KnowledgeSite.Cli.Writing;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli;

/// <summary>
/// The command <c>release</c>: saves the current state of a ladder as a version with which later states are compared.
/// </summary>
internal static class ReleaseCommand
{
    private const int WrongUsage = 2;

    public static readonly Argument<string> Ladder = new("LADDER") { Description = "The name of the ladder's folder." };

    public static readonly Argument<string?> Version = new("VERSION")
    {
        Description = "The name of the version. Default: 1.0, then the next number, depending on the kind of change.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static readonly Option<string?> Note = new("--note")
    {
        Description = "One or two sentences for readers: why the ladder was changed.",
        HelpName = "TEXT",
    };

    public static async Task<int> RunAsync(
        BuildRequest request,
        string ladder,
        string? version,
        string? note,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellation
    )
    {
        var options = request.Options with { Output = null };
        var built = await new SiteBuild(
            options,
            new FolderTree(options.Input, request.Options.Output!),
            request.Theme
        ).RunAsync(check: false, null, cancellation);
        if (built.HasErrors)
            return await BuildCommand.RunAsync(request, check: true, output, cancellation);
        var known = built.Site?.Ladders.Select(l => l.Ladder).ToList() ?? [];
        if (known.Find(l => l.Id == ladder) is not { } found)
            return await RefuseAsync(
                $"There is no ladder '{ladder}' in "
                    + $"{options.Input}.{Suggestion.DidYouMean(ladder, known.Select(l => l.Id))}"
            );

        var (versions, now) = (found.Versions, found.Document);
        if (versions.Since is { IsEmpty: true })
            return await RefuseAsync($"Nothing has changed in '{ladder}' since version {versions.All[0].Name}.");
        var kind = versions.Next?.Kind ?? versions.Since?.Kind ?? ChangeKind.None;
        var name = version ?? NewVersion.NameAfter(versions.All.Count == 0 ? null : versions.All[0].Name, kind);
        if (name is null)
            return await RefuseAsync(
                $"The latest version is '{versions.All[0].Name}', which cannot be incremented. Name the new "
                    + $"version: '{options.Tool} release {ladder} VERSION'."
            );
        if (Refusal(options.Input, found, name) is { } refusal)
            return await RefuseAsync(refusal);

        var list = FullPath(options.Input, LadderVersions.FileOf(found.Folder));
        if (
            NewVersion.AddTo(
                File.Exists(list) ? await File.ReadAllTextAsync(list, cancellation) : null,
                name,
                options.Today,
                note,
                versions.Next
            )
            is not { } text
        )
            return await RefuseAsync(
                $"'{options.Input}/{LadderVersions.FileOf(found.Folder)}' needs a list 'versions:' with one "
                    + "entry per line, to which the new version can be added."
            );
        var snapshot = LadderVersions.SnapshotOf(found.Folder, name);
        new FileChanges()
            .Put(FullPath(options.Input, snapshot), LadderJson.WriteVersion(now), isNew: true)
            .PutText(list, text)
            .Apply();
        await output.WriteLineAsync(
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

        async Task<int> RefuseAsync(string message)
        {
            await errors.WriteLineAsync(message);
            return WrongUsage;
        }
    }

    private static string? Refusal(string input, Ladder ladder, string name)
    {
        if (!NewVersion.IsUsableName(name))
            return $"'{name}' is not a valid version name, because the name becomes a file name. Use only "
                + "letters, digits, '.', '_' and '-'.";
        return
            ladder.Versions.All.Any(v => string.Equals(v.Name, name, StringComparison.OrdinalIgnoreCase))
            || File.Exists(FullPath(input, LadderVersions.SnapshotOf(ladder.Folder, name)))
            ? $"Version '{name}' exists already, and versions are never changed. Choose another name."
            : null;
    }

    private static string FullPath(string input, SourcePath path) => Path.Combine([input, .. path.Segments]);
}
