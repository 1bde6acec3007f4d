using System.Text;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Import;

/// <summary>
/// A source tree with other texts for some files, to see what a change would mean before it is written.
/// </summary>
internal sealed class EditedTree(ISourceTree tree, IReadOnlyDictionary<SourcePath, string> texts) : ISourceTree
{
    public SourcePath PathInRepository => tree.PathInRepository;

    public SourceListing List(DiagnosticBag diagnostics) => tree.List(diagnostics);

    public bool Contains(SourcePath path) => tree.Contains(path);

    public byte[] Read(SourcePath path) =>
        texts.TryGetValue(path, out var text) ? Encoding.UTF8.GetBytes(text) : tree.Read(path);

    public RepositoryFile ReadFromRepository(SourcePath path) => tree.ReadFromRepository(path);
}
