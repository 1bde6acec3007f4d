using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>
/// What the version control around the input folder knows. Whoever starts a build asks it; a build only reads the
/// answer.
/// </summary>
/// <param name="Folder">The input folder below the root of the repository: <c>docs/handbook/</c>, or nothing.</param>
/// <param name="Changes">Those that touch the input folder, the latest first.</param>
public sealed record VersionControl(string Folder, IReadOnlyList<Change> Changes)
{
    /// <summary>There is none, or nobody asked.</summary>
    public static readonly VersionControl None = new("", []);

    /// <summary>Its folder on the disk; null where there is none.</summary>
    public string? Root { get; init; }

    /// <summary>Only the latest changes are here, so what they say of a page would be wrong.</summary>
    public bool IsShallow { get; init; }

    /// <summary>Why it would not answer; null where it did, and where there is none.</summary>
    public string? Refusal { get; init; }

    /// <summary>The file that says who is asked to look at which change; null where there is none.</summary>
    public OwnersFile? Owners { get; init; }
}

/// <param name="Id">The commit's.</param>
/// <param name="Time">When it was written, in its author's own time.</param>
/// <param name="People">Who wrote it, by name; the author first.</param>
/// <param name="Subject">The first line of its message.</param>
public sealed record Change(
    string Id,
    DateTimeOffset Time,
    IReadOnlyList<string> People,
    string Subject,
    IReadOnlyList<ChangedFile> Files
);

/// <param name="Was">What the file was called before, where the change renamed it.</param>
/// <param name="IsNew">The change made the file; what went by this name before is another one.</param>
public sealed record ChangedFile(SourcePath Path, SourcePath? Was, bool IsNew);

/// <param name="Path">From the root of the repository, such as <c>.github/CODEOWNERS</c>.</param>
public sealed record OwnersFile(string Path, string Text);
