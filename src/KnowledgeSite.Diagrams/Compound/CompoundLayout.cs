namespace KnowledgeSite.Diagrams.Compound;

/// <summary>
/// Lays out a graph with nested frames in rows (Sugiyama): each box is beyond all boxes that lead to it, and frames
/// contain exactly their boxes. No box, label or frame covers another.
/// </summary>
internal sealed class CompoundLayout
{
    /// <summary>The space between a frame and its content.</summary>
    public const double Padding = 12;

    /// <summary>The minimum distance between an edge or a label and the item beside it.</summary>
    private const double PassGap = 12;

    private const double SideGap = 10;
    private const double LabelGap = 16;
    private const double HeadGap = 18;
    private const double SteepestGap = 72;
    private const double LoopSize = 26;

    private readonly CompoundGraph _graph;
    private readonly GraphDirection _direction;
    private readonly CompoundRanks _ranks;
    private readonly CompoundRows _rows;
    private readonly IReadOnlyList<string>[] _titles;
    private readonly (double From, double To)[] _across;
    private readonly double[] _loopRoom;
    private readonly double[] _clusterLoopRoom;
    private double _along;

    private CompoundLayout(CompoundGraph graph, GraphDirection direction)
    {
        _graph = graph;
        _direction = direction;
        _ranks = new(graph);
        _rows = new(graph, _ranks);
        _titles = new IReadOnlyList<string>[graph.Clusters.Count];
        _across = new (double, double)[graph.Clusters.Count];
        _loopRoom = new double[graph.Nodes.Count];
        _clusterLoopRoom = new double[graph.Clusters.Count];
    }

    private bool RunsAcross => _direction is GraphDirection.Right or GraphDirection.Left;

    public static CompoundDrawing Compute(CompoundGraph graph, GraphDirection direction) =>
        new CompoundLayout(graph, direction).Compute();

    /// <summary>The item that contains the title of a frame, if the diagram runs down or up.</summary>
    private CompoundItem TitleItem(int cluster) =>
        _direction == GraphDirection.Up ? _rows.LastOf(cluster) : _rows.FirstOf(cluster);

    private CompoundDrawing Compute()
    {
        Measure();
        PlaceRows(isFinal: false);
        if (RunsAcross)
            FitTitles();
        PlaceAcross();
        PlaceRows(isFinal: true);
        return new CompoundRoutes(_graph, _ranks, _rows, _direction).Draw(_along, _across, _titles);
    }

    private void Measure()
    {
        foreach (var loop in _graph.Edges.Where(e => e.IsLoop))
            (loop.From.IsCluster ? _clusterLoopRoom : _loopRoom)[loop.From.Index] += LoopRoomOf(loop);
        for (var cluster = 0; cluster < _graph.Clusters.Count; cluster++)
        {
            var title = _graph.Clusters[cluster].Title;
            _titles[cluster] = TextMeasure.Wrap(title, 160, DiagramMetrics.SmallSize, isBold: true);
            _rows.FirstOf(cluster).Size = default;
            _rows.LastOf(cluster).Size = default;
            if (!RunsAcross && _titles[cluster].Count > 0)
                TitleItem(cluster).Size = new(HeightOf(_titles[cluster]), WidthOf(_titles[cluster]));
        }

        for (var node = 0; node < _graph.Nodes.Count; node++)
        {
            var box = _graph.Nodes[node];
            var size = RunsAcross ? new DiagramPoint(box.Width, box.Height) : new(box.Height, box.Width);
            _rows.ItemOfNode(node).LoopRoom = _loopRoom[node];
            _rows.ItemOfNode(node).Size = size with { Across = size.Across + _loopRoom[node] };
        }

        foreach (var item in _rows.EdgeItems.SelectMany(e => e).Where(i => i.IsLabel))
        {
            var edge = _graph.Edges[item.Edge!.Value];
            item.Size = RunsAcross ? new(edge.LabelWidth, edge.LabelHeight) : new(edge.LabelHeight, edge.LabelWidth);
        }
    }

