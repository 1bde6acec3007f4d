using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel.Maps;

/// <summary>The maps of a site: one of the whole site, and one of each folder with enough content.</summary>
public sealed class SiteMaps
{
    private const int MinEntries = 2;

    /// <summary>
    /// The maximum depth of a folder with its own map; deeper folders are shown on the map of their parent.
    /// </summary>
    private const int MaxDepth = 6;

    private readonly Lazy<Dictionary<SitePath, SourcePath>> _places;
    private readonly Lazy<Dictionary<SourcePath, int>> _counts;

    internal SiteMaps(Site site)
    {
        Site = site;
        _places = new(() => PlacesIn(site));
        _counts = new(() =>
            site.Pages.SelectMany(p => PageAddresses.Ancestors(p.Folder)).CountBy(f => f).ToDictionary()
        );
        Folders = [.. site.Folders.Values.Where(HasMap).OrderBy(f => f.Path).DistinctBy(f => f.Address)];
    }

    /// <summary>The folders that have a map; always includes the input folder.</summary>
    public IReadOnlyList<SiteFolder> Folders { get; }

    internal Site Site { get; }

    /// <summary>Creates a map in time proportional to the links of the folder's pages.</summary>
    public FolderMap Create(SiteFolder folder) => new FolderMapBuilder(this, folder).Build();

    /// <summary>The address of a folder's map; null if it has none.</summary>
    public static SitePath? AddressOf(SiteFolder folder) => HasMap(folder) ? At(folder.Address) : null;

    /// <summary>The map that shows the contents of a folder: its own map, or that of its only subfolder.</summary>
    internal static SitePath? Within(SiteFolder folder) =>
        folder.Entries is [{ Folder: { } only }] ? AddressOf(folder) ?? Within(only) : AddressOf(folder);

    /// <summary>The address of the map for a page or folder address, if it has a map.</summary>
    public static SitePath At(SitePath address) => BuiltInPages.Map.Append(address.Value[1..]);

    /// <summary>The folder whose map shows the most of a page's surroundings.</summary>
    public SiteFolder Nearest(SourcePath folder) =>
        Site.Folders[PageAddresses.Ancestors(folder).First(f => HasMap(Site.Folders[f]))];

    internal int PagesIn(SiteFolder folder) => _counts.Value.GetValueOrDefault(folder.Path);

    /// <summary>The path of a page on maps: its own path, or the folder's for a folder's own page.</summary>
    internal static SourcePath PlaceOf(SitePage page) =>
        page.IsFolderPage ? page.Folder : page.Folder.Append(page.Path.FileName);

    /// <summary>
    /// The path of the page or folder at an address. A page generated for a page or folder belongs to it; null for a
    /// page generated for the site.
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

    private static bool HasMap(SiteFolder folder) =>
        folder.Path.IsRoot || (folder.Entries.Count >= MinEntries && folder.Path.Value.AsSpan().Count('/') < MaxDepth);
}
