namespace KnowledgeSite.Diagrams;

/// <summary>
/// Coordinate assignment of the layered layout (Sugiyama): places the items of each row, each as close as possible to
/// the middle of its neighbours.
/// </summary>
internal static class CoordinateAssignment
{
    private const int Rounds = 12;

    /// <summary>The width of a row of one lane.</summary>
    public static double WidthOf(IEnumerable<Item> row, double gap) => row.Sum(i => i.Size.Across + gap) - gap;

    public static void Place(LayeredGraph layers, IReadOnlyList<Lane> lanes, double gap)
    {
        foreach (var lane in lanes)
        foreach (var row in lane.Rows)
            Begin(row, lane, gap);
        for (var round = 0; round < Rounds; round++)
            foreach (var lane in lanes)
            foreach (var row in round % 2 == 0 ? lane.Rows : lane.Rows.Reverse())
                AssignPositions(row, lane.From, lane.From + lane.Width, gap);
        Straighten(layers, lanes, gap);
    }

    private static void Begin(IReadOnlyList<Item> row, Lane lane, double gap)
    {
        var at = lane.From + ((lane.Width - WidthOf(row, gap)) / 2);
        foreach (var item in row)
        {
            item.Place = item.Place with { Across = at + (item.Size.Across / 2) };
            at += item.Size.Across + gap;
        }
    }

    /// <summary>
    /// Aligns items with exactly one edge between them on a straight line, if their neighbours leave room.
    /// </summary>
    private static void Straighten(LayeredGraph layers, IReadOnlyList<Lane> lanes, double gap)
    {
        foreach (
            var chain in layers.Rows.SelectMany(r => r).Where(i => !IsFollower(i)).Select(Chain).Where(c => c.Count > 1)
        )
        {
            var low = chain.Max(Low);
            var high = chain.Min(High);
            if (low > high)
                continue;
            var boxes = chain.Exists(i => i.Node is not null) ? chain.Where(i => i.Node is not null) : chain;
            var across = Math.Max(low, Math.Min(high, boxes.Average(i => i.Place.Across)));
            foreach (var item in chain)
                item.Place = item.Place with { Across = across };
        }

        double Low(Item item) =>
            (item.Size.Across / 2)
            + (Beside(item, -1) is { } left ? left.Place.Across + (left.Size.Across / 2) + gap : lanes[item.Lane].From);

        double High(Item item) =>
            (
                Beside(item, 1) is { } right
                    ? right.Place.Across - (right.Size.Across / 2) - gap
                    : lanes[item.Lane].From + lanes[item.Lane].Width
            ) - (item.Size.Across / 2);

        static bool IsFollower(Item item) => item.Before is [{ Next.Count: 1 } before] && before.Lane == item.Lane;

        static List<Item> Chain(Item first)
        {
            var chain = new List<Item> { first };
            while (chain[^1].Next is [var next] && IsFollower(next))
                chain.Add(next);
            return chain;
        }

        Item? Beside(Item item, int step)
        {
            var row = layers.Rows[item.Row];
            var place = layers.Rows[item.Row].IndexOf(item) + step;
            return place >= 0 && place < row.Count && row[place].Lane == item.Lane ? row[place] : null;
        }
    }

    /// <summary>
    /// Computes the positions with the least squared distance from the wanted ones, in the given order and without
    /// overlaps.
    /// </summary>
    private static void AssignPositions(IReadOnlyList<Item> row, double low, double high, double gap)
    {
        var offsets = new double[row.Count];
        for (var i = 1; i < row.Count; i++)
            offsets[i] = offsets[i - 1] + (row[i - 1].Size.Across / 2) + gap + (row[i].Size.Across / 2);
        var blocks = new List<(double Sum, int Count)>();
        for (var i = 0; i < row.Count; i++)
        {
            blocks.Add((ComputeWantedPosition(row[i]) - offsets[i], 1));
            while (blocks.Count > 1 && blocks[^2].Sum / blocks[^2].Count >= blocks[^1].Sum / blocks[^1].Count)
            {
                var joined = (blocks[^2].Sum + blocks[^1].Sum, blocks[^2].Count + blocks[^1].Count);
                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add(joined);
            }
        }

        var places = blocks.SelectMany(b => Enumerable.Repeat(b.Sum / b.Count, b.Count)).ToList();
        var (least, most) =
            row.Count == 0 ? (0, 0) : (low + (row[0].Size.Across / 2), high - (row[^1].Size.Across / 2) - offsets[^1]);
        for (var i = 0; i < row.Count; i++)
            row[i].Place = row[i].Place with { Across = Math.Max(least, Math.Min(most, places[i])) + offsets[i] };
    }