    /// <summary>The room beside a box or a frame for an edge from it to itself.</summary>
    private double LoopRoomOf(CompoundEdge edge) =>
        LoopSize + (edge.HasLabel ? (RunsAcross ? edge.LabelHeight : edge.LabelWidth) + 4 : 0);

    private static double HeightOf(IReadOnlyList<string> title) => (title.Count * DiagramMetrics.SmallLeading) + 6;

    private static double WidthOf(IReadOnlyList<string> title) =>
        title.Max(l => TextMeasure.WidthOf(l, DiagramMetrics.SmallSize, isBold: true)) + 4;

    /// <summary>
    /// Wraps the titles of frames in a diagram that runs across. A frame that is shorter than the longest word of its
    /// title is made longer.
    /// </summary>
    private void FitTitles()
    {
        for (var cluster = _graph.Clusters.Count - 1; cluster >= 0; cluster--)
        {
            if (_titles[cluster].Count == 0)
                continue;
            var last = _rows.LastOf(cluster);
            var length = last.End - _rows.FirstOf(cluster).Start;
            var title = _graph.Clusters[cluster].Title;
            var least = Math.Min(160, TextMeasure.LongestWord(title, DiagramMetrics.SmallSize) * 1.1) + 8;
            if (length < least)
            {
                last.Size = last.Size with { Along = last.Size.Along + least - length };
                PlaceRows(isFinal: false);
            }

            length = Math.Max(least, last.End - _rows.FirstOf(cluster).Start);
            _titles[cluster] = TextMeasure.Wrap(title, length - 4, DiagramMetrics.SmallSize, isBold: true);
        }
    }

    /// <summary>Places the rows one after the other. The longest item of a row decides its length.</summary>
    private void PlaceRows(bool isFinal)
    {
        var at = 0.0;
        for (var row = 0; row < _rows.Rows.Count; row++)
        {
            var items = _rows.Rows[row];
            if (row > 0)
                at += GapBetween(_rows.Rows[row - 1], items, isFinal);
            var size = items.Max(i => i.Size.Along);
            foreach (var item in items)
            {
                item.Place = item.Place with { Along = at + (size / 2) };
                if (item.Node is null && !item.IsLabel)
                    item.Size = item.Size with { Along = size };
            }

            at += size;
        }

        _along = at;
    }

    private double GapBetween(List<CompoundItem> upper, List<CompoundItem> lower, bool isFinal)
    {
        var gap =
            IsOfSides(upper) || IsOfSides(lower) ? SideGap
            : (upper.Exists(i => i.IsLabel) || lower.Exists(i => i.IsLabel)) && !lower.Exists(IsBelowBox) ? LabelGap
            : _graph.RowGap;
        if (lower.Exists(i => i.Before.Count > 0 && (i.Node is not null || i.IsSide)))
            gap = Math.Max(gap, HeadGap);
        if (upper.Exists(i => i.Node is not null && i.Next.Count > 0))
            gap += _graph.EndRoom;
        if (lower.Exists(i => i.Node is not null && i.Before.Count > 0))
            gap += _graph.EndRoom;
        if (!isFinal)
            return gap;
        var widest = upper
            .SelectMany(i => i.Next.Select(n => Math.Abs(n.Place.Across - i.Place.Across)))
            .DefaultIfEmpty(0)
            .Max();
        return Math.Max(gap, Math.Min(SteepestGap, 8 + (widest * 0.16)));
    }

    private static bool IsBelowBox(CompoundItem item) =>
        item.Node is not null && item.Before.Exists(b => b.Node is not null);

    private static bool IsOfSides(List<CompoundItem> row) =>
        row.Exists(i => i.IsSide) && row.TrueForAll(i => i.Node is null && !i.IsLabel);

