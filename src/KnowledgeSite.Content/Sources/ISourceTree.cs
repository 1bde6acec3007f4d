using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>A source of input files: a folder on disk, or memory in tests.</summary>
internal interface ISourceTree
{
    /// <summary>All files, sorted by path (ordinal). Files that cannot be listed are skipped and reported.</summary>
    IReadOnlyList<SourcePath> List(DiagnosticBag diagnostics);

    bool Contains(SourcePath path);

    /// <exception cref="IOException">The file cannot be read, or no longer exists.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    byte[] Read(SourcePath path);

    /// <summary>A version token: the same object as long as the content is unchanged; null if unknown.</summary>
    object? VersionOf(SourcePath path) => null;
}
