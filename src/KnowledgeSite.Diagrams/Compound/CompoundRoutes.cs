namespace KnowledgeSite.Diagrams.Compound;

/// <summary>Draws the edges of a graph whose items are placed, and turns the drawing into its direction.</summary>
internal sealed class CompoundRoutes(
    CompoundGraph graph,
    CompoundRanks ranks,
    CompoundRows rows,
    GraphDirection direction
)
{
    private const double LoopHalf = 9;

    /// <summary>The positions across the direction at which the upper and the lower end of each edge are.</summary>
    private readonly double[] _startPorts = new double[graph.Edges.Count];
    private readonly double[] _endPorts = new double[graph.Edges.Count];
    private double _along;

    private bool RunsAcross => direction is GraphDirection.Right or GraphDirection.Left;

    private bool IsMirrored => direction is GraphDirection.Up or GraphDirection.Left;

    public CompoundDrawing Draw(double along, (double From, double To)[] clusters, IReadOnlyList<string>[] titles)
    {
        _along = along;
        AssignPorts();
        var nodes = graph.Nodes.Select((_, n) => PlaceOf(rows.ItemOfNode(n))).ToList();
        var frames = graph
            .Clusters.Select(
                (_, c) =>
                    new PlacedCluster(
                        Rectangle(rows.FirstOf(c).Start, rows.LastOf(c).End, clusters[c].From, clusters[c].To),
                        titles[c]
                    )
            )
            .ToList();
        var loops = new Dictionary<GraphEnd, (double Room, double Half)>();
        var edges = graph.Edges.Select((e, i) => e.IsLoop ? Loop(e, clusters, loops) : Route(i)).ToList();
        var across = rows
            .Rows.SelectMany(r => r)
            .Select(i => i.Place.Across + i.Right)
            .Concat(clusters.Select((c, i) => c.To + loops.GetValueOrDefault(new(i, IsCluster: true)).Room))
            .DefaultIfEmpty(0)
            .Max();
        return RunsAcross ? new(along, across, nodes, frames, edges) : new(across, along, nodes, frames, edges);
    }

    private PlacedRectangle PlaceOf(CompoundItem item) =>
        Rectangle(item.Start, item.End, item.Place.Across - item.Left, item.Place.Across + item.Left);

    private PlacedRectangle Rectangle(double start, double end, double from, double to)
    {
        var first = IsMirrored ? _along - end : start;
        return RunsAcross ? new(first, from, end - start, to - from) : new(from, first, to - from, end - start);
    }

    private (double X, double Y) PointAt(DiagramPoint place)
    {
        var along = IsMirrored ? _along - place.Along : place.Along;
        return RunsAcross ? (along, place.Across) : (place.Across, along);
    }

    private RouteEnd EndAt(DiagramPoint place, double along, double across)
    {
        var (x, y) = PointAt(place);
        var forward = IsMirrored ? -along : along;
        return RunsAcross ? new(x, y, forward, across) : new(x, y, across, forward);
    }

    /// <summary>
    /// Chooses the point at which each edge meets its box: opposite its other end if the side of the box reaches so
    /// far. All other edges meet the box side by side, sorted by the position of their other ends.
    /// </summary>
    private void AssignPorts()
    {
        var ends = new List<EdgeEnd>();
        for (var edge = 0; edge < graph.Edges.Count; edge++)
            if (rows.EdgeItems[edge] is { Count: > 0 } items)
            {
                ends.Add(new(items[0], edge, true, items[1].Place.Across));
                ends.Add(new(items[^1], edge, false, items[^2].Place.Across));
            }

        ends.Sort();
        for (var first = 0; first < ends.Count; )
        {
            var last = first;
            while (last + 1 < ends.Count && ends[last + 1].IsBeside(ends[first]))
                last++;
            AssignPorts(ends, first, last);
            first = last + 1;
        }
    }

    /// <summary>Assigns the ports of the edges at one side of a box.</summary>
    private void AssignPorts(List<EdgeEnd> ends, int first, int last)
    {
        var item = ends[first].Item;
        var reach = ReachOf(item);
        var distance = Math.Min(graph.PortDistance, 2 * reach / Math.Max(1, last - first));
        var wanted = new List<double>(last - first + 1);
        for (var i = first; i <= last; i++)
        {
            var inOrder = (i - first - ((last - first) / 2.0)) * distance;
            wanted.Add(WantedPort(ends[i].OtherAcross - item.Place.Across, reach, inOrder));
        }

        var placed = Spread(wanted, distance, reach);
        for (var i = first; i <= last; i++)
            (ends[i].IsStart ? _startPorts : _endPorts)[ends[i].Edge] = item.Place.Across + placed[i - first];
    }

    private double ReachOf(CompoundItem item)
    {
        if (item.Node is not { } node)
            return item.Left;
        return graph.Nodes[node].Outline == BoxOutline.Rectangle ? Math.Max(0, item.Left - 10) : item.Left * 0.45;
    }

    private static double WantedPort(double offset, double reach, double inOrder) =>
        Math.Abs(offset) <= reach ? offset : Math.Clamp(inOrder, -reach, reach);

    /// <summary>Moves positions apart, in the given order and as little as possible.</summary>
    private static double[] Spread(List<double> wanted, double distance, double reach)
    {
        var blocks = new List<(double Sum, int Count)>();
        for (var i = 0; i < wanted.Count; i++)
        {
            blocks.Add((wanted[i] - (i * distance), 1));
            while (blocks.Count > 1 && blocks[^2].Sum / blocks[^2].Count >= blocks[^1].Sum / blocks[^1].Count)
            {
                var joined = (blocks[^2].Sum + blocks[^1].Sum, blocks[^2].Count + blocks[^1].Count);
                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add(joined);
            }
        }

        var most = reach - ((wanted.Count - 1) * distance);
        var placed = new double[wanted.Count];
        var at = 0;
        foreach (var (sum, count) in blocks)
            for (var end = at + count; at < end; at++)
                placed[at] = Math.Max(-reach, Math.Min(most, sum / count)) + (at * distance);
        return placed;
    }

    /// <summary>The distance of the outline of a box from the side of its bounding box.</summary>
    private double InsetOf(CompoundItem item, double port)
    {
        if (item.Node is not { } node || item.Left <= 0)
            return 0;
        var offset = Math.Min(1, Math.Abs(port - item.Place.Across) / item.Left);
        return graph.Nodes[node].Outline switch
        {
            BoxOutline.Rhombus => item.Size.Along / 2 * offset,
            BoxOutline.Ellipse => item.Size.Along / 2 * (1 - Math.Sqrt(1 - (offset * offset))),
            _ => 0,
        };
    }

    private EdgeRoute Route(int edge)
    {
        var items = rows.EdgeItems[edge];
        var pieces = new List<string>();
        PlacedRectangle? label = null;
        // An edge between a frame and a box inside it is drawn inside the frame.
        var isInside = items[0].IsSide && rows.FirstOf(items[0].Cluster) == items[0];
        var isOutside = items[^1].IsSide && rows.LastOf(items[^1].Cluster) == items[^1];
        var startPort = _startPorts[edge];
        var endPort = _endPorts[edge];
        var start = new DiagramPoint(
            isInside ? items[0].Start : items[0].End - InsetOf(items[0], startPort),
            startPort
        );
        var end = new DiagramPoint(isOutside ? items[^1].End : items[^1].Start + InsetOf(items[^1], endPort), endPort);
        var path = new PathWriter(RunsAcross, IsMirrored ? _along : null).Begin(start);
        if (items[0].End > start.Along)
            path.LineTo(start with { Along = items[0].End });
        foreach (var item in items.Skip(1).SkipLast(1))
        {
            path.CurveTo(item.Place with { Along = item.Start });
            if (item.IsLabel)
            {
                pieces.Add(path.End());
                label = PlaceOf(item);
                path.Begin(item.Place with { Along = item.End });
            }
            else
            {
                path.LineTo(item.Place with { Along = item.End });
            }
        }

        if (items[^1].Start < end.Along)
            path.CurveTo(end with { Along = items[^1].Start }).LineTo(end);
        else
            path.CurveTo(end);
        pieces.Add(path.End());
        var first = EndAt(start, 1, 0);
        var last = EndAt(end, 1, 0);
        return ranks.IsReversed[edge]
            ? new(pieces, Reverse(last), Reverse(first), label)
            : new(pieces, first, last, label);
    }

    private static RouteEnd Reverse(RouteEnd end) =>
        end with
        {
            DirectionX = -end.DirectionX,
            DirectionY = -end.DirectionY,
        };

    /// <summary>Draws an edge from a box or a frame to itself, beside it.</summary>
    private EdgeRoute Loop(
        CompoundEdge edge,
        (double From, double To)[] clusters,
        Dictionary<GraphEnd, (double Room, double Half)> loops
    )
    {
        var index = edge.From.Index;
        var box = edge.From.IsCluster ? null : rows.ItemOfNode(index);
        var middle = box?.Place.Along ?? (rows.FirstOf(index).Start + rows.LastOf(index).End) / 2;
        var side = box is null ? clusters[index].To : box.Place.Across + box.Left;
        var (used, inner) = loops.GetValueOrDefault(edge.From);
        // A further edge is around the earlier ones and their labels.
        var half = Math.Min(Math.Max(LoopHalf, inner), box is null ? double.MaxValue : (box.Size.Along / 2) - 3);
        var inset = box is null ? 0 : InsetAcross(box, half);
        var outer = side + used + 20;
        var start = new DiagramPoint(middle - half, side - inset);
        var end = new DiagramPoint(middle + half, side - inset);
        var path = new PathWriter(RunsAcross, IsMirrored ? _along : null)
            .Begin(start)
            .Through(start with { Across = outer }, end with { Across = outer }, end)
            .End();
        PlacedRectangle? label = null;
        var room = 26.0;
        if (edge.HasLabel)
        {
            var across = RunsAcross ? edge.LabelHeight : edge.LabelWidth;
            var along = RunsAcross ? edge.LabelWidth : edge.LabelHeight;
            label = Rectangle(middle - (along / 2), middle + (along / 2), outer + 4, outer + 4 + across);
            room += across + 4;
        }

        var labelHalf = (RunsAcross ? edge.LabelWidth : edge.LabelHeight) / 2;
        loops[edge.From] = (used + room, Math.Max(half, labelHalf) + 6);
        return new([path], EndAt(start, 0, 1), EndAt(end, 0, -1), label);
    }

    private double InsetAcross(CompoundItem item, double offset)
    {
        var share = Math.Min(1, offset / (item.Size.Along / 2));
        return graph.Nodes[item.Node!.Value].Outline switch
        {
            BoxOutline.Rhombus => item.Left * share,
            BoxOutline.Ellipse => item.Left * (1 - Math.Sqrt(1 - (share * share))),
            _ => 0,
        };
    }

    /// <summary>The end of an edge at an item, sorted by item, side, and the position of the other end.</summary>
    private sealed record EdgeEnd(CompoundItem Item, int Edge, bool IsStart, double OtherAcross) : IComparable<EdgeEnd>
    {
        public bool IsBeside(EdgeEnd other) => Item == other.Item && IsStart == other.IsStart;

        public int CompareTo(EdgeEnd? other)
        {
            var order = Item.Variable.CompareTo(other!.Item.Variable);
            if (order == 0)
                order = IsStart.CompareTo(other.IsStart);
            if (order == 0)
                order = OtherAcross.CompareTo(other.OtherAcross);
            return order == 0 ? Edge.CompareTo(other.Edge) : order;
        }
    }
}
