using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>Gives every page its address. Of two pages with one address the first is kept: index, README, _index, a page beside the folder, then by path.</summary>
/// <remarks>Pages come and go sorted by path.</remarks>
internal static class PageAddresses
{
    public static IReadOnlyList<SitePage> Assign(IReadOnlyList<Page> pages, DiagnosticBag diagnostics)
    {
        var folders = pages.SelectMany(p => Ancestors(p.Path.Folder)).ToHashSet();
        var taken = new Dictionary<SitePath, SitePage>();
        var placed = pages.Select(p => Place(p, folders)).ToList();
        foreach (var page in placed.OrderBy(Rank))
        {
            if (taken.TryAdd(page.Address, page)) continue;
            diagnostics.Add(Diagnostic.At(LinkRules.SameAddress, page.Path, $"'{taken[page.Address].Path}'", page.Address));
        }

        return [.. placed.Where(p => taken[p.Address] == p)];
    }

    public static IEnumerable<SourcePath> Ancestors(SourcePath folder)
    {
        for (var path = folder; !path.IsRoot; path = path.Folder) yield return path;
        yield return SourcePath.Root;
    }

    private static SitePage Place(Page page, HashSet<SourcePath> folders)
    {
        if (PageParser.IsFolderPage(page.Path)) return new(page, SitePath.OfPage(page.Path.Folder), page.Path.Folder, true);
        var path = page.Path.WithoutExtension();
        return folders.Contains(path) ? new(page, SitePath.OfPage(path), path, true) : new(page, SitePath.OfPage(path), page.Path.Folder, false);
    }

    private static int Rank(SitePage page)
    {
        if (!page.IsFolderPage) return 4;
        return page.Path.NameWithoutExtension.ToLowerInvariant() switch { "index" => 0, "readme" => 1, "_index" => 2, _ => 3 };
    }
}
