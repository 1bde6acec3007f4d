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
    public static SitePath At(SitePath address) => GeneratedPages.Map.Append(address.Value[1..]);

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

/// <summary>A map of a folder: its contents, and the links among them and to the rest of the site.</summary>
/// <param name="Units">In navigation order; units outside the folder come last.</param>
/// <param name="Ties">The links between different units, the strongest first.</param>
public sealed record FolderMap(SiteFolder Folder, IReadOnlyList<MapUnit> Units, IReadOnlyList<MapTie> Ties);

/// <summary>A node of a map: a page, a folder with all its contents, or the rest for which there is no room.</summary>
/// <param name="Map">The address of the unit's own map; null if it has none.</param>
/// <param name="Pages">The number of pages that authors wrote.</param>
/// <param name="Within">The number of links between pages of the unit.</param>
/// <param name="IsOutside">True if the unit is outside the folder of the map.</param>
/// <param name="Inside">The contents, as far as there is room.</param>
/// <param name="LeftOut">The number of entries that are not shown.</param>
public sealed record MapUnit(
    string Title,
    SitePath Address,
    SitePath? Map,
    MapUnitKind Kind,
    int Pages,
    int Within,
    bool IsOutside,
    IReadOnlyList<MapEntry> Inside,
    int LeftOut
)
{
    /// <summary>The page's summary; null for a folder.</summary>
    public string? Summary { get; init; }
}

/// <summary>The content of a unit of a map.</summary>
public enum MapUnitKind
{
    /// <summary>One page.</summary>
    Page,

    /// <summary>A folder with all its pages.</summary>
    Folder,

    /// <summary>All pages and folders that have no unit of their own.</summary>
    Rest,
}

/// <param name="Pages">The number of pages; null for a page.</param>
/// <param name="Depth">The number of the unit's folders that contain it.</param>
public sealed record MapEntry(string Label, SitePath Address, int? Pages, int Depth);

/// <param name="From">The number of a unit.</param>
/// <param name="Count">The number of links between the two units.</param>
public sealed record MapTie(int From, int To, int Count);

/// <summary>
/// The contents of the folders on a map: all pages of a small folder; of a large one its direct contents, limited to
/// keep the map readable.
/// </summary>
/// <param name="folders">The folders on the map.</param>
internal sealed class MapEntryFactory(SiteMaps maps, SiteFolder folder, IReadOnlyList<SiteFolder> folders)
{
    private const int MaxOnMap = 160;
    private const int MaxPerFolder = 12;

    private readonly bool _isWhole = maps.PagesIn(folder) <= MaxOnMap;
    private readonly int _share = folders.Count == 0 ? 0 : Math.Clamp(MaxOnMap / folders.Count, 2, MaxPerFolder);

    public IReadOnlyList<MapEntry> List(SiteFolder unit) => _isWhole ? [.. All(unit, 0)] : Largest(unit);

    public int LeftOutOf(SiteFolder unit, IReadOnlyList<MapEntry> shown) =>
        _isWhole ? 0 : unit.Entries.Count - shown.Count;

    private IEnumerable<MapEntry> All(SiteFolder unit, int depth) =>
        unit.Entries.SelectMany(e =>
            e.Folder is { } inner
                ? All(inner, depth + 1).Prepend(Entry(e, maps.PagesIn(inner), depth))
                : [Entry(e, null, depth)]
        );

    /// <summary>
    /// The largest folders first, then the pages with the most links to them; returned in navigation order.
    /// </summary>
    private List<MapEntry> Largest(SiteFolder unit)
    {
        var kept = unit
            .Entries.OrderByDescending(e => e.Folder is { } inner ? maps.PagesIn(inner) : 0)
            .ThenByDescending(e => e.Folder is null ? maps.Site.Backlinks.To(e.Address).Count() : 0)
            .Take(_share)
            .ToHashSet();
        return
        [
            .. unit
                .Entries.Where(kept.Contains)
                .Select(e => Entry(e, e.Folder is { } inner ? maps.PagesIn(inner) : null, 0)),
        ];
    }

    private static MapEntry Entry(FolderEntry entry, int? pages, int depth) =>
        new(entry.Label, entry.Address, pages, depth);
}
