using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>Where source files come from: a folder on the disk, or the memory of a test.</summary>
public interface ISourceTree
{
    /// <summary>Every file, sorted by path (ordinal). What cannot be listed is left out and reported.</summary>
    IReadOnlyList<SourcePath> List(DiagnosticBag diagnostics);

    bool Contains(SourcePath path);

    /// <exception cref="IOException">The file cannot be read, or is gone.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    byte[] Read(SourcePath path);

    /// <summary>Stays the same object as long as the file says the same; null where nobody knows.</summary>
    object? VersionOf(SourcePath path) => null;
}
