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
        var hasFoot = node.Detail is not null || node.LinkText is not null;
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
        var link = node.LinkText is null
            ? null
            : new DrawnText(node.LinkText, x + _room.Boxes - Padding, foot, TextRole.Label);
        return new(
            X: x,
            Y: y,
            Width: _room.Boxes,
            Height: height,
            Lines: [.. written],
            Link: link,
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

/// <summary>The contents of a box, laid out in columns beside it.</summary>
internal sealed class ArcColumns
{
    /// <summary>The row height in pixels, large enough for touch targets.</summary>
    public const double Row = 24;

    private const double Indent = 12;
    private const int MaxLines = 2;

    private readonly ArcRoom _room;
    private readonly double _top;
    private readonly List<IReadOnlyList<DrawnText>> _entries = [];

    public ArcColumns(ArcRoom room, IReadOnlyList<ArcText> texts, double top)
    {
        _room = room;
        _top = top;
        if (room.Columns > 0)
            Place(texts);
    }

    public double Height { get; private set; }

    /// <summary>The wrapped lines of each entry.</summary>
    public IReadOnlyList<IReadOnlyList<DrawnText>> Entries => _entries;

    private void Place(IReadOnlyList<ArcText> texts)
    {
        var lines = texts
            .Select(t =>
                TextMeasure.WrapAtMost(t.Text, _room.ColumnWidth - IndentOf(t), DiagramMetrics.SmallSize, MaxLines)
            )
            .ToList();
        var share = Math.Ceiling(lines.Sum(HeightOf) / _room.Columns);
        var column = 0;
        var y = 0.0;
        for (var i = 0; i < texts.Count; i++)
        {
            if (y > 0 && y + (HeightOf(lines[i]) / 2) > share && column + 1 < _room.Columns)
            {
                column = column + 1;
                y = 0;
            }
            var x =
                _room.Bands
                + _room.Boxes
                + DiagramMetrics.Gap
                + (column * (_room.ColumnWidth + DiagramMetrics.Gap))
                + IndentOf(texts[i]);
            var first = _top + y + (Row * 0.67);
            _entries.Add([
                .. lines[i]
                    .Select(
                        (line, n) => new DrawnText(line, x, first + (n * DiagramMetrics.SmallLeading), TextRole.Detail)
                    ),
            ]);
            y += HeightOf(lines[i]);
            Height = Math.Max(Height, y);
        }
    }

    private static double HeightOf(IReadOnlyList<string> lines) =>
        Row + ((lines.Count - 1) * DiagramMetrics.SmallLeading);

    private double IndentOf(ArcText text) => Math.Min(text.Depth * Indent, _room.ColumnWidth / 3);
}

/// <summary>Computes the bands to the left of positioned boxes.</summary>
internal sealed class ArcBands
{
    private const double Nearest = 20;
    private const double WidestGap = 9;

    /// <summary>
    /// The distance of the Bézier control points, relative to the distance that the middle of the curve reaches.
    /// </summary>
    private const double Reach = 4.0 / 3;

    private readonly ArcGraph _graph;
    private readonly ArcTies _ties;
    private readonly IReadOnlyList<ArcBox> _boxes;
    private readonly ArcRoom _room;
    private readonly double _height;
    private readonly Dictionary<(int Tie, int Node), (double From, double To)> _ends = [];

    public ArcBands(ArcGraph graph, ArcTies ties, IReadOnlyList<ArcBox> boxes, ArcRoom room)
    {
        _graph = graph;
        _ties = ties;
        _boxes = boxes;
        _room = room;
        _height = boxes.Select(b => b.Y + b.Height).DefaultIfEmpty(1).Max();
        for (var node = 0; node < graph.Nodes.Count; node++)
            Share(node);
    }

    public IReadOnlyList<ArcBand> Draw() => [.. _ties.Drawn.Select(t => new ArcBand(t, Path(t)))];

    /// <summary>
    /// Assigns each band a part of the box's side without crossings: bands that lead up above those that lead down, and
    /// of each kind the shorter ones closer to the edge.
    /// </summary>
    private void Share(int node)
    {
        var here = _boxes[node].Middle;
        var ends = _ties
            .At(node)
            .Select(t => (Tie: t, Away: _boxes[Other(t, node)].Middle - here, Width: _ties.WidthAt(t, node)))
            .OrderBy(e => e.Away > 0)
            .ThenByDescending(e => e.Away)
            .ToList();
        if (ends.Count == 0)
            return;
        var sum = ends.Sum(e => e.Width);
        var side = _boxes[node].Height - (2 * ArcTies.Gap);
        var shrink = Math.Min(1, side / (sum + ends.Count - 1));
        var gap = ends.Count == 1 ? 0 : Math.Min(WidestGap, (side - (sum * shrink)) / (ends.Count - 1));
        var at = here - (((sum * shrink) + (gap * (ends.Count - 1))) / 2);
        foreach (var end in ends)
        {
            _ends[(end.Tie, node)] = (at, at + (end.Width * shrink));
            at += (end.Width * shrink) + gap;
        }
    }

    private int Other(int tie, int node) =>
        _graph.Ties[tie].First == node ? _graph.Ties[tie].Second : _graph.Ties[tie].First;

    private string Path(int tie)
    {
        var first = _graph.Ties[tie].First;
        var second = _graph.Ties[tie].Second;
        var (upper, lower) =
            _boxes[first].Y < _boxes[second].Y
                ? (_ends[(tie, first)], _ends[(tie, second)])
                : (_ends[(tie, second)], _ends[(tie, first)]);
        var half = (upper.To - upper.From + lower.To - lower.From) / 4;
        var reach =
            Nearest
            + ((_room.Bands - Nearest - _room.WidestBand) * Math.Sqrt(Math.Max(0, lower.From - upper.To) / _height));
        var outer = _room.Bands - ((reach + half) * Reach);
        var inner = _room.Bands - ((reach - half) * Reach);
        return new PathWriter(runsRight: true)
                .Begin(new(_room.Bands, upper.From))
                .Curve(new(outer, upper.From), new(outer, lower.To), new(_room.Bands, lower.To))
                .LineTo(new(_room.Bands, lower.From))
                .Curve(new(inner, lower.From), new(inner, upper.To), new(_room.Bands, upper.To))
                .End() + "Z";
    }
}

/// <summary>
/// Selects the ties to draw and their widths. If there are many, only those are drawn that are among the strongest of
/// either end, because all of them would hide one another. Of the ties to outside, only the strongest of each box is
/// drawn, because the map is about the inside.
/// </summary>
internal sealed class ArcTies
{
    public const double Gap = 4;

    private const double Narrowest = 1.2;

    /// <summary>
    /// The maximum total width of all bands, in multiples of the widest band: if all ties are equally strong, all bands
    /// are narrow.
    /// </summary>
    private const double MaxTotalWidth = 9;

    /// <summary>
    /// The maximum height of a box for the bands that end at it; beyond it, the bands become narrower.
    /// </summary>
    private const double MaxSide = 168;

    private readonly ArcGraph _graph;
    private readonly double _scale;
    private readonly ILookup<int, int> _byNode;

    public ArcTies(ArcGraph graph, ArcRoom room)
    {
        _graph = graph;
        Drawn = Strongest(graph, room);
        _scale = Drawn.Count == 0 ? 0 : ScaleOf(Drawn.Select(t => graph.Ties[t]).ToList(), room.WidestBand);
        _byNode = Drawn
            .SelectMany(t => new[] { (Node: graph.Ties[t].First, Tie: t), (Node: graph.Ties[t].Second, Tie: t) })
            .ToLookup(e => e.Node, e => e.Tie);
    }

    /// <summary>The indexes of the drawn ties, the strongest first.</summary>
    public IReadOnlyList<int> Drawn { get; }

    public IEnumerable<int> At(int node) => _byNode[node];

    public double WidthAt(int tie, int node) =>
        Math.Max(Narrowest, (_graph.Ties[tie].First == node ? _graph.Ties[tie].Forth : _graph.Ties[tie].Back) * _scale);

    /// <summary>The height that a box needs for the bands that end at it.</summary>
    public double SideOf(int node) => Math.Min(MaxSide, At(node).Sum(t => WidthAt(t, node) + Gap) + Gap);

    private static double ScaleOf(IReadOnlyList<ArcTie> ties, double widest)
    {
        var most = ties.Max(t => Math.Max(t.Forth, t.Back));
        return widest / most * Math.Min(1, MaxTotalWidth * most / ties.Sum(t => t.Strength / 2.0));
    }

    private static List<int> Strongest(ArcGraph graph, ArcRoom room)
    {
        var all = Enumerable
            .Range(0, graph.Ties.Count)
            .Where(t => !graph.Nodes[graph.Ties[t].First].IsRest && !graph.Nodes[graph.Ties[t].Second].IsRest)
            .OrderByDescending(t => graph.Ties[t].Strength)
            .ThenBy(t => t)
            .ToList();
        if (all.Count <= room.MaxBands)
            return all;
        var taken = new int[graph.Nodes.Count];
        var leaving = new int[graph.Nodes.Count];
        return [.. all.Where(IsStrong)];

        bool IsStrong(int number)
        {
            var tie = graph.Ties[number];
            if (graph.Nodes[tie.First].IsOutside || graph.Nodes[tie.Second].IsOutside)
                return leaving[graph.Nodes[tie.First].IsOutside ? tie.Second : tie.First]++ < 1;
            return taken[tie.First]++ < room.StrongestOfEach | taken[tie.Second]++ < room.StrongestOfEach;
        }
    }
}
