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
