namespace KnowledgeSite.Diagrams;

/// <summary>
/// Selects the ties to draw and their widths. If there are many, only those are drawn that are among the strongest of
/// either end, because all of them would hide one another. Of the ties to outside, only the strongest of each box is
/// drawn, because the map is about the inside.
/// </summary>
internal sealed class ArcTies
{
    public const double Gap = 4;

    private const double Narrowest = 1.2;

    /// <summary>
    /// The maximum total width of all bands, in multiples of the widest band: if all ties are equally strong, all bands
    /// are narrow.
    /// </summary>
    private const double MaxTotalWidth = 9;

    /// <summary>
    /// The maximum height of a box for the bands that end at it; beyond it, the bands become narrower.
    /// </summary>
    private const double MaxSide = 168;

    private readonly ArcGraph _graph;
    private readonly double _scale;
    private readonly ILookup<int, int> _byNode;

    public ArcTies(ArcGraph graph, ArcRoom room)
    {
        _graph = graph;
        Drawn = Strongest(graph, room);
        _scale = Drawn.Count == 0 ? 0 : ScaleOf(Drawn.Select(t => graph.Ties[t]).ToList(), room.WidestBand);
        _byNode = Drawn
            .SelectMany(t => new[] { (Node: graph.Ties[t].First, Tie: t), (Node: graph.Ties[t].Second, Tie: t) })
            .ToLookup(e => e.Node, e => e.Tie);
    }

    /// <summary>The indexes of the drawn ties, the strongest first.</summary>
    public IReadOnlyList<int> Drawn { get; }

    public IEnumerable<int> At(int node) => _byNode[node];

    public double WidthAt(int tie, int node) =>
        Math.Max(Narrowest, (_graph.Ties[tie].First == node ? _graph.Ties[tie].Forth : _graph.Ties[tie].Back) * _scale);

    /// <summary>The height that a box needs for the bands that end at it.</summary>
    public double SideOf(int node) => Math.Min(MaxSide, At(node).Sum(t => WidthAt(t, node) + Gap) + Gap);

    private static double ScaleOf(IReadOnlyList<ArcTie> ties, double widest)
    {
        var most = ties.Max(t => Math.Max(t.Forth, t.Back));
        return widest / most * Math.Min(1, MaxTotalWidth * most / ties.Sum(t => t.Strength / 2.0));
    }

    private static List<int> Strongest(ArcGraph graph, ArcRoom room)
    {
        var all = Enumerable
            .Range(0, graph.Ties.Count)
            .Where(t => !graph.Nodes[graph.Ties[t].First].IsRest && !graph.Nodes[graph.Ties[t].Second].IsRest)
            .OrderByDescending(t => graph.Ties[t].Strength)
            .ThenBy(t => t)
            .ToList();
        if (all.Count <= room.MaxBands)
            return all;
        var taken = new int[graph.Nodes.Count];
        var leaving = new int[graph.Nodes.Count];
        return [.. all.Where(IsStrong)];

        bool IsStrong(int number)
        {
            var tie = graph.Ties[number];
            if (graph.Nodes[tie.First].IsOutside || graph.Nodes[tie.Second].IsOutside)
                return leaving[graph.Nodes[tie.First].IsOutside ? tie.Second : tie.First]++ < 1;
            return taken[tie.First]++ < room.StrongestOfEach | taken[tie.Second]++ < room.StrongestOfEach;
        }
    }
}
