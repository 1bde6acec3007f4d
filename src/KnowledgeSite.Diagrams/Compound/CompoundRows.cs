namespace KnowledgeSite.Diagrams.Compound;

/// <summary>
/// The rows of the layered layout: each contains boxes, edge labels, the first and last rows of frames, and items that
/// keep room for edges that pass. Orders them so that few edges cross and each frame is contiguous.
/// </summary>
internal sealed class CompoundRows
{
    private const int Sweeps = 16;

    private readonly CompoundGraph _graph;
    private readonly CompoundRanks _ranks;
    private readonly int[][] _paths;
    private readonly double[] _clusterKeys;
    private readonly CompoundItem[] _itemOfVertex;

    public CompoundRows(CompoundGraph graph, CompoundRanks ranks)
    {
        _graph = graph;
        _ranks = ranks;
        _paths = [.. graph.Clusters.Select((_, c) => PathOf(c))];
        _clusterKeys = new double[graph.Clusters.Count];
        var chains = Enumerable.Range(0, graph.Edges.Count).Select(ChainOf).ToList();
        var rowOfRank = FindRows(chains);
        Rows =
        [
            .. Enumerable.Range(0, rowOfRank.Values.DefaultIfEmpty(-1).Max() + 1).Select(_ => new List<CompoundItem>()),
        ];
        _itemOfVertex = new CompoundItem[graph.Nodes.Count + (2 * graph.Clusters.Count)];
        for (var node = 0; node < graph.Nodes.Count; node++)
            _itemOfVertex[node] = new(rowOfRank[ranks.RankOfNode(node)], graph.Nodes[node].Cluster) { Node = node };
        for (var cluster = 0; cluster < graph.Clusters.Count; cluster++)
        {
            _itemOfVertex[ranks.First(cluster)] = new(rowOfRank[ranks.FirstRankOf(cluster)], cluster) { IsSide = true };
            _itemOfVertex[ranks.Last(cluster)] = new(rowOfRank[ranks.LastRankOf(cluster)], cluster) { IsSide = true };
        }

        EdgeItems = [.. chains.Select((chain, edge) => Connect(chain, edge, rowOfRank))];
        Fill();
        Order();
    }

    public IReadOnlyList<List<CompoundItem>> Rows { get; }

    /// <summary>For each edge, all its items from the upper to the lower one; empty for a loop.</summary>
    public IReadOnlyList<IReadOnlyList<CompoundItem>> EdgeItems { get; }

    public CompoundItem ItemOfNode(int node) => _itemOfVertex[node];

    public CompoundItem FirstOf(int cluster) => _itemOfVertex[_ranks.First(cluster)];

    public CompoundItem LastOf(int cluster) => _itemOfVertex[_ranks.Last(cluster)];

    /// <summary>The frames around an item, the outermost first.</summary>
    public int[] PathTo(CompoundItem item) => item.Cluster < 0 ? [] : _paths[item.Cluster];

    private int[] PathOf(int cluster)
    {
        var path = new List<int>();
        for (var at = cluster; at >= 0; at = _graph.Clusters[at].Parent)
            path.Add(at);
        path.Reverse();
        return [.. path];
    }

    /// <summary>The ranks of an edge from the upper to the lower end, and the rank of its label.</summary>
    private (int From, int To, int? Label) ChainOf(int edge)
    {
        if (_graph.Edges[edge].IsLoop)
            return (0, -1, null);
        var (from, to) = (RankOf(_ranks.VerticesOf(edge).From), RankOf(_ranks.VerticesOf(edge).To));
        return (from, to, _graph.Edges[edge].HasLabel ? _ranks.LabelRankOf(edge) : null);
    }

    private int RankOf(int vertex)
    {
        if (vertex < _graph.Nodes.Count)
            return _ranks.RankOfNode(vertex);
        var cluster = (vertex - _graph.Nodes.Count) / 2;
        return vertex == _ranks.First(cluster) ? _ranks.FirstRankOf(cluster) : _ranks.LastRankOf(cluster);
    }

    /// <summary>The row of each rank that has a box, a side of a frame, or a label.</summary>
    private Dictionary<int, int> FindRows(List<(int From, int To, int? Label)> chains)
    {
        var used = new SortedSet<int>(Enumerable.Range(0, _graph.Nodes.Count).Select(_ranks.RankOfNode));
        for (var cluster = 0; cluster < _graph.Clusters.Count; cluster++)
        {
            used.Add(_ranks.FirstRankOf(cluster));
            used.Add(_ranks.LastRankOf(cluster));
        }

        foreach (var chain in chains)
            if (chain.Label is { } label)
                used.Add(label);
        var rows = new Dictionary<int, int>(used.Count);
        foreach (var rank in used)
            rows[rank] = rows.Count;
        return rows;
    }

