using System.Text;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>Source files that stand in memory: for tests, and for a preview of text that is not saved yet.</summary>
public sealed class MemoryTree(IReadOnlyDictionary<string, byte[]> files) : ISourceTree
{
    public static MemoryTree OfText(IEnumerable<KeyValuePair<string, string>> files) =>
        new(files.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value), StringComparer.Ordinal));

    public IReadOnlyList<SourcePath> List(DiagnosticBag diagnostics) => [.. files.Keys.Select(k => new SourcePath(k)).Order()];

    public bool Contains(SourcePath path) => files.ContainsKey(path.Value);

    public byte[] Read(SourcePath path) => files[path.Value];

    public object? VersionOf(SourcePath path) => files[path.Value];
}
