namespace KnowledgeSite.Diagrams.Compound;

/// <summary>
/// Layer assignment: the rank of each box, and of the first and the last row of each frame. Edges that close a cycle
/// are reversed. The sum of the lengths of all edges is the least possible.
/// </summary>
internal sealed class CompoundRanks
{
    private readonly CompoundGraph _graph;
    private readonly int[] _rankOfVertex;
    private readonly (int From, int To)[] _ends;

    public CompoundRanks(CompoundGraph graph)
    {
        _graph = graph;
        IsReversed = new bool[graph.Edges.Count];
        _ends = [.. graph.Edges.Select((_, e) => EndsOf(e))];
        BreakCycles();
        var spacings = new List<Spacing>();
        foreach (var (from, to, weight) in FrameArcs())
            spacings.Add(new(from + 1, to + 1, 1, weight));
        for (var edge = 0; edge < graph.Edges.Count; edge++)
            if (!graph.Edges[edge].IsLoop)
                spacings.Add(new(_ends[edge].From + 1, _ends[edge].To + 1, LengthOf(edge), 4));
        var positions =
            NetworkSimplex.Solve(VertexCount + 1, spacings, isBalanced: false)
            ?? throw new InvalidOperationException("The ranks of a graph have a cycle.");
        _rankOfVertex = [.. positions.Skip(1).Select(p => (int)Math.Round(p))];
    }

    /// <summary>True for each edge that is laid out from its end to its start.</summary>
    public bool[] IsReversed { get; }

    private int VertexCount => _graph.Nodes.Count + (2 * _graph.Clusters.Count);

    public int RankOfNode(int node) => _rankOfVertex[node];

    public int FirstRankOf(int cluster) => _rankOfVertex[First(cluster)];

    public int LastRankOf(int cluster) => _rankOfVertex[Last(cluster)];

    /// <summary>The vertices that an edge connects, the upper one first: boxes, or sides of frames.</summary>
    public (int From, int To) VerticesOf(int edge) => _ends[edge];

    /// <summary>The vertex for the first row of a frame. The vertices of boxes are their indexes.</summary>
    public int First(int cluster) => _graph.Nodes.Count + (2 * cluster);

    public int Last(int cluster) => First(cluster) + 1;

    /// <summary>
    /// The rank at which the label of an edge is between the frames that the edge leaves and those that it enters.
    /// </summary>
    public int LabelRankOf(int edge)
    {
        var (from, to) = _ends[edge];
        var first = _rankOfVertex[from];
        var last = _rankOfVertex[to];
        var (left, entered) = BordersOf(edge);
        var lower = left.Select(LastRankOf).Append(first).Max() + 1;
        var upper = entered.Select(FirstRankOf).Append(last).Min() - 1;
        return lower <= upper ? (lower + upper) / 2 : (first + last) / 2;
    }

    /// <summary>The number of ranks that an edge spans at least: one more for its label and for each border.</summary>
    private int LengthOf(int edge)
    {
        var (left, entered) = BordersOf(edge);
        return Math.Max(1, _graph.Edges[edge].Length)
            + (_graph.Edges[edge].HasLabel ? 1 : 0)
            + left.Count
            + entered.Count;
    }

    /// <summary>The frames that an edge leaves and those that it enters, seen from its upper end.</summary>
    private (List<int> Left, List<int> Entered) BordersOf(int edge)
    {
        if (_graph.Clusters.Count == 0)
            return ([], []);
        var from = FramesAround(_ends[edge].From);
        var to = FramesAround(_ends[edge].To);
        return ([.. from.Except(to)], [.. to.Except(from)]);
    }

    /// <summary>The frames around a vertex. A side of a frame is outside of it.</summary>
    private List<int> FramesAround(int vertex)
    {
        var frames = new List<int>();
        var at =
            vertex < _graph.Nodes.Count
                ? _graph.Nodes[vertex].Cluster
                : _graph.Clusters[(vertex - _graph.Nodes.Count) / 2].Parent;
        for (; at >= 0; at = _graph.Clusters[at].Parent)
            frames.Add(at);
        return frames;
    }

