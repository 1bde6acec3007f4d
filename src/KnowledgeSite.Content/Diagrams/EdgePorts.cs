namespace KnowledgeSite.Diagrams;

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
