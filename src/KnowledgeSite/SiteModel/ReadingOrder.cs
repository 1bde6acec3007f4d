using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>The pages one after the other as a book would have them, each section (top folder) by itself.</summary>
public sealed class ReadingOrder
{
    private readonly Dictionary<SitePath, Neighbours> _neighbours = [];

    internal ReadingOrder(SiteFolder root)
    {
        var loose = new List<PageReference> { new(root.Title, root.Address) };
        foreach (var entry in root.Entries)
        {
            if (entry.Folder is { } section) Chain(Flatten(section));
            else loose.Add(new(entry.Label, entry.Address));
        }

        Chain(loose);
    }

    public Neighbours Around(SitePath address) => _neighbours.GetValueOrDefault(address) ?? Neighbours.None;

    private static IEnumerable<PageReference> Flatten(SiteFolder folder) =>
        folder.Entries.SelectMany(e => e.Folder is { } inner ? Flatten(inner) : [new PageReference(e.Label, e.Address)]).Prepend(new(folder.Label, folder.Address));

    private void Chain(IEnumerable<PageReference> pages)
    {
        PageReference? previous = null, current = null;
        foreach (var next in pages)
        {
            if (current is not null) _neighbours[current.Address] = new(previous, next);
            (previous, current) = (current, next);
        }

        if (current is not null) _neighbours[current.Address] = new(previous, null);
    }
}

/// <summary>A page as others name it.</summary>
public sealed record PageReference(string Label, SitePath Address);

/// <summary>What stands before and after a page; null at either end of a section.</summary>
public sealed record Neighbours(PageReference? Previous, PageReference? Next)
{
    public static readonly Neighbours None = new(null, null);
}