    /// <summary>
    /// The wanted position of an item. Edges that pass through a row have a larger weight than boxes, to keep them
    /// straight.
    /// </summary>
    private static double ComputeWantedPosition(Item item)
    {
        var neighbours = item.Before.Concat(item.Next).ToList();
        if (neighbours.Count == 0)
            return item.Place.Across;
        return neighbours.Sum(n => n.Place.Across * Weight(n)) / neighbours.Sum(Weight);

        double Weight(Item other) => item.Node is null && other.Node is null ? 4 : 1;
    }
}

/// <param name="Rows">The items of each row that are in the lane.</param>
internal sealed record Lane(IReadOnlyList<IReadOnlyList<Item>> Rows, double From, double Width);

/// <summary>
/// Groups as lanes side by side, in the order of their first boxes; boxes without a group have a lane without a frame.
/// If the width is not sufficient, the groups are stacked: all in one lane, one below the other.
/// </summary>
internal sealed class Lanes
{
    public const double Padding = 10;

    private readonly List<int?> _groups;
    private readonly FlowGraph _graph;
    private readonly int[] _ofNode;
    private readonly bool _stacked;
    private readonly (double From, double Width)[] _places;

    public Lanes(FlowGraph graph, bool stacked)
    {
        _graph = graph;
        _stacked = stacked;
        _groups = [.. graph.Nodes.Select(n => n.Group).Distinct()];
        _ofNode = [.. graph.Nodes.Select(n => _groups.IndexOf(n.Group))];
        _places = new (double, double)[Count];
    }

    /// <summary>The lane of each box.</summary>
    public int[] OfNode => _stacked ? new int[_ofNode.Length] : _ofNode;

    /// <summary>The group of each box, as an index among the drawn groups, whether they are stacked or not.</summary>
    public int[] GroupOfNode => _ofNode;

    public int Count => _stacked ? 1 : _groups.Count;

    public int Groups => _groups.Count;

    public bool HasFrames => _groups.Exists(g => g is not null);

    public bool IsPadded(int lane) => _stacked ? HasFrames : _groups[lane] is not null;

    /// <summary>The title of a group; null if it has no frame.</summary>
    public string? Title(int group) => _groups[group] is { } number ? _graph.Groups[number] : null;

    public void Place(int lane, double from, double width) => _places[lane] = (from, width);

    public (double From, double Width) PlaceOfGroup(int group) => _places[_stacked ? 0 : group];

    /// <summary>The height of a group's title, which is at the top of the frame if the diagram runs down.</summary>
    public double TitleHeight(int group) =>
        Title(group) is { } title
            ? 4
                + (
                    TextMeasure
                        .Wrap(title, PlaceOfGroup(group).Width - Padding, DiagramMetrics.SmallSize, isBold: true)
                        .Count * DiagramMetrics.SmallLeading
                )
            : 0;

    /// <summary>The first and the last row with a box of the group.</summary>
    public (int First, int Last) RowsOf(int group, LayeredGraph layers)
    {
        var rows = layers.Boxes.Where(b => _ofNode[b.Node!.Value] == group).Select(b => b.Row).ToList();
        return (rows.Min(), rows.Max());
    }

    /// <summary>The space before a row that is needed for frames that begin or end there.</summary>
    public double RoomBefore(int row, LayeredGraph layers, bool runsRight)
    {
        var framed = Enumerable.Range(0, Groups).Where(g => Title(g) is not null).ToList();
        var begun = framed.Where(g => RowsOf(g, layers).First == row).ToList();
        var ended = framed.Exists(g => RowsOf(g, layers).Last == row - 1);
        return (begun.Count > 0 ? Padding + (runsRight ? 0 : begun.Max(TitleHeight)) : 0) + (ended ? Padding : 0);
    }
}
