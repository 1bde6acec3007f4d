namespace KnowledgeSite.SiteModel.Maps;

/// <summary>
/// The contents of the folders on a map: all pages of a small folder; of a large one its direct contents, limited to
/// keep the map readable.
/// </summary>
/// <param name="folders">The folders on the map.</param>
internal sealed class MapEntries(SiteMaps maps, SiteFolder folder, IReadOnlyList<SiteFolder> folders)
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
