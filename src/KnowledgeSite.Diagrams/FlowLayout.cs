namespace KnowledgeSite.Diagrams;

/// <summary>
/// Lays out a flow diagram in layers (Sugiyama): each box is below all boxes that lead to it, or to their right. Back
/// edges leave and arrive at the side, in tracks outside the rows.
/// </summary>
internal sealed class FlowLayout
{
    /// <summary>The maximum number of nodes that remains readable.</summary>
    public const int MaxNodes = 60;
    public const int MaxEdges = 120;

    private const double RowGap = 28;
    private const double LabelGap = 14;
    private const double Pass = 10;
    private const double LaneGap = 12;
    private const double WidestLabel = 104;

    private readonly FlowGraph _graph;
    private readonly bool _runsRight;
    private readonly LayerAssignment _ranks;
    private readonly LayeredGraph _layers;
    private readonly FlowBoxes _boxes;
    private readonly Lanes _lanes;

    private FlowLayout(FlowGraph graph, double room, bool runsRight, bool stacked)
    {
        _graph = graph;
        _runsRight = runsRight;
        _lanes = new(graph, stacked);
        _ranks = stacked ? LayerAssignment.Stacked(graph, _lanes.GroupOfNode) : new(graph);
        _layers = new(graph, _lanes.OfNode, _ranks);
        foreach (var item in _layers.Rows.SelectMany(r => r).Where(i => i.Node is null))
            Measure(item);
        var tracks = BackEdges.RoomFor(graph, _ranks, runsRight);
        _boxes = new(graph, runsRight ? RoomAlong(room) : RoomAcross(room - tracks), runsRight);
        foreach (var box in _layers.Boxes)
            box.Size = runsRight
                ? new(_boxes.Width, _boxes.HeightOf(box.Node!.Value))
                : new(_boxes.HeightOf(box.Node!.Value), _boxes.Width);
    }

    /// <param name="room">The maximum width of the drawing; exceeded if words need more.</param>
    public static Drawing Draw(FlowGraph graph, double room, bool runsRight)
    {
        var drawing = new FlowLayout(graph, room, runsRight, stacked: false).Draw();
        if (runsRight || drawing.Width <= room || !MayBeStacked(graph))
            return drawing;
        var stacked = new FlowLayout(graph, room, runsRight, stacked: true).Draw();
        return stacked.Width < drawing.Width ? stacked : drawing;
    }

    /// <summary>True if stacking the groups turns no forward edge into a back edge.</summary>
    private static bool MayBeStacked(FlowGraph graph)
    {
        var groups = new Lanes(graph, stacked: true);
        var own = new LayerAssignment(graph).IsBackEdge;
        return groups.Groups > 1
            && !LayerAssignment
                .Stacked(graph, groups.GroupOfNode)
                .IsBackEdge.Where((isBack, edge) => isBack && !own[edge])
                .Any();
    }

    private void Measure(Item item)
    {
        if (!item.IsLabel)
        {
            item.Size = new(0, Pass);
            return;
        }

        item.Lines = TextMeasure.Wrap(_graph.Edges[item.Edge!.Value].Text!, WidestLabel, DiagramMetrics.SmallSize);
        var width = item.Lines.Max(l => TextMeasure.WidthOf(l, DiagramMetrics.SmallSize)) + 4;
        var height = item.Lines.Count * DiagramMetrics.SmallLeading;
        item.Size = _runsRight ? new(width, height) : new(height, width);
    }

    /// <summary>The width available for a box in the longest row, if the diagram runs down.</summary>
    private double RoomAcross(double room)
    {
        var frames =
            ((_lanes.Count - 1) * LaneGap)
            + (Enumerable.Range(0, _lanes.Count).Count(_lanes.IsPadded) * 2 * Lanes.Padding);
        var boxes = 0;
        var others = 0.0;
        for (var lane = 0; lane < _lanes.Count; lane++)
        {
            var rows = _layers
                .Rows.Select(r => r.Where(i => i.Lane == lane).ToList())
                .Where(r => r.Exists(i => i.Node is not null))
                .ToList();
            boxes += rows.Max(r => r.Count(i => i.Node is not null));
            others += rows.Max(r =>
                r.Where(i => i.Node is null).Sum(i => i.Size.Across + DiagramMetrics.Gap)
                + ((r.Count(i => i.Node is not null) - 1) * DiagramMetrics.Gap)
            );
        }

        return (room - frames - others) / boxes;
    }

    /// <summary>The width available for each row with boxes, if the diagram runs to the right.</summary>
    private double RoomAlong(double room)
    {
        var labels = _layers.Rows.Where(r => r.TrueForAll(i => i.Node is null)).ToList();
        var rows = _layers.Rows.Count - labels.Count;
        var frames = _lanes.HasFrames ? 2 * Lanes.Padding : 0;
        return (
                room
                - frames
                - ((rows - 1 - labels.Count) * RowGap)
                - labels.Sum(r => r.Max(i => i.Size.Along) + (2 * LabelGap) + 4)
            ) / rows;
    }

    private Drawing Draw()
    {
        var across = PlaceLanes();
        PlaceRows();
        return new FlowDrawing(_graph, _layers, _ranks, _lanes, _boxes, _runsRight).Draw(across);
    }

    /// <summary>Places the lanes and returns their total width.</summary>
    private double PlaceLanes()
    {
        var at = 0.0;
        var lanes = new List<Lane>();
        for (var lane = 0; lane < _lanes.Count; lane++)
        {
            var rows = _layers.Rows.Select(IReadOnlyList<Item> (r) => [.. r.Where(i => i.Lane == lane)]).ToList();
            var padding = _lanes.IsPadded(lane) ? Lanes.Padding : 0;
            var title = _runsRight && padding > 0 ? DiagramMetrics.TextLeading : 0;
            var width = Math.Max(rows.Max(r => CoordinateAssignment.WidthOf(r, DiagramMetrics.Gap)), 0);
            lanes.Add(new(rows, at + padding + title, width));
            _lanes.Place(lane, at, width + (2 * padding) + title);
            at += width + (2 * padding) + title + LaneGap;
        }

        CoordinateAssignment.Place(_layers, lanes, DiagramMetrics.Gap);
        return at - LaneGap;
    }

    private void PlaceRows()
    {
        var at = 0.0;
        for (var row = 0; row < _layers.Rows.Count; row++)
        {
            var items = _layers.Rows[row];
            var before = row > 0 ? _layers.Rows[row - 1] : null;
            if (before is not null)
                at +=
                    IsOfLabels(items) ? LabelGap
                    : IsOfLabels(before) ? LabelGap + 4
                    : RowGap;
            at += _lanes.RoomBefore(row, _layers, _runsRight);
            var size = items.Max(i => i.Size.Along);
            foreach (var item in items)
            {
                item.Place = item.Place with { Along = at + (size / 2) };
                if (item.Node is null && !item.IsLabel)
                    item.Size = item.Size with { Along = size };
            }

            at += size;
        }
    }

    private static bool IsOfLabels(List<Item> row) => row.TrueForAll(i => i.Node is null);
}
