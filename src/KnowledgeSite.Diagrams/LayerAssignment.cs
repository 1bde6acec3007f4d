namespace KnowledgeSite.Diagrams;

/// <summary>
/// Layer assignment of the layered layout (Sugiyama): the layer of each node is the length of the longest path to it; a
/// node without incoming edges is placed directly before its first successor. Back edges are those that close a cycle
/// in a depth-first search in the order of the nodes.
/// </summary>
internal sealed class LayerAssignment
{
    private LayerAssignment(int[] of, bool[] isWayBack)
    {
        LayerOfNode = of;
        IsBackEdge = isWayBack;
    }

    public LayerAssignment(FlowGraph graph)
    {
        var leaving = graph.Edges.Select((edge, i) => (edge, i)).ToLookup(e => e.edge.From);
        LayerOfNode = new int[graph.Nodes.Count];
        IsBackEdge = new bool[graph.Edges.Count];
        var state = new int[graph.Nodes.Count];
        var ended = new List<int>();
        for (var node = 0; node < graph.Nodes.Count; node++)
            Follow(node);
        for (var i = ended.Count - 1; i >= 0; i--)
            foreach (var (edge, number) in leaving[ended[i]])
                if (!IsBackEdge[number])
                    LayerOfNode[edge.To] = Math.Max(LayerOfNode[edge.To], LayerOfNode[edge.From] + 1);
        var entered = graph.Edges.Where((_, i) => !IsBackEdge[i]).Select(e => e.To).ToHashSet();
        for (var node = 0; node < graph.Nodes.Count; node++)
            if (!entered.Contains(node))
                LayerOfNode[node] = leaving[node]
                    .Where(e => !IsBackEdge[e.i])
                    .Select(e => LayerOfNode[e.edge.To] - 1)
                    .DefaultIfEmpty(0)
                    .Min();

        void Follow(int node)
        {
            if (state[node] != 0)
                return;
            state[node] = 1;
            foreach (var (edge, number) in leaving[node])
            {
                if (state[edge.To] == 1)
                    IsBackEdge[number] = true;
                else
                    Follow(edge.To);
            }

            state[node] = 2;
            ended.Add(node);
        }
    }

    /// <summary>Assigns the layers group by group; edges to an earlier group are back edges.</summary>
    public static LayerAssignment Stacked(FlowGraph graph, int[] groups)
    {
        var of = new int[graph.Nodes.Count];
        var isWayBack = new bool[graph.Edges.Count];
        var first = 0;
        foreach (var group in Enumerable.Range(0, groups.DefaultIfEmpty(0).Max() + 1))
        {
            var edges = Enumerable
                .Range(0, graph.Edges.Count)
                .Where(e => groups[graph.Edges[e].From] == group && groups[graph.Edges[e].To] == group)
                .ToList();
            var own = new LayerAssignment(graph with { Edges = [.. edges.Select(e => graph.Edges[e])] });
            for (var i = 0; i < edges.Count; i++)
                isWayBack[edges[i]] = own.IsBackEdge[i];
            var members = Enumerable.Range(0, groups.Length).Where(n => groups[n] == group).ToList();
            foreach (var node in members)
                of[node] = first + own.LayerOfNode[node];
            first += members.Max(n => own.LayerOfNode[n]) + 1;
        }

        for (var edge = 0; edge < isWayBack.Length; edge++)
            isWayBack[edge] |= groups[graph.Edges[edge].From] > groups[graph.Edges[edge].To];
        return new(of, isWayBack);
    }

    /// <summary>The layer of each node.</summary>
    public int[] LayerOfNode { get; }

    /// <summary>True for each edge that is a back edge.</summary>
    public bool[] IsBackEdge { get; }
}

/// <summary>
/// Draws back edges, each in a track of its own beside the rows, shorter edges closer to the rows; so they cross no
/// box.
/// </summary>
internal sealed class BackEdges(FlowGraph graph, LayeredGraph layers, LayerAssignment ranks, bool runsRight)
{
    private const double Track = 16;
    private const double WidestAside = 84;
    private const double Port = 8;

    private readonly List<int> _edges = [.. Enumerable.Range(0, graph.Edges.Count).Where(e => ranks.IsBackEdge[e])];
    private double _along;

    /// <summary>The width that the back edges add to the drawing.</summary>
    public static double RoomFor(FlowGraph graph, LayerAssignment ranks, bool runsRight) =>
        (ranks.IsBackEdge.Contains(true) ? 1 : 0)
        + graph
            .Edges.Where((_, i) => ranks.IsBackEdge[i])
            .Sum(e =>
                Track
                + (
                    e.Text is null
                        ? 0
                        : Lines(e.Text, runsRight).Max(l => TextMeasure.WidthOf(l, DiagramMetrics.SmallSize)) + 6
                )
            );

