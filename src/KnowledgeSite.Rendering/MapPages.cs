using System.Globalization;
using KnowledgeSite.Diagrams;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.SiteModel.Maps;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering;

/// <summary>The maps of the site and of its folders: a drawing, and a list with the same content.</summary>
internal sealed class MapPages(Site site, FrameFactory frames)
{
    private const int MaxListed = 3;

    public IEnumerable<(SitePath Address, Func<PageView> View)> All =>
        site.Maps.Folders.Select(f => (SiteMaps.AddressOf(f)!, (Func<PageView>)(() => Page(site.Maps.Create(f)))));

    private UiStrings Text => site.Settings.Text;

    private MapView Page(FolderMap map)
    {
        var isWhole = map.Folder.Path.IsRoot;
        var address = SiteMaps.AddressOf(map.Folder)!;
        var title = isWhole ? Text.Map : Text.MapOf(map.Folder.Label);
        var caption = isWhole ? Text.MapAbout : Text.FolderMapAbout(map.Folder.Label);
        var drawing = new MapDrawingFactory(map, caption, Text);
        var units = map.Units.Select((u, i) => (u.IsOutside, View: Unit(map, i))).ToList();
        return new(
            Frame: isWhole
                ? frames.ForGenerated(address, title, Text.Sentence(caption))
                : frames.ForGenerated(address, title, Text.Sentence(caption), [.. Above(map.Folder)]),
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
            .Select(f => new LinkView(f.Path.IsRoot ? Text.Map : f.Label, SiteMaps.AddressOf(f)!));

    private string About(FolderMap map)
    {
        var pages = map.Units.Where(u => !u.IsOutside).Sum(u => u.Pages);
        var sections = map.Folder.Entries.Count(e => e.Folder is not null);
        var among = map.Ties.Where(t => !map.Units[t.From].IsOutside && !map.Units[t.To].IsOutside).Sum(t => t.Count);
        var within = map.Units.Sum(u => u.IsOutside ? 0 : u.Within);
        var of = Text.PagesCount(pages);
        var links = Text.LinksCount(among + within);
        return !map.Folder.Path.IsRoot || sections == 0 ? Text.MapFacts(of, links)
            : sections == 1 ? Text.MapFactsOfSection(of, Text.SectionsCount(sections), links)
            : Text.MapFactsOfSections(of, Text.SectionsCount(sections), links, Text.Number(within));
    }

    private MapUnitView Unit(FolderMap map, int number)
    {
        var unit = map.Units[number];
        var to = map.Ties.Where(t => t.From == number).ToList();
        var from = map.Ties.Where(t => t.To == number).ToList();
        return new(
            Link: new(unit.Title, unit.Address),
            Map: unit.Map,
            Facts: MapFacts.Facts(unit, to.Sum(t => t.Count), from.Sum(t => t.Count), Text),
            LedTo: Ties(map, to, t => t.To),
            LedFrom: unit.IsOutside ? null : Ties(map, from, t => t.From),
            Inside: Nested(unit.Inside, 0, unit.Inside.Count, 0),
            LeftOut: unit.LeftOut
        );
    }

    /// <summary>The links of a unit, sorted by strength; units without a box of their own come last.</summary>
    private MapTiesView? Ties(FolderMap map, IReadOnlyList<MapTie> ties, Func<MapTie, int> other) =>
        ties.Count == 0
            ? null
            : new(
                [
                    .. ties.OrderBy(t => map.Units[other(t)].Kind == MapUnitKind.Rest)
                        .Take(MaxListed)
                        .Select(t => new MapTieView(
                            new(map.Units[other(t)].Title, map.Units[other(t)].Address),
                            MapFacts.Times(t.Count, Text)
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

/// <summary>Draws a map twice: for wide screens with the contents of each section, and for phones.</summary>
internal sealed class MapDrawingFactory
{
    private static readonly ArcRoom ForWide = new(Bands: 200, Boxes: 220, Columns: 2, ColumnWidth: 224)
    {
        LowestBox = 36,
        WidestBand = 22,
        MaxBands = 30,
        StrongestOfEach = 3,
    };
    private static readonly ArcRoom ForNarrow = new(Bands: 110, Boxes: 230, Columns: 0, ColumnWidth: 0)
    {
        LowestBox = 44,
        WidestBand = 12,
        MaxBands = 12,
        StrongestOfEach = 2,
    };

    private readonly FolderMap _map;
    private readonly string _label;
    private readonly ArcGraph _graph;
    private readonly UiStrings _text;

    public MapDrawingFactory(FolderMap map, string label, UiStrings text)
    {
        _text = text;
        _map = map;
        _label = label;
        _graph = new([.. map.Units.Select(Node)], Ties(map)) { OutsideTitle = text.Elsewhere };
        if (map.Units.Count < 2)
            return;
        Wide = Draw(ForWide);
        Narrow = Draw(ForNarrow);
        DrawsStrongest = Narrow.Bands.Count < _graph.Ties.Count;
    }

    public MapDrawing? Wide { get; }

    public MapDrawing? Narrow { get; }

    public bool DrawsStrongest { get; }

    private ArcNode Node(MapUnit unit) =>
        new(
            unit.Title,
            unit.Kind == MapUnitKind.Page ? null : _text.PagesCount(unit.Pages),
            unit.Map is null ? null : _text.Map,
            unit.IsOutside,
            [
                .. unit.Inside.Select(e => new ArcText(TextOf(e), e.Depth)),
                .. unit.LeftOut > 0 ? [new ArcText(_text.AndMoreItem(unit.LeftOut), 0)] : Array.Empty<ArcText>(),
            ]
        )
        {
            Note = unit.Summary,
            IsRest = unit.Kind == MapUnitKind.Rest,
        };

    private string TextOf(MapEntry entry) =>
        entry.Pages is { } pages ? $"{entry.Label} ({_text.Number(pages)})" : entry.Label;

    /// <summary>The links between two units; both directions are combined.</summary>
    private static IReadOnlyList<ArcTie> Ties(FolderMap map) =>
        [
            .. map
                .Ties.GroupBy(t => (First: Math.Min(t.From, t.To), Second: Math.Max(t.From, t.To)))
                .Select(g => new ArcTie(
                    g.Key.First,
                    g.Key.Second,
                    g.Where(t => t.From == g.Key.First).Sum(t => t.Count),
                    g.Where(t => t.From == g.Key.Second).Sum(t => t.Count)
                ))
                .OrderBy(t => t.First)
                .ThenBy(t => t.Second),
        ];

    private MapDrawing Draw(ArcRoom room)
    {
        var drawing = ArcLayout.Draw(_graph, room);
        var bands = drawing
            .Bands.SelectMany(
                (b, i) =>
                    new[] { (Node: _graph.Ties[b.Tie].First, Band: i), (Node: _graph.Ties[b.Tie].Second, Band: i) }
            )
            .ToLookup(b => b.Node, b => b.Band);
        return new(
            _label,
            drawing.Width,
            drawing.Height,
            [.. drawing.Bands.Select(b => b.Path)],
            [.. drawing.Boxes.Select((box, i) => Box(_map.Units[i], box, [.. bands[i]]))],
            drawing.Titles
        );
    }

    private MapBox Box(MapUnit unit, ArcBox box, IReadOnlyList<int> bands) =>
        new(
            Box: box,
            Name: unit.Kind == MapUnitKind.Page
                ? unit.Title
                : unit.Title + _text.ListSeparator + _text.PagesCount(unit.Pages),
            Address: unit.Address,
            Link: box.Link is { } way ? new(way, _text.MapOf(unit.Title), unit.Map!) : null,
            IsOutside: unit.IsOutside,
            IsMany: unit.Kind != MapUnitKind.Page,
            Bands: bands,
            Inside:
            [
                .. box.Inside.Select(
                    (lines, i) =>
                        i < unit.Inside.Count
                            ? new MapText(lines, IsCut(lines) ? TextOf(unit.Inside[i]) : null, unit.Inside[i].Address)
                            : new MapText(lines, _text.MoreIn(lines[0].Text, unit.Title), unit.Map ?? unit.Address)
                ),
            ]
        )
        {
            IsCut = IsCut([.. box.Lines.Where(l => l.Role == TextRole.Text)]),
        };

    private static bool IsCut(IReadOnlyList<DrawnText> lines) => lines[^1].Text.EndsWith('…');
}

/// <summary>Formats numbers of pages and links as text.</summary>
internal static class MapFacts
{
    public static string Times(int number, UiStrings text) =>
        number switch
        {
            1 => text.Once,
            2 => text.Twice,
            _ => text.TimesCount(number),
        };

    /// <summary>
    /// Formats the facts of a unit, such as "40 pages; 56 links out, 143 in, 173 within".
    /// </summary>
    public static string Facts(MapUnit unit, int to, int from, UiStrings text)
    {
        var links = Links(unit, to, from, text);
        return unit.Kind == MapUnitKind.Page ? links : text.FactsOfPages(text.PagesCount(unit.Pages), links);
    }

    private static string Links(MapUnit unit, int to, int from, UiStrings text)
    {
        if (unit.IsOutside)
            return to == 0 ? text.LinksFromHere(text.LinksCount(from))
                : from == 0 ? text.LinksToHere(text.LinksCount(to))
                : text.LinksFromHereAndBack(text.LinksCount(from), text.Number(to));
        if (to + from + unit.Within == 0)
            return text.NoLinks;
        return unit.Kind == MapUnitKind.Page
            ? text.LinksOutAndIn(text.LinksCount(to), text.Number(from))
            : text.LinksOutInWithin(text.LinksCount(to), text.Number(from), text.Number(unit.Within));
    }
}