    /// <summary>
    /// Computes the positions across the direction of the diagram, so that edges are as straight as possible. The
    /// borders of the frames are variables of the same problem, so that each item stays inside its own frame.
    /// </summary>
    private void PlaceAcross()
    {
        var items = _rows.Rows.SelectMany(r => r).ToList();
        for (var i = 0; i < items.Count; i++)
            items[i].Variable = i + 1;
        var first = items.Count + 1;
        var count = first + (2 * _graph.Clusters.Count);
        var spacings = new List<Spacing>();
        for (var cluster = 0; cluster < _graph.Clusters.Count; cluster++)
            spacings.Add(new(LeftOf(cluster), LeftOf(cluster) + 1, 0, 1));
        foreach (var row in _rows.Rows)
            AddRow(row);
        foreach (var item in items)
        foreach (var next in item.Next)
        {
            var weight = WeightOf(item, next);
            spacings.Add(new(count, item.Variable, 0, weight));
            spacings.Add(new(count, next.Variable, 0, weight));
            count++;
        }

        var positions =
            NetworkSimplex.Solve(count, spacings, isBalanced: true)
            ?? throw new InvalidOperationException("The order of a row has a cycle.");
        var least = Enumerable
            .Range(0, _graph.Clusters.Count)
            .Select(c => positions[LeftOf(c)])
            .Concat(items.Select(i => positions[i.Variable] - i.Left))
            .DefaultIfEmpty(0)
            .Min();
        foreach (var item in items)
            item.Place = item.Place with { Across = positions[item.Variable] - least };
        for (var cluster = 0; cluster < _graph.Clusters.Count; cluster++)
            _across[cluster] = (positions[LeftOf(cluster)] - least, positions[LeftOf(cluster) + 1] - least);

        int LeftOf(int cluster) => first + (2 * cluster);

        void AddRow(List<CompoundItem> row)
        {
            CompoundItem? before = null;
            int[] open = [];
            foreach (var item in row)
            {
                var path = _rows.PathTo(item);
                var shared = 0;
                while (shared < open.Length && shared < path.Length && open[shared] == path[shared])
                    shared++;
                if (before is not null && shared == open.Length && shared == path.Length)
                {
                    spacings.Add(
                        new(before.Variable, item.Variable, before.Right + GapOf(before, item) + item.Left, 0)
                    );
                    before = item;
                    continue;
                }

                var at = Close(before, open, shared);
                var gap = at.Room + (before is null ? 0 : _graph.NodeGap / 2);
                for (var i = shared; i < path.Length; i++)
                {
                    if (at.Variable > 0 || i > shared)
                        spacings.Add(new(at.Variable, LeftOf(path[i]), gap, 0));
                    at = (LeftOf(path[i]), 0);
                    gap = PaddingAt(path[i]);
                }

                if (at.Variable > 0)
                    spacings.Add(new(at.Variable, item.Variable, gap + item.Left, 0));
                before = item;
                open = path;
            }

            if (before is not null)
                Close(before, open, 0);
        }

        (int Variable, double Room) Close(CompoundItem? item, int[] open, int shared)
        {
            if (item is null)
                return (0, 0);
            var at = (Variable: item.Variable, Room: item.Right);
            for (var i = open.Length - 1; i >= shared; i--)
            {
                spacings.Add(new(at.Variable, LeftOf(open[i]) + 1, at.Room + Padding, 0));
                at = (LeftOf(open[i]) + 1, _clusterLoopRoom[open[i]]);
            }

            return at;
        }
    }

    private double PaddingAt(int cluster) =>
        RunsAcross && _titles[cluster].Count > 0 ? Padding + HeightOf(_titles[cluster]) : Padding;

    private double GapOf(CompoundItem left, CompoundItem right) =>
        left.Node is not null && right.Node is not null ? _graph.NodeGap : PassGap;

    /// <summary>Edges over several rows have a larger weight, because a bend in them is more visible.</summary>
    private static double WeightOf(CompoundItem upper, CompoundItem lower)
    {
        var passing = (upper.Edge is null ? 0 : 1) + (lower.Edge is null ? 0 : 1);
        if (upper.IsSide || lower.IsSide)
            return 0.5;
        return passing == 2 ? 8 : 1 + passing;
    }
}
