using System.Text;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>Source files in memory, for tests and for previews of unsaved text.</summary>
internal sealed class MemoryTree(IReadOnlyDictionary<string, byte[]> files) : ISourceTree
{
    private readonly Dictionary<SourcePath, byte[]> _files = files
        .GroupBy(f => new SourcePath(f.Key))
        .ToDictionary(g => g.Key, g => g.First().Value);

    public static MemoryTree OfText(IEnumerable<KeyValuePair<string, string>> files) =>
        new(files.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value), StringComparer.Ordinal));

    public IReadOnlyList<SourcePath> List(DiagnosticBag diagnostics) =>
        SourceNames.RemoveDuplicates([.. files.Keys.Select(k => new SourcePath(k)).Order()], diagnostics);

    public bool Contains(SourcePath path) => _files.ContainsKey(path);

    public byte[] Read(SourcePath path) => _files[path];

    public object? VersionOf(SourcePath path) => _files[path];
}
