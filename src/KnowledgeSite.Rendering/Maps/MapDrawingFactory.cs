using KnowledgeSite.Diagrams;
using KnowledgeSite.SiteModel.Maps;

namespace KnowledgeSite.Rendering.Maps;

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

    public MapDrawingFactory(FolderMap map, string label)
    {
        _map = map;
        _label = label;
        _graph = new([.. map.Units.Select(Node)], Ties(map)) { OutsideTitle = "Elsewhere" };
        if (map.Units.Count < 2)
            return;
        Wide = Picture(ForWide);
        Narrow = Picture(ForNarrow);
        DrawsStrongest = Narrow.Bands.Count < _graph.Ties.Count;
    }

    public MapDrawing? Wide { get; }

    public MapDrawing? Narrow { get; }

    public bool DrawsStrongest { get; }

    private static ArcNode Node(MapUnit unit) =>
        new(
            unit.Title,
            unit.Kind == MapUnitKind.Page ? null : MapFacts.Count(unit.Pages, "page"),
            unit.Map is null ? null : "Map",
            unit.IsOutside,
            [
                .. unit.Inside.Select(e => new ArcText(TextOf(e), e.Depth)),
                .. unit.LeftOut > 0
                    ? [new ArcText($"and {MapFacts.Number(unit.LeftOut)} more", 0)]
                    : Array.Empty<ArcText>(),
            ]
        )
        {
            Note = unit.Summary,
            IsRest = unit.Kind == MapUnitKind.Rest,
        };

    private static string TextOf(MapEntry entry) =>
        entry.Pages is { } pages ? $"{entry.Label} ({MapFacts.Number(pages)})" : entry.Label;

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

    private MapDrawing Picture(ArcRoom room)
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

    private static MapBox Box(MapUnit unit, ArcBox box, IReadOnlyList<int> bands) =>
        new(
            Box: box,
            Name: unit.Kind == MapUnitKind.Page ? unit.Title : $"{unit.Title}, {MapFacts.Count(unit.Pages, "page")}",
            Address: unit.Address,
            Way: box.Way is { } way ? new(way, $"Map of {unit.Title}", unit.Map!) : null,
            IsOutside: unit.IsOutside,
            IsMany: unit.Kind != MapUnitKind.Page,
            Bands: bands,
            Inside:
            [
                .. box.Inside.Select(
                    (lines, i) =>
                        i < unit.Inside.Count
                            ? new MapText(lines, IsCut(lines) ? TextOf(unit.Inside[i]) : null, unit.Inside[i].Address)
                            : new MapText(lines, $"{lines[0].Text} in {unit.Title}", unit.Map ?? unit.Address)
                ),
            ]
        )
        {
            IsCut = IsCut([.. box.Lines.Where(l => l.Role == TextRole.Text)]),
        };

    private static bool IsCut(IReadOnlyList<DrawnText> lines) => lines[^1].Text.EndsWith('…');
}
