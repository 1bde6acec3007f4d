namespace KnowledgeSite.Diagrams;

/// <summary>
/// How many steps each box lies from the beginning (one that nothing leads to: right before the first it leads to), and
/// which edges lead back: those that close a circle when the boxes are followed in the order they are written.
/// </summary>
internal sealed class LayerAssignment
{
    private LayerAssignment(int[] of, bool[] isWayBack) => (LayerOfNode, IsBackEdge) = (of, isWayBack);

    public LayerAssignment(FlowGraph graph)
    {
        var leaving = graph.Edges.Select((edge, i) => (edge, i)).ToLookup(e => e.edge.From);
        (LayerOfNode, IsBackEdge) = (new int[graph.Nodes.Count], new bool[graph.Edges.Count]);
        var (state, ended) = (new int[graph.Nodes.Count], new List<int>());
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

    /// <summary>One group after the other: what leads to an earlier group leads back.</summary>
    public static LayerAssignment Stacked(FlowGraph graph, int[] groups)
    {
        var (of, isWayBack, first) = (new int[graph.Nodes.Count], new bool[graph.Edges.Count], 0);
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

    /// <summary>By the number of the box.</summary>
    public int[] LayerOfNode { get; }

    /// <summary>By the number of the edge.</summary>
    public bool[] IsBackEdge { get; }
}
