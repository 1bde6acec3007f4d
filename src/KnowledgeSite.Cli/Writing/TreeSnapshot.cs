using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.Writing;

/// <summary>A view of a folder as it was before some files originals written.</summary>
/// <param name="originals">The former content of the written files, or null for files that did not exist.</param>
internal sealed class TreeSnapshot(ISourceTree tree, IReadOnlyDictionary<SourcePath, byte[]?> originals) : ISourceTree
{
    public IReadOnlyList<SourcePath> List(DiagnosticBag diagnostics) => [.. tree.List(diagnostics).Where(Existed)];

    public bool Contains(SourcePath path) => Existed(path) && tree.Contains(path);

    public byte[] Read(SourcePath path) => originals.GetValueOrDefault(path) ?? tree.Read(path);

    private bool Existed(SourcePath path) => !originals.TryGetValue(path, out var bytes) || bytes is not null;
}
