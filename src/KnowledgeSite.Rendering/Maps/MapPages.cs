using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.SiteModel.Maps;

namespace KnowledgeSite.Rendering.Maps;

/// <summary>The maps of the site and of its folders: a drawing, and a list with the same content.</summary>
internal sealed class MapPages(Site site, FrameFactory frames)
{
    private const int MaxListed = 3;

    public IEnumerable<(SitePath Address, Func<PageView> View)> All =>
        site.Maps.Folders.Select(f => (SiteMaps.AddressOf(f)!, (Func<PageView>)(() => Page(site.Maps.Create(f)))));

    private MapView Page(FolderMap map)
    {
        var isWhole = map.Folder.Path.IsRoot;
        var address = SiteMaps.AddressOf(map.Folder)!;
        var title = isWhole ? "Map" : $"Map of {map.Folder.Label}";
        var caption = isWhole
            ? "The sections of this site and the links between them"
            : $"The pages in {map.Folder.Label} and the links between them";
        var drawing = new MapDrawingFactory(map, caption);
        var units = map.Units.Select((u, i) => (u.IsOutside, View: Unit(map, i))).ToList();
        return new(
            Frame: isWhole
                ? frames.ForGenerated(address, title, caption + ".")
                : frames.ForGenerated(address, title, caption + ".", [.. Above(map.Folder)]),
            Title: title,
            About: About(map),
            Wide: drawing.Wide,
            Narrow: drawing.Narrow,
            DrawsStrongest: drawing.DrawsStrongest,
            Inside: [.. units.Where(u => !u.IsOutside).Select(u => u.View)],
            Outside: [.. units.Where(u => u.IsOutside).Select(u => u.View)]
        );
    }

    private IEnumerable<LinkView> Above(SiteFolder folder) =>
        PageAddresses
            .Ancestors(folder.Path.Folder)
            .Reverse()
            .Select(f => site.Folders[f])
            .Where(f => SiteMaps.AddressOf(f) is not null)
            .Select(f => new LinkView(f.Path.IsRoot ? "Map" : f.Label, SiteMaps.AddressOf(f)!));

    private static string About(FolderMap map)
    {
        var pages = map.Units.Where(u => !u.IsOutside).Sum(u => u.Pages);
        var sections = map.Folder.Entries.Count(e => e.Folder is not null);
        var among = map.Ties.Where(t => !map.Units[t.From].IsOutside && !map.Units[t.To].IsOutside).Sum(t => t.Count);
        var within = map.Units.Sum(u => u.IsOutside ? 0 : u.Within);
        return $"{MapFacts.Count(pages, "page")}"
            + $"{(map.Folder.Path.IsRoot && sections > 0 ? $" in {MapFacts.Count(sections, "section")}" : "")}, "
            + $"with {MapFacts.Count(among + within, "link")} among them"
            + (map.Folder.Path.IsRoot && sections > 1 ? $", {MapFacts.Number(within)} of them within a section." : ".");
    }

    private static MapUnitView Unit(FolderMap map, int number)
    {
        var unit = map.Units[number];
        var to = map.Ties.Where(t => t.From == number).ToList();
        var from = map.Ties.Where(t => t.To == number).ToList();
        return new(
            Link: new(unit.Title, unit.Address),
            Map: unit.Map,
            Facts: MapFacts.Facts(unit, to.Sum(t => t.Count), from.Sum(t => t.Count)),
            LedTo: Ties(map, to, t => t.To),
            LedFrom: unit.IsOutside ? null : Ties(map, from, t => t.From),
            Inside: Nested(unit.Inside, 0, unit.Inside.Count, 0),
            LeftOut: unit.LeftOut
        );
    }

    /// <summary>The links of a unit, sorted by strength; units without a box of their own come last.</summary>
    private static MapTiesView? Ties(FolderMap map, IReadOnlyList<MapTie> ties, Func<MapTie, int> other) =>
        ties.Count == 0
            ? null
            : new(
                [
                    .. ties.OrderBy(t => map.Units[other(t)].Kind == MapUnitKind.Rest)
                        .Take(MaxListed)
                        .Select(t => new MapTieView(
                            new(map.Units[other(t)].Title, map.Units[other(t)].Address),
                            MapFacts.Times(t.Count)
                        )),
                ],
                Math.Max(0, ties.Count - MaxListed)
            );

    private static List<MapEntryView> Nested(IReadOnlyList<MapEntry> entries, int from, int to, int depth)
    {
        var views = new List<MapEntryView>();
        while (from < to)
        {
            var end = from + 1;
            while (end < to && entries[end].Depth > depth)
                end++;
            views.Add(
                new(
                    new(entries[from].Label, entries[from].Address),
                    entries[from].Pages,
                    Nested(entries, from + 1, end, depth + 1)
                )
            );
            from = end;
        }

        return views;
    }
}