    private IEnumerable<(int From, int To, double Weight)> FrameArcs()
    {
        for (var node = 0; node < _graph.Nodes.Count; node++)
            if (_graph.Nodes[node].Cluster is >= 0 and var cluster)
            {
                yield return (First(cluster), node, 0);
                yield return (node, Last(cluster), 0);
            }

        for (var cluster = 0; cluster < _graph.Clusters.Count; cluster++)
        {
            yield return (First(cluster), Last(cluster), 1);
            if (_graph.Clusters[cluster].Parent is >= 0 and var parent)
            {
                yield return (First(parent), First(cluster), 0);
                yield return (Last(cluster), Last(parent), 0);
            }
        }
    }

    private (int From, int To) EndsOf(int edge)
    {
        var (from, to) = (_graph.Edges[edge].From, _graph.Edges[edge].To);
        if (from.IsCluster && _graph.Contains(from.Index, to))
            return (First(from.Index), to.IsCluster ? First(to.Index) : to.Index);
        if (to.IsCluster && _graph.Contains(to.Index, from))
            return (from.IsCluster ? Last(from.Index) : from.Index, Last(to.Index));
        var (upper, lower) = IsReversed[edge] ? (to, from) : (from, to);
        return (upper.IsCluster ? Last(upper.Index) : upper.Index, lower.IsCluster ? First(lower.Index) : lower.Index);
    }

    /// <summary>
    /// Reverses edges until there is no cycle. If the frames of a reversed edge still close one, the edge leads to a
    /// box in the frame instead.
    /// </summary>
    private void BreakCycles()
    {
        var tries = (2 * _graph.Edges.Count) + 8;
        while (tries-- > 0 && FindCycles() is { Count: > 0 } edges)
            foreach (var edge in edges)
            {
                if (IsReversed[edge])
                    _ends[edge] = (BoxOf(_ends[edge].From), BoxOf(_ends[edge].To));
                else
                    IsReversed[edge] = true;
                if (BoxOf(_ends[edge].From) != _ends[edge].From || BoxOf(_ends[edge].To) != _ends[edge].To)
                    _ends[edge] = EndsOf(edge);
                else
                    _ends[edge] = (_ends[edge].To, _ends[edge].From);
            }
    }

    /// <summary>A box inside the frame of a vertex, or the vertex if it is a box.</summary>
    private int BoxOf(int vertex)
    {
        if (vertex < _graph.Nodes.Count)
            return vertex;
        var end = new GraphEnd((vertex - _graph.Nodes.Count) / 2, true);
        for (var node = 0; node < _graph.Nodes.Count; node++)
            if (_graph.Contains(end.Index, new(node, false)))
                return node;
        return vertex;
    }

    /// <summary>Finds edges that close a cycle, in a depth-first search in the order of the boxes.</summary>
    private List<int> FindCycles()
    {
        var arcs = new List<(int To, int Edge)>[VertexCount];
        for (var vertex = 0; vertex < arcs.Length; vertex++)
            arcs[vertex] = [];
        for (var edge = 0; edge < _ends.Length; edge++)
            if (!_graph.Edges[edge].IsLoop)
                arcs[_ends[edge].From].Add((_ends[edge].To, edge));
        foreach (var (from, to, _) in FrameArcs())
            arcs[from].Add((to, -1));
        var found = new List<int>();
        var state = new byte[VertexCount];
        for (var root = 0; root < VertexCount; root++)
            Follow(root);
        return found;

        void Follow(int root)
        {
            if (state[root] != 0)
                return;
            var path = new Stack<(int Vertex, int Arc, int Edge)>([(root, 0, -1)]);
            state[root] = 1;
            while (path.TryPop(out var at))
            {
                if (at.Arc == arcs[at.Vertex].Count)
                {
                    state[at.Vertex] = 2;
                    continue;
                }

                path.Push(at with { Arc = at.Arc + 1 });
                var (to, edge) = arcs[at.Vertex][at.Arc];
                if (state[to] == 0)
                {
                    state[to] = 1;
                    path.Push((to, 0, edge));
                }
                else if (state[to] == 1)
                {
                    var last = edge >= 0 ? edge : path.First(p => p.Edge >= 0 || p.Vertex == to).Edge;
                    if (last >= 0 && !found.Contains(last))
                        found.Add(last);
                }
            }
        }
    }
}
