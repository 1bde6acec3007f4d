namespace KnowledgeSite.Diagrams;

/// <summary>
/// Draws a flow diagram whose boxes are positioned: the lines between them, the labels, and the frames of groups.
/// </summary>
internal sealed class FlowDrawing(
    FlowGraph graph,
    LayeredGraph layers,
    LayerAssignment ranks,
    Lanes lanes,
    FlowBoxes boxes,
    bool runsRight
)
{
    /// <param name="across">The width of the rows.</param>
    public Drawing Draw(double across)
    {
        var strokes = new PathWriter(runsRight);
        var lines = new List<DrawnLine>();
        var labels = new List<DrawnText>();
        var ends = new EdgePorts(graph, layers, ranks);
        for (var edge = 0; edge < graph.Edges.Count; edge++)
            if (!ranks.IsBackEdge[edge])
                lines.AddRange(Line(edge, ends, strokes, labels));
        var back = new BackEdges(graph, layers, ranks, runsRight).Draw(across, strokes, labels);
        lines.AddRange(back.Lines);
        var frames = Frames().ToList();
        var drawn = layers
            .Boxes.Select(b =>
                boxes.Draw(
                    b.Node!.Value,
                    runsRight ? b.Place.Along : b.Place.Across,
                    runsRight ? b.Place.Across : b.Place.Along
                )
            )
            .ToList();
        var along = Math.Max(
            layers.Rows.SelectMany(r => r).Max(i => i.End) + (lanes.HasFrames ? Lanes.Padding : 0),
            back.Along
        );
        return runsRight
            ? new(along, back.Across, drawn, lines, labels, frames)
            : new(back.Across, along, drawn, lines, labels, frames);
    }

    private IEnumerable<DrawnLine> Line(int edge, EdgePorts ends, PathWriter strokes, List<DrawnText> labels)
    {
        var items = layers.EdgeItems[edge];
        strokes.Begin(new(items[0].End, ends.Leaving(edge)));
        foreach (var item in items.Skip(1).SkipLast(1))
        {
            strokes.CurveTo(item.Place with { Along = item.Start });
            if (!item.IsLabel)
            {
                strokes.LineTo(item.Place with { Along = item.End });
                continue;
            }

            yield return new(strokes.End(), null, false);
            labels.AddRange(Label(item));
            strokes.Begin(item.Place with { Along = item.End });
        }

        var tip = new DiagramPoint(items[^1].Start, ends.Arriving(edge));
        strokes.CurveTo(tip);
        yield return new(strokes.End(), strokes.Head(tip with { Along = tip.Along - 10 }, tip), false);
    }

    private IEnumerable<DrawnText> Label(Item item)
    {
        var (x, y) = runsRight ? (item.Place.Along, item.Place.Across) : (item.Place.Across, item.Place.Along);
        var top = y - (item.Lines.Count * DiagramMetrics.SmallLeading / 2);
        return item.Lines.Select(
            (line, i) =>
                new DrawnText(
                    line,
                    x,
                    top + (i * DiagramMetrics.SmallLeading) + (DiagramMetrics.SmallLeading * 0.75),
                    TextRole.Label
                )
        );
    }

    private IEnumerable<DrawnFrame> Frames()
    {
        for (var group = 0; group < lanes.Groups; group++)
        {
            if (lanes.Title(group) is not { } title)
                continue;
            var (first, last) = lanes.RowsOf(group, layers);
            var (from, width) = lanes.PlaceOfGroup(group);
            var start =
                layers.Rows[first].Min(i => i.Start) - Lanes.Padding - (runsRight ? 0 : lanes.TitleHeight(group));
            var end = layers.Rows[last].Max(i => i.End) + Lanes.Padding;
            var lines = TextMeasure.Wrap(
                title,
                (runsRight ? end - start : width) - Lanes.Padding,
                DiagramMetrics.SmallSize,
                isBold: true
            );
            var (x, y) = runsRight ? (start, from) : (from, start);
            yield return new(
                x,
                y,
                runsRight ? end - start : width,
                runsRight ? width : end - start,
                [
                    .. lines.Select(
                        (line, i) =>
                            new DrawnText(
                                line,
                                x + Lanes.Padding,
                                y + DiagramMetrics.SmallLeading + 2 + (i * DiagramMetrics.SmallLeading),
                                TextRole.FrameTitle
                            )
                    ),
                ]
            );
        }
    }
}

/// <summary>
/// The points on the sides of boxes at which edges begin and end: the middle, or, for several edges, side by side in
/// the order of their targets.
/// </summary>
internal sealed class EdgePorts
{
    private const double Widest = 24;

    private readonly double[] _leaving;
    private readonly double[] _arriving;

    public EdgePorts(FlowGraph graph, LayeredGraph layers, LayerAssignment ranks)
    {
        _leaving = new double[graph.Edges.Count];
        _arriving = new double[graph.Edges.Count];
        var edges = Enumerable.Range(0, graph.Edges.Count).Where(e => !ranks.IsBackEdge[e]).ToList();
        foreach (var side in edges.GroupBy(e => graph.Edges[e].From))
            Share(
                layers.Boxes[side.Key],
                side.OrderBy(e => layers.EdgeItems[e][1].Place.Across).ThenBy(e => e),
                _leaving
            );
        foreach (var side in edges.GroupBy(e => graph.Edges[e].To))
            Share(
                layers.Boxes[side.Key],
                side.OrderBy(e => layers.EdgeItems[e][^2].Place.Across).ThenBy(e => e),
                _arriving
            );
    }

    public double Leaving(int edge) => _leaving[edge];

    public double Arriving(int edge) => _arriving[edge];

    private static void Share(Item box, IEnumerable<int> edges, double[] ends)
    {
        var list = edges.ToList();
        var step = Math.Min(Widest, box.Size.Across * 0.7 / list.Count);
        for (var i = 0; i < list.Count; i++)
            ends[list[i]] = box.Place.Across + ((i - ((list.Count - 1) / 2.0)) * step);
    }
}
