namespace KnowledgeSite.Diagrams;

/// <summary>
/// The input of a flow diagram: nodes and edges without positions. Nodes and groups are identified by their index.
/// </summary>
internal sealed record FlowGraph(
    IReadOnlyList<FlowNode> Nodes,
    IReadOnlyList<FlowEdge> Edges,
    IReadOnlyList<string> Groups
);

/// <param name="Detail">A secondary line below the text.</param>
/// <param name="Group">Nodes of one group are placed in one lane with a frame.</param>
internal sealed record FlowNode(string Text, string? Detail, BoxShape Shape, int? Group);

internal sealed record FlowEdge(int From, int To, string? Text);

/// <summary>The shapes of boxes. They differ in outline, so that they can be distinguished without colour.</summary>
internal enum BoxShape
{
    Box,

    /// <summary>A data store: a cylinder.</summary>
    Store,

    /// <summary>A box with rounded ends.</summary>
    Person,

    /// <summary>A box with pointed ends.</summary>
    Decision,
}

/// <summary>
/// Computes the box sizes of a flow diagram. All boxes have the same width, as wide as their texts need and the
/// available space allows.
/// </summary>
internal sealed class FlowBoxes
{
    private const double PointedEnd = 12;
    private const double RoundEnd = 6;
    private const double Lid = 8;

    private readonly FlowGraph _graph;
    private readonly (IReadOnlyList<string> Text, IReadOnlyList<string> Detail)[] _lines;
    private readonly double _width;
    private readonly double _tallest;
    private readonly bool _areEquallyTall;

    /// <param name="most">The maximum width of a box; exceeded if the longest word needs more.</param>
    public FlowBoxes(FlowGraph graph, double most, bool equallyTall)
    {
        _graph = graph;
        _areEquallyTall = equallyTall;
        var natural = graph
            .Nodes.Select(n =>
                Math.Max(
                    TextMeasure.WidthOf(n.Text, DiagramMetrics.TextSize),
                    TextMeasure.WidthOf(n.Detail ?? "", DiagramMetrics.SmallSize)
                ) + Sides(n.Shape)
            )
            .Max();
        _width = Math.Max(
            Math.Ceiling(Narrowest(graph)),
            Math.Min(Math.Floor(Math.Min(most, DiagramMetrics.WidestBox)), Math.Ceiling(natural))
        );
        _lines =
        [
            .. graph.Nodes.Select(n =>
                (
                    TextMeasure.Wrap(n.Text, _width - Sides(n.Shape), DiagramMetrics.TextSize),
                    TextMeasure.Wrap(n.Detail ?? "", _width - Sides(n.Shape), DiagramMetrics.SmallSize)
                )
            ),
        ];
        _tallest = graph.Nodes.Select((_, i) => OwnHeight(i)).Max();
    }

    public double Width => _width;

    public double HeightOf(int node) => _areEquallyTall ? _tallest : OwnHeight(node);

    public DrawnBox Draw(int node, double middleX, double middleY)
    {
        var shape = _graph.Nodes[node].Shape;
        var height = HeightOf(node);
        var y = shape == BoxShape.Store ? middleY + (Lid / 2) : middleY;
        return new(
            Node: node,
            X: middleX - (_width / 2),
            Y: middleY - (height / 2),
            Width: _width,
            Height: height,
            Shape: shape,
            Lines: DiagramMetrics.Lines(_lines[node].Text, _lines[node].Detail, middleX, y)
        );
    }

    private static double Narrowest(FlowGraph graph) =>
        Math.Clamp(
            graph
                .Nodes.Select(n =>
                    Math.Max(
                        TextMeasure.LongestWord(n.Text, DiagramMetrics.TextSize),
                        TextMeasure.LongestWord(n.Detail ?? "", DiagramMetrics.SmallSize)
                    ) + Sides(n.Shape)
                )
                .Max(),
            DiagramMetrics.NarrowestBox,
            160
        );

    private double OwnHeight(int node) =>
        DiagramMetrics.HeightOf(_lines[node].Text.Count, _lines[node].Detail.Count)
        + (2 * DiagramMetrics.Padding)
        + (_graph.Nodes[node].Shape == BoxShape.Store ? Lid : 0);

    private static double Sides(BoxShape shape) =>
        (2 * DiagramMetrics.Padding)
        + (
            shape switch
            {
                BoxShape.Decision => 2 * PointedEnd,
                BoxShape.Person => 2 * RoundEnd,
                _ => 0,
            }
        );
}
