namespace KnowledgeSite.Diagrams;

/// <summary>Computes the bands to the left of positioned boxes.</summary>
internal sealed class ArcBands
{
    private const double Nearest = 20;
    private const double WidestGap = 9;

    /// <summary>
    /// The distance of the Bézier control points, relative to the distance that the middle of the curve reaches.
    /// </summary>
    private const double Reach = 4.0 / 3;

    private readonly ArcGraph _graph;
    private readonly ArcTies _ties;
    private readonly IReadOnlyList<ArcBox> _boxes;
    private readonly ArcRoom _room;
    private readonly double _height;
    private readonly Dictionary<(int Tie, int Node), (double From, double To)> _ends = [];

    public ArcBands(ArcGraph graph, ArcTies ties, IReadOnlyList<ArcBox> boxes, ArcRoom room)
    {
        _graph = graph;
        _ties = ties;
        _boxes = boxes;
        _room = room;
        _height = boxes.Select(b => b.Y + b.Height).DefaultIfEmpty(1).Max();
        for (var node = 0; node < graph.Nodes.Count; node++)
            Share(node);
    }

    public IReadOnlyList<ArcBand> Draw() => [.. _ties.Drawn.Select(t => new ArcBand(t, Path(t)))];

    /// <summary>
    /// Assigns each band a part of the box's side without crossings: bands that lead up above those that lead down, and
    /// of each kind the shorter ones closer to the edge.
    /// </summary>
    private void Share(int node)
    {
        var here = _boxes[node].Middle;
        var ends = _ties
            .At(node)
            .Select(t => (Tie: t, Away: _boxes[Other(t, node)].Middle - here, Width: _ties.WidthAt(t, node)))
            .OrderBy(e => e.Away > 0)
            .ThenByDescending(e => e.Away)
            .ToList();
        if (ends.Count == 0)
            return;
        var sum = ends.Sum(e => e.Width);
        var side = _boxes[node].Height - (2 * ArcTies.Gap);
        var shrink = Math.Min(1, side / (sum + ends.Count - 1));
        var gap = ends.Count == 1 ? 0 : Math.Min(WidestGap, (side - (sum * shrink)) / (ends.Count - 1));
        var at = here - (((sum * shrink) + (gap * (ends.Count - 1))) / 2);
        foreach (var end in ends)
        {
            _ends[(end.Tie, node)] = (at, at + (end.Width * shrink));
            at += (end.Width * shrink) + gap;
        }
    }

    private int Other(int tie, int node) =>
        _graph.Ties[tie].First == node ? _graph.Ties[tie].Second : _graph.Ties[tie].First;

    private string Path(int tie)
    {
        var first = _graph.Ties[tie].First;
        var second = _graph.Ties[tie].Second;
        var (upper, lower) =
            _boxes[first].Y < _boxes[second].Y
                ? (_ends[(tie, first)], _ends[(tie, second)])
                : (_ends[(tie, second)], _ends[(tie, first)]);
        var half = (upper.To - upper.From + lower.To - lower.From) / 4;
        var reach =
            Nearest
            + ((_room.Bands - Nearest - _room.WidestBand) * Math.Sqrt(Math.Max(0, lower.From - upper.To) / _height));
        var outer = _room.Bands - ((reach + half) * Reach);
        var inner = _room.Bands - ((reach - half) * Reach);
        return new PathWriter(runsRight: true)
                .Begin(new(_room.Bands, upper.From))
                .Curve(new(outer, upper.From), new(outer, lower.To), new(_room.Bands, lower.To))
                .LineTo(new(_room.Bands, lower.From))
                .Curve(new(inner, lower.From), new(inner, upper.To), new(_room.Bands, upper.To))
                .End() + "Z";
    }
}
