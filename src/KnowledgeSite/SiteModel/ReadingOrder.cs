using System.Collections.Concurrent;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// The pages one after the other as a book would have them, each section (top folder) by itself. A section is put in
/// order when it is first asked for.
/// </summary>
public sealed class ReadingOrder
{
    private readonly SiteFolder _root;
    private readonly ConcurrentDictionary<SourcePath, Dictionary<SitePath, Neighbours>> _sections = new();

    internal ReadingOrder(SiteFolder root) => _root = root;

    /// <param name="folder">That the page is shown in.</param>
    public Neighbours Around(SourcePath folder, SitePath address) =>
        _sections
            .GetOrAdd(
                folder.IsRoot ? folder : new(folder.Segments.First()),
                s => Chain(s.IsRoot ? Loose() : Flatten(_root.Entries.First(e => e.Folder?.Path == s).Folder!))
            )
            .GetValueOrDefault(address)
        ?? Neighbours.None;

    private IEnumerable<PageReference> Loose() =>
        _root
            .Entries.Where(e => e.Folder is null)
            .Select(e => new PageReference(e.Label, e.Address))
            .Prepend(new(_root.Title, _root.Address));

    private static IEnumerable<PageReference> Flatten(SiteFolder folder) =>
        folder
            .Entries.SelectMany(e => e.Folder is { } inner ? Flatten(inner) : [new PageReference(e.Label, e.Address)])
            .Prepend(new(folder.Label, folder.Address));

    private static Dictionary<SitePath, Neighbours> Chain(IEnumerable<PageReference> pages)
    {
        var neighbours = new Dictionary<SitePath, Neighbours>();
        PageReference? previous = null,
            current = null;
        foreach (var next in pages)
        {
            if (current is not null)
                neighbours[current.Address] = new(previous, next);
            (previous, current) = (current, next);
        }

        if (current is not null)
            neighbours[current.Address] = new(previous, null);
        return neighbours;
    }
}

/// <summary>A page as others name it.</summary>
public sealed record PageReference(string Label, SitePath Address);

/// <summary>What stands before and after a page; null at either end of a section.</summary>
public sealed record Neighbours(PageReference? Previous, PageReference? Next)
{
    public static readonly Neighbours None = new(null, null);
}