    private List<CompoundItem> Connect((int From, int To, int? Label) chain, int edge, Dictionary<int, int> rowOfRank)
    {
        if (chain.To < chain.From)
            return [];
        var (upper, lower) = _ranks.VerticesOf(edge);
        var items = new List<CompoundItem> { _itemOfVertex[upper] };
        for (var rank = chain.From + 1; rank < chain.To; rank++)
            if (rowOfRank.TryGetValue(rank, out var row))
                items.Add(
                    new(row, ClusterAt(rank, _itemOfVertex[upper], _itemOfVertex[lower]))
                    {
                        Edge = edge,
                        IsLabel = rank == chain.Label,
                    }
                );
        items.Add(_itemOfVertex[lower]);
        for (var i = 1; i < items.Count; i++)
        {
            items[i - 1].Next.Add(items[i]);
            items[i].Before.Add(items[i - 1]);
        }

        return items;
    }

    /// <summary>The innermost frame of either end of an edge, but not of both, that spans a rank.</summary>
    private int ClusterAt(int rank, CompoundItem upper, CompoundItem lower)
    {
        var above = PathTo(upper);
        var below = PathTo(lower);
        var shared = 0;
        while (shared < above.Length && shared < below.Length && above[shared] == below[shared])
            shared++;
        for (var i = above.Length - 1; i >= shared; i--)
            if (_ranks.LastRankOf(above[i]) >= rank)
                return above[i];
        for (var i = below.Length - 1; i >= shared; i--)
            if (_ranks.FirstRankOf(below[i]) <= rank)
                return below[i];
        return shared == 0 ? -1 : above[shared - 1];
    }

    /// <summary>Fills the rows in depth-first order, and adds an item where a frame has none in a row.</summary>
    private void Fill()
    {
        var seen = new HashSet<CompoundItem>();
        var nodes = Enumerable.Range(0, _graph.Nodes.Count).Select(ItemOfNode).ToList();
        foreach (var root in nodes.Where(i => i.Before.Count == 0).Concat(nodes).Concat(_itemOfVertex))
        {
            var stack = new Stack<CompoundItem>([root]);
            while (stack.TryPop(out var item))
            {
                if (!seen.Add(item))
                    continue;
                Rows[item.Row].Add(item);
                for (var i = item.Next.Count - 1; i >= 0; i--)
                    stack.Push(item.Next[i]);
            }
        }

        for (var cluster = 0; cluster < _graph.Clusters.Count; cluster++)
        for (var row = FirstOf(cluster).Row + 1; row < LastOf(cluster).Row; row++)
            if (!Rows[row].Exists(i => PathTo(i).Contains(cluster)))
                Rows[row].Add(new(row, cluster));
    }

    private void Order()
    {
        foreach (var row in Rows)
            for (var i = 0; i < row.Count; i++)
                row[i].Key = (i + 0.5) / row.Count;
        SortAll();
        var best = Rows.Select(r => r.ToList()).ToList();
        var fewest = CountCrossings();
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            var isDown = sweep % 2 == 0;
            for (var i = 0; i < Rows.Count; i++)
            {
                var row = Rows[isDown ? i : Rows.Count - 1 - i];
                foreach (var item in row)
                    item.Key = Barycentre(isDown ? item.Before : item.Next, item);
                Sort(row);
            }

            SortAll();
            for (var round = 0; round < 4 && Exchange(); round++) { }
            var crossings = CountCrossings();
            if (crossings >= fewest)
                continue;
            fewest = crossings;
            for (var row = 0; row < Rows.Count; row++)
            {
                best[row].Clear();
                best[row].AddRange(Rows[row]);
            }
        }

