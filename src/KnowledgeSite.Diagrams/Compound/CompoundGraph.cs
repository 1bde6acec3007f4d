namespace KnowledgeSite.Diagrams.Compound;

/// <summary>The direction in which the edges of a graph lead.</summary>
internal enum GraphDirection
{
    Down,
    Up,
    Right,
    Left,
}

/// <summary>
/// The input of the layered layout: boxes of known size, edges between them, and nested frames around them. All parts
/// are identified by their index.
/// </summary>
internal sealed record CompoundGraph(
    IReadOnlyList<CompoundNode> Nodes,
    IReadOnlyList<CompoundEdge> Edges,
    IReadOnlyList<Cluster> Clusters
)
{
    /// <summary>The least distance of two boxes beside each other.</summary>
    public double NodeGap { get; init; } = 24;

    /// <summary>The least distance of two rows.</summary>
    public double RowGap { get; init; } = 32;

    /// <summary>The distance of edges beside each other at one side of a box.</summary>
    public double PortDistance { get; init; } = 14;

    /// <summary>The room before and after boxes for texts at the ends of edges.</summary>
    public double EndRoom { get; init; }

    public bool Contains(int cluster, GraphEnd end)
    {
        var at = end.IsCluster ? Clusters[end.Index].Parent : Nodes[end.Index].Cluster;
        while (at >= 0 && at != cluster)
            at = Clusters[at].Parent;
        return at >= 0 && at == cluster;
    }
}

/// <param name="Cluster">The innermost frame around the box, or -1.</param>
internal sealed record CompoundNode(double Width, double Height, int Cluster, BoxOutline Outline);

/// <summary>The outlines at which edges end in different distances from the side of the bounding box.</summary>
internal enum BoxOutline
{
    Rectangle,
    Ellipse,
    Rhombus,
}

/// <param name="Length">The least number of rows that the edge spans.</param>
internal sealed record CompoundEdge(GraphEnd From, GraphEnd To, int Length, double LabelWidth, double LabelHeight)
{
    public bool HasLabel => LabelHeight > 0;

    public bool IsLoop => From == To;
}

/// <summary>The end of an edge: a box, or a frame.</summary>
internal readonly record struct GraphEnd(int Index, bool IsCluster);

/// <param name="Parent">The frame around this one, or -1. It comes earlier in the list.</param>
internal sealed record Cluster(int Parent, string Title);

/// <summary>A finished layout. Coordinates are pixels from the upper left corner.</summary>
/// <param name="Nodes">The boxes, in the order of the graph.</param>
/// <param name="Clusters">The frames, in the order of the graph.</param>
/// <param name="Edges">The routes, in the order of the graph.</param>
internal sealed record CompoundDrawing(
    double Width,
    double Height,
    IReadOnlyList<PlacedRectangle> Nodes,
    IReadOnlyList<PlacedCluster> Clusters,
    IReadOnlyList<EdgeRoute> Edges
);

/// <param name="Title">The wrapped title, at the top of the frame.</param>
internal sealed record PlacedCluster(PlacedRectangle Place, IReadOnlyList<string> Title);

/// <summary>The line of an edge.</summary>
/// <param name="Pieces">SVG path data; there are two pieces if a label interrupts the line.</param>
/// <param name="Start">The first point, and the unit vector in which the line leaves.</param>
/// <param name="End">The last point, and the unit vector in which the line arrives.</param>
/// <param name="Label">The room of the label; null if there is none.</param>
internal sealed record EdgeRoute(IReadOnlyList<string> Pieces, RouteEnd Start, RouteEnd End, PlacedRectangle? Label)
{
    public EdgeRoute Move(double x, double y) =>
        new(
            [.. Pieces.Select(p => PathWriter.Move(p, x, y))],
            Start with
            {
                X = Start.X + x,
                Y = Start.Y + y,
            },
            End with
            {
                X = End.X + x,
                Y = End.Y + y,
            },
            Label?.Move(x, y)
        );
}

internal readonly record struct RouteEnd(double X, double Y, double DirectionX, double DirectionY);
