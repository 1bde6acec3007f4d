namespace KnowledgeSite.Diagrams;

/// <summary>
/// Lays out an arc diagram: boxes in a column in the given order, and to their left a curved band for each tie. The
/// width of a band at each end shows the number of links that begin there. The layout suits phones and up to about
/// fifty boxes.
/// </summary>
internal sealed class ArcLayout
{
    private const double Row = ArcColumns.Row;
    private const double Gap = 12;
    private const double TitleHeight = 40;
    private const double Padding = 12;
    private const int MaxLines = 3;

    private readonly ArcGraph _graph;
    private readonly ArcRoom _room;
    private readonly ArcTies _ties;
    private readonly IReadOnlyList<string>[] _lines;

    private ArcLayout(ArcGraph graph, ArcRoom room)
    {
        _graph = graph;
        _room = room;
        _ties = new(graph, room);
        _lines =
        [
            .. graph.Nodes.Select(n =>
                TextMeasure.WrapAtMost(
                    n.Text,
                    room.Boxes - (2 * Padding),
                    DiagramMetrics.TextSize,
                    MaxLines,
                    isBold: true
                )
            ),
        ];
    }

    public static ArcDrawing Draw(ArcGraph graph, ArcRoom room) => new ArcLayout(graph, room).Draw();

    private ArcDrawing Draw()
    {
        var boxes = new ArcBox[_graph.Nodes.Count];
        var titles = new List<DrawnText>();
        var y = 0.0;
        foreach (var node in Enumerable.Range(0, boxes.Length).OrderBy(n => _graph.Nodes[n].IsOutside))
        {
            if (_graph.Nodes[node].IsOutside && titles.Count == 0 && _graph.OutsideTitle is { } title)
            {
                titles.Add(new(title, _room.Bands, y + TitleHeight - Gap, TextRole.FrameTitle));
                y += TitleHeight;
            }

            boxes[node] = Box(node, y);
            y += boxes[node].Height + Gap;
        }

        return new(_room.Width, Math.Max(0, y - Gap), boxes, new ArcBands(_graph, _ties, boxes, _room).Draw(), titles);
    }

    private ArcBox Box(int number, double y)
    {
        var node = _graph.Nodes[number];
        var lines = _lines[number];
        var x = _room.Bands;
        var hasFoot = node.Detail is not null || node.Way is not null;
        var text = (lines.Count * DiagramMetrics.TextLeading) + (hasFoot ? Row : 0);
        var inside = new ArcColumns(_room, node.Inside, y);
        var height = new[]
        {
            _room.LowestBox,
            text + (2 * Padding) - (hasFoot ? 6 : 4),
            inside.Height,
            _ties.SideOf(number),
        }.Max();
        var top = height > text + (3 * Padding) ? y + Padding : y + ((height - text) / 2) + (hasFoot ? 2 : 0);
        var foot = top + (lines.Count * DiagramMetrics.TextLeading) + (Row * 0.7);
        var written = lines.Select(
            (line, i) =>
                new DrawnText(
                    line,
                    x + Padding,
                    top + (i * DiagramMetrics.TextLeading) + (DiagramMetrics.TextLeading * 0.72),
                    TextRole.Text
                )
        );
        if (node.Detail is { } detail)
            written = written.Append(new(detail, x + Padding, foot, TextRole.Detail));
        var way = node.Way is null ? null : new DrawnText(node.Way, x + _room.Boxes - Padding, foot, TextRole.Label);
        return new(
            X: x,
            Y: y,
            Width: _room.Boxes,
            Height: height,
            Lines: [.. written],
            Way: way,
            Inside: inside.Entries,
            Note: Note(node, top)
        );
    }

    private DrawnText? Note(ArcNode node, double top) =>
        node.Note is null || node.Inside.Count > 0 || _room.Columns == 0
            ? null
            : new(
                TextMeasure.Shorten(
                    node.Note,
                    (_room.Columns * (_room.ColumnWidth + DiagramMetrics.Gap)) - DiagramMetrics.Gap,
                    DiagramMetrics.SmallSize
                ),
                _room.Bands + _room.Boxes + DiagramMetrics.Gap,
                top + (DiagramMetrics.TextLeading * 0.72),
                TextRole.Detail
            );
}
