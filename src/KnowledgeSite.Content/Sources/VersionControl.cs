using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>
/// The version control data of the input folder. It is read by whoever starts the build; the build itself does not run
/// version control.
/// </summary>
/// <param name="Folder">The input folder relative to the root of the repository, such as <c>docs/handbook/</c>; empty
/// if it is the root.</param>
/// <param name="Changes">The changes to the input folder, the latest first.</param>
public sealed record VersionControl(string Folder, IReadOnlyList<Change> Changes)
{
    /// <summary>The value for an input folder without version control.</summary>
    public static readonly VersionControl None = new("", []);

    /// <summary>The root folder of the repository on disk; null if there is none.</summary>
    public string? Root { get; init; }

    /// <summary>True for a shallow clone. Its history is incomplete, so dates of pages would be wrong.</summary>
    public bool IsShallow { get; init; }

    /// <summary>The reason why version control could not be read; null if it could, or if there is none.</summary>
    public string? Refusal { get; init; }

    /// <summary>The CODEOWNERS file; null if there is none.</summary>
    public OwnersFile? Owners { get; init; }
}

/// <param name="Id">The id of the commit.</param>
/// <param name="Time">The author's date, in the author's time zone.</param>
/// <param name="People">The names of everybody who wrote it, the author first.</param>
/// <param name="Subject">The first line of the commit message.</param>
public sealed record Change(
    string Id,
    DateTimeOffset Time,
    IReadOnlyList<string> People,
    string Subject,
    IReadOnlyList<ChangedFile> Files
);

/// <param name="Was">The former path, if the change renamed the file; otherwise null.</param>
/// <param name="IsNew">True if the change created the file; an earlier file with this path is unrelated.</param>
public sealed record ChangedFile(SourcePath Path, SourcePath? Was, bool IsNew);

/// <param name="Path">Relative to the root of the repository, such as <c>.github/CODEOWNERS</c>.</param>
public sealed record OwnersFile(string Path, string Text);

/// <summary>Waits for the version control history, which is read in the background while pages are parsed.</summary>
/// <param name="showsHistory">False if the site's settings turn the history off.</param>
internal sealed class ReadVersionControl(Task<VersionControl> versionControl, bool showsHistory)
    : IModule<NoInput, VersionControl>
{
    public VersionControl Execute(NoInput input, ModuleContext context)
    {
        versionControl.Wait(context.Cancellation);
        var repository = versionControl.Result;
        if (!showsHistory)
            return repository with { Changes = [] };
        if (repository.IsShallow)
            context.Diagnostics.Add(Diagnostic.OfSite(SourceRules.ShallowClone));
        if (repository.Refusal is { } reason)
            context.Diagnostics.Add(Diagnostic.OfSite(SourceRules.HistoryUnreadable, reason));
        return repository;
    }
}
