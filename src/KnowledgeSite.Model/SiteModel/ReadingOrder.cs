using System.Collections.Concurrent;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// The pages in reading order, as in a book; each section (top-level folder) has its own order. Computed per section on
/// first use.
/// </summary>
public sealed class ReadingOrder
{
    private readonly SiteFolder _root;
    private readonly ConcurrentDictionary<SourcePath, Dictionary<SitePath, Neighbours>> _sections = new();

    internal ReadingOrder(SiteFolder root) => _root = root;

    /// <param name="folder">The folder in which the page is shown.</param>
    public Neighbours Around(SourcePath folder, SitePath address) =>
        _sections
            .GetOrAdd(
                folder.IsRoot ? folder : new(folder.Segments.First()),
                s => Chain(s.IsRoot ? ListRootPages() : Flatten(_root.Entries.First(e => e.Folder?.Path == s).Folder!))
            )
            .GetValueOrDefault(address)
        ?? Neighbours.None;

    private IEnumerable<PageReference> ListRootPages() =>
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
            previous = current;
            current = next;
        }

        if (current is not null)
            neighbours[current.Address] = new(previous, null);
        return neighbours;
    }
}

/// <summary>A page's title and address, for links to it.</summary>
public sealed record PageReference(string Label, SitePath Address);

/// <summary>The previous and the next page; null at the ends of a section.</summary>
public sealed record Neighbours(PageReference? Previous, PageReference? Next)
{
    internal static readonly Neighbours None = new(null, null);
}
