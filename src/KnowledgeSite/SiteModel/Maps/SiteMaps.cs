using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel.Maps;

/// <summary>The maps of a site: one of all of it, and one of each folder that is worth one.</summary>
public sealed class SiteMaps
{
    private const int FewestEntries = 2;

    /// <summary>Folders that lie deeper are on the map of the one that they lie in.</summary>
    private const int Deepest = 6;

    private readonly Lazy<Dictionary<SitePath, SourcePath>> _places;
    private readonly Lazy<Dictionary<SourcePath, int>> _counts;

    internal SiteMaps(Site site)
    {
        Site = site;
        _places = new(() => PlacesIn(site));
        _counts = new(() =>
            site.Pages.SelectMany(p => PageAddresses.Ancestors(p.Folder)).CountBy(f => f).ToDictionary()
        );
        Folders = [.. site.Folders.Values.Where(IsWorthOne).OrderBy(f => f.Path).DistinctBy(f => f.Address)];
    }

    /// <summary>Those that have a map; the input folder always.</summary>
    public IReadOnlyList<SiteFolder> Folders { get; }

    internal Site Site { get; }

    /// <summary>Costs what the pages in the folder have of links.</summary>
    public FolderMap Create(SiteFolder folder) => new FolderMapBuilder(this, folder).Build();

    /// <summary>Null where the folder has no map.</summary>
    public static SitePath? AddressOf(SiteFolder folder) => IsWorthOne(folder) ? At(folder.Address) : null;

    /// <summary>The map that shows what is in a folder: its own, or that of the one folder in it.</summary>
    internal static SitePath? Within(SiteFolder folder) =>
        folder.Entries is [{ Folder: { } only }] ? AddressOf(folder) ?? Within(only) : AddressOf(folder);

    /// <summary>Where the map of what answers there is, if it has one.</summary>
    public static SitePath At(SitePath address) => BuiltInPages.Map.Append(address.Value[1..]);

    /// <summary>The map that shows most of what is around a page.</summary>
    public SiteFolder Nearest(SourcePath folder) =>
        Site.Folders[PageAddresses.Ancestors(folder).First(f => IsWorthOne(Site.Folders[f]))];

    internal int PagesIn(SiteFolder folder) => _counts.Value.GetValueOrDefault(folder.Path);

    /// <summary>Where a page lies: at its path, and a folder's own page at the folder's.</summary>
    internal static SourcePath PlaceOf(SitePage page) =>
        page.IsFolderPage ? page.Folder : page.Folder.Append(page.Path.FileName);

    /// <summary>
    /// Where what answers at an address lies. What is made for a page or a folder lies there; null for what is made for
    /// the site.
    /// </summary>
    internal SourcePath? PlaceOf(SitePath address)
    {
        for (
            var at = address;
            at != SitePath.Home;
            at = new(at.Value[..(at.Value.LastIndexOf('/', at.Value.Length - 2) + 1)])
        )
            if (_places.Value.TryGetValue(at, out var place))
                return place;
        return address == SitePath.Home ? SourcePath.Root : null;
    }

    private static Dictionary<SitePath, SourcePath> PlacesIn(Site site)
    {
        var places = site
            .Folders.Values.OrderBy(f => f.Path)
            .DistinctBy(f => f.Address)
            .ToDictionary(f => f.Address, f => f.Path);
        foreach (var page in site.Pages)
            places[page.Address] = PlaceOf(page);
        return places;
    }

    private static bool IsWorthOne(SiteFolder folder) =>
        folder.Path.IsRoot
        || (folder.Entries.Count >= FewestEntries && folder.Path.Value.AsSpan().Count('/') < Deepest);
}
