using System.Text;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>A source of input files: a folder on disk, or memory in tests.</summary>
internal interface ISourceTree
{
    /// <summary>Lists all files. Those that cannot be listed are reported.</summary>
    SourceListing List(DiagnosticBag diagnostics);

    bool Contains(SourcePath path);

    /// <exception cref="IOException">The file cannot be read, or no longer exists.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    byte[] Read(SourcePath path);

    /// <summary>A version token: the same object as long as the content is unchanged; null if unknown.</summary>
    object? VersionOf(SourcePath path) => null;

    /// <summary>The path of the input folder in its repository.</summary>
    SourcePath PathInRepository => SourcePath.Root;

    /// <summary>Reads a file that a page shows as code.</summary>
    /// <param name="path">The path in the repository.</param>
    RepositoryFile ReadFromRepository(SourcePath path) =>
        Contains(path)
            ? RepositoryFile.Create(path, Read(path))
            : RepositoryFile.Refuse(path, RepositoryRefusal.Missing);

    /// <summary>Reads a file. Returns null, and reports a diagnostic, if a text file cannot be decoded.</summary>
    SourceFile? ReadFile(SourcePath path, DiagnosticBag diagnostics)
    {
        if (!path.MayBePage && path.Extension is not (".yaml" or ".yml"))
            return new(path, null, () => Read(path));
        try
        {
            var text = TextDecoder.Decode(path, Read(path), diagnostics);
            return text is null ? null : new(path, new SourceText(text), () => Read(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Diagnostic.At(SourceRules.Unreadable, path, e.Message));
            return null;
        }
    }
}

/// <summary>The files of a source tree.</summary>
/// <param name="Files">Sorted by path (ordinal).</param>
internal sealed record SourceListing(IReadOnlyList<SourcePath> Files)
{
    /// <summary>The files and folders that cannot be listed.</summary>
    public IReadOnlyList<SourcePath> Unreadable { get; init; } = [];

    /// <summary>False if the input folder does not exist.</summary>
    public bool FolderExists { get; init; } = true;

    /// <summary>Removes and reports files whose names are equal after Unicode normalization.</summary>
    /// <param name="sorted">Sorted by path.</param>
    public static SourceListing Create(List<SourcePath> sorted, DiagnosticBag diagnostics)
    {
        for (var i = sorted.Count - 1; i > 0; i--)
        {
            if (sorted[i] != sorted[i - 1])
                continue;
            diagnostics.Add(Diagnostic.At(LinkRules.SameNameInUnicode, sorted[i]));
            sorted.RemoveAt(i);
        }

        return new(sorted);
    }
}

/// <summary>Source files in memory, for tests and for previews of unsaved text.</summary>
internal sealed class MemoryTree(IReadOnlyDictionary<string, byte[]> files) : ISourceTree
{
    private readonly Dictionary<SourcePath, byte[]> _files = files
        .GroupBy(f => new SourcePath(f.Key))
        .ToDictionary(g => g.Key, g => g.First().Value);

    public static MemoryTree OfText(IEnumerable<KeyValuePair<string, string>> files) =>
        new(files.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value), StringComparer.Ordinal));

    public SourceListing List(DiagnosticBag diagnostics) =>
        SourceListing.Create([.. files.Keys.Select(k => new SourcePath(k)).Order()], diagnostics) with
        {
            FolderExists = files.Count > 0,
        };

    public bool Contains(SourcePath path) => _files.ContainsKey(path);

    public byte[] Read(SourcePath path) => _files[path];

    public object? VersionOf(SourcePath path) => _files[path];
}