    /// <param name="across">The width of the drawing so far.</param>
    public (IReadOnlyList<DrawnLine> Lines, double Across, double Along) Draw(
        double across,
        PathWriter strokes,
        List<DrawnText> labels
    )
    {
        var lines = new List<DrawnLine>();
        foreach (var edge in _edges.OrderBy(e => Length(e)).ThenBy(e => e))
        {
            across += Track;
            lines.Add(Line(edge, across, strokes));
            across += Label(edge, across, labels);
        }

        return (lines, across + (lines.Count > 0 ? 1 : 0), _along);
    }

    private double Length(int edge) =>
        layers.Boxes[graph.Edges[edge].From].Place.Along - layers.Boxes[graph.Edges[edge].To].Place.Along;

    private DrawnLine Line(int edge, double track, PathWriter strokes)
    {
        var from = layers.Boxes[graph.Edges[edge].From];
        var to = layers.Boxes[graph.Edges[edge].To];
        if (IsOutermost(from))
            strokes.Begin(new(from.Place.Along + StartOf(edge), from.Place.Across + (from.Size.Across / 2)));
        else
            BeginBelow(edge, from, strokes, track);

        var turn = IsOutermost(from) ? from.Place.Along + StartOf(edge) : Below(edge, from);
        if (!IsOutermost(to))
        {
            var above = to.Start - 12;
            var tip = new DiagramPoint(to.Start, to.Place.Across + (to.Size.Across / 4));
            strokes.Through(new(turn, track), new(above, track), new(above, tip.Across), tip);
            return new(strokes.End(), strokes.Head(tip with { Along = above }, tip), true);
        }

        var end = new DiagramPoint(to.Place.Along - EndOf(edge), to.Place.Across + (to.Size.Across / 2));
        strokes.Through(new(turn, track), new(end.Along, track), end);
        return new(strokes.End(), strokes.Head(end with { Across = track }, end), true);
    }

    private void BeginBelow(int edge, Item from, PathWriter strokes, double track)
    {
        var start = new DiagramPoint(from.End, from.Place.Across + (from.Size.Across / 4) + StartOf(edge) - Port);
        _along = Math.Max(_along, Below(edge, from) + 2);
        strokes
            .Begin(start)
            .Through(start with { Along = Below(edge, from) }, new(Below(edge, from), (start.Across + track) / 2));
    }

    private double Below(int edge, Item from) => from.End + 4 + StartOf(edge);

    /// <summary>True if there is nothing between the box and the tracks.</summary>
    private bool IsOutermost(Item box) => layers.Rows[box.Row][^1] == box;

    /// <summary>
    /// The offset of an edge's start below the middle of the box's side; several starts are 4 pixels apart. Arriving
    /// edges end above the middle.
    /// </summary>
    private double StartOf(int edge) =>
        Port + (4 * _edges.TakeWhile(e => e != edge).Count(e => graph.Edges[e].From == graph.Edges[edge].From));

    private double EndOf(int edge) =>
        Port + (4 * _edges.TakeWhile(e => e != edge).Count(e => graph.Edges[e].To == graph.Edges[edge].To));

    /// <summary>Adds the label of an edge and returns its width.</summary>
    private double Label(int edge, double track, List<DrawnText> labels)
    {
        if (graph.Edges[edge].Text is not { } text)
            return 0;
        var from = layers.Boxes[graph.Edges[edge].From].Place.Along;
        var to = layers.Boxes[graph.Edges[edge].To].Place.Along;
        var lines = Lines(text, runsRight);
        var middle = (from + to) / 2;
        var height = lines.Count * DiagramMetrics.SmallLeading;
        labels.AddRange(
            lines.Select(
                (line, i) =>
                    runsRight
                        ? new DrawnText(
                            line,
                            middle,
                            track + 4 + (i * DiagramMetrics.SmallLeading) + (DiagramMetrics.SmallLeading * 0.75),
                            TextRole.Label
                        )
                        : new DrawnText(
                            line,
                            track + 6,
                            middle
                                - (height / 2)
                                + (i * DiagramMetrics.SmallLeading)
                                + (DiagramMetrics.SmallLeading * 0.75),
                            TextRole.LabelAside
                        )
            )
        );
        return runsRight ? height + 6 : lines.Max(l => TextMeasure.WidthOf(l, DiagramMetrics.SmallSize)) + 6;
    }

    private static IReadOnlyList<string> Lines(string text, bool runsRight) =>
        TextMeasure.Wrap(text, runsRight ? 240 : WidestAside, DiagramMetrics.SmallSize);
}