        for (var row = 0; row < Rows.Count; row++)
        {
            Rows[row].Clear();
            Rows[row].AddRange(best[row]);
            for (var i = 0; i < best[row].Count; i++)
                best[row][i].Position = i;
        }
    }

    /// <summary>Sorts all rows by their keys, with the same order of the frames in all of them.</summary>
    private void SortAll()
    {
        var counts = new int[_clusterKeys.Length];
        Array.Clear(_clusterKeys);
        foreach (var row in Rows)
        foreach (var item in row)
        foreach (var cluster in PathTo(item))
        {
            _clusterKeys[cluster] += item.Key;
            counts[cluster]++;
        }

        for (var cluster = 0; cluster < counts.Length; cluster++)
            _clusterKeys[cluster] /= Math.Max(1, counts[cluster]);
        foreach (var row in Rows)
            Sort(row);
    }

    private void Sort(List<CompoundItem> row)
    {
        for (var i = 0; i < row.Count; i++)
            row[i].Position = i;
        row.Sort(Compare);
        for (var i = 0; i < row.Count; i++)
        {
            row[i].Position = i;
            row[i].Key = (i + 0.5) / row.Count;
        }
    }

    private int Compare(CompoundItem first, CompoundItem second)
    {
        var a = PathTo(first);
        var b = PathTo(second);
        var depth = 0;
        while (depth < a.Length && depth < b.Length && a[depth] == b[depth])
            depth++;
        var byKey = KeyAt(a, depth, first).CompareTo(KeyAt(b, depth, second));
        if (byKey != 0)
            return byKey;
        var byKind = (depth < a.Length).CompareTo(depth < b.Length);
        if (byKind != 0)
            return byKind;
        return depth < a.Length ? a[depth].CompareTo(b[depth]) : first.Position.CompareTo(second.Position);
    }

    private double KeyAt(int[] path, int depth, CompoundItem item)
    {
        if (depth < path.Length)
            return _clusterKeys[path[depth]];
        return item.IsSide ? -1 : item.Key;
    }

    private static double Barycentre(List<CompoundItem> neighbours, CompoundItem item)
    {
        if (neighbours.Count == 0)
            return item.Key;
        var sum = 0.0;
        foreach (var neighbour in neighbours)
            sum += neighbour.Key;
        return sum / neighbours.Count;
    }

    private bool Exchange()
    {
        var any = false;
        foreach (var row in Rows)
            any |= Exchange(row);
        return any;
    }

    /// <summary>Exchanges adjacent items of the same frame if that removes a crossing.</summary>
    private static bool Exchange(List<CompoundItem> row)
    {
        var any = false;
        for (var i = 1; i < row.Count; i++)
        {
            var left = row[i - 1];
            var right = row[i];
            if (
                left.Cluster != right.Cluster
                || left.IsSide
                || CountCrossings(left.Before, right.Before) + CountCrossings(left.Next, right.Next)
                    <= CountCrossings(right.Before, left.Before) + CountCrossings(right.Next, left.Next)
            )
                continue;
            row[i - 1] = right;
            row[i] = left;
            (left.Key, right.Key) = (right.Key, left.Key);
            right.Position = i - 1;
            left.Position = i;
            any = true;
        }

        return any;
    }

    private static int CountCrossings(List<CompoundItem> left, List<CompoundItem> right)
    {
        var crossings = 0;
        foreach (var l in left)
        foreach (var r in right)
            if (r.Position < l.Position)
                crossings++;
        return crossings;
    }

    private int CountCrossings()
    {
        var crossings = 0;
        var targets = new List<int>();
        for (var row = 0; row + 1 < Rows.Count; row++)
        {
            // A binary indexed tree counts, for each segment, the earlier ones that end further right.
            var tree = new int[Rows[row + 1].Count + 1];
            var seen = 0;
            foreach (var item in Rows[row])
            {
                targets.Clear();
                foreach (var next in item.Next)
                    targets.Add(next.Position);
                if (targets.Count > 1)
                    targets.Sort();
                foreach (var target in targets)
                {
                    var notFurther = 0;
                    for (var i = target + 1; i > 0; i -= i & -i)
                        notFurther += tree[i];
                    crossings += seen - notFurther;
                }

                foreach (var target in targets)
                {
                    seen++;
                    for (var i = target + 1; i < tree.Length; i += i & -i)
                        tree[i]++;
                }
            }
        }

        return crossings;
    }
}

/// <summary>An item that takes room in a row. Its position is computed step by step during one layout.</summary>
internal sealed class CompoundItem(int row, int cluster)
{
    public int Row { get; } = row;

    /// <summary>The innermost frame around the item, or -1.</summary>
    public int Cluster { get; } = cluster;

    public int? Node { get; init; }

    public int? Edge { get; init; }

    public bool IsLabel { get; init; }

    /// <summary>
    /// True for the first and the last row of a frame, which contain its title and the ends of edges.
    /// </summary>
    public bool IsSide { get; init; }

    public List<CompoundItem> Before { get; } = [];

    public List<CompoundItem> Next { get; } = [];

    /// <summary>The number of the variable for the position across the direction.</summary>
    public int Variable { get; set; }

    /// <summary>The index in the row.</summary>
    public int Position { get; set; }

    /// <summary>The wanted place in the row, from 0 to 1.</summary>
    public double Key { get; set; }

    /// <summary>The size in the direction of the diagram, and across it.</summary>
    public DiagramPoint Size { get; set; }

    /// <summary>The room for loops at the end of the item across the direction, which is part of the size.</summary>
    public double LoopRoom { get; set; }

    /// <summary>The centre of the item without its loops.</summary>
    public DiagramPoint Place { get; set; }

    public double Start => Place.Along - (Size.Along / 2);

    public double End => Place.Along + (Size.Along / 2);

    /// <summary>The distances from the centre to both ends across the direction.</summary>
    public double Left => (Size.Across - LoopRoom) / 2;

    public double Right => ((Size.Across - LoopRoom) / 2) + LoopRoom;
}
