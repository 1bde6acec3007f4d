using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli.Writing;

/// <summary>A folder as it was before some files were written.</summary>
/// <param name="were">What the files held; null for those that were not there.</param>
internal sealed class TreeSnapshot(ISourceTree tree, IReadOnlyDictionary<SourcePath, byte[]?> were) : ISourceTree
{
    public IReadOnlyList<SourcePath> List(DiagnosticBag diagnostics) => [.. tree.List(diagnostics).Where(IsThere)];

    public bool Contains(SourcePath path) => IsThere(path) && tree.Contains(path);

    public byte[] Read(SourcePath path) => were.GetValueOrDefault(path) ?? tree.Read(path);

    private bool IsThere(SourcePath path) => !were.TryGetValue(path, out var bytes) || bytes is not null;
}
