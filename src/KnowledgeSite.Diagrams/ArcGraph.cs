namespace KnowledgeSite.Diagrams;

/// <summary>
/// The input of an arc diagram: boxes in a column, and the strength of the tie between any two of them. Boxes are
/// identified by their index.
/// </summary>
internal sealed record ArcGraph(IReadOnlyList<ArcNode> Nodes, IReadOnlyList<ArcTie> Ties)
{
    /// <summary>The title above the outside boxes.</summary>
    public string? OutsideTitle { get; init; }
}

/// <param name="Detail">A secondary line below the text.</param>
/// <param name="LinkText">The text of a link at the end of that line.</param>
/// <param name="IsOutside">True if the box is below all boxes that are inside.</param>
/// <param name="Inside">The contents, shown beside the box if there is room.</param>
internal sealed record ArcNode(
    string Text,
    string? Detail,
    string? LinkText,
    bool IsOutside,
    IReadOnlyList<ArcText> Inside
)
{
    /// <summary>The text shown beside a box without contents, if there is room.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// True if the box stands for everything without a box of its own. Its ties say little and are not drawn.
    /// </summary>
    public bool IsRest { get; init; }
}

/// <param name="Depth">The indentation level.</param>
internal sealed record ArcText(string Text, int Depth);

/// <param name="Forth">The number of links from the first to the second.</param>
/// <param name="Back">The number of links from the second to the first.</param>
internal sealed record ArcTie(int First, int Second, int Forth, int Back)
{
    public int Strength => Forth + Back;
}

/// <summary>An arc diagram: boxes in a column, and beside them a band for each drawn tie.</summary>
/// <param name="Boxes">In the order of the nodes.</param>
/// <param name="Bands">The widest first.</param>
internal sealed record ArcDrawing(
    double Width,
    double Height,
    IReadOnlyList<ArcBox> Boxes,
    IReadOnlyList<ArcBand> Bands,
    IReadOnlyList<DrawnText> Titles
);

/// <param name="Lines">The wrapped text, then the detail.</param>
/// <param name="Inside">The wrapped contents, in the order of the node's entries; very long texts are
/// shortened.</param>
public sealed record ArcBox(
    double X,
    double Y,
    double Width,
    double Height,
    IReadOnlyList<DrawnText> Lines,
    DrawnText? Link,
    IReadOnlyList<IReadOnlyList<DrawnText>> Inside,
    DrawnText? Note
)
{
    internal double Middle => Y + (Height / 2);
}

/// <param name="Tie">The number of the tie in the graph.</param>
/// <param name="Path">SVG path data of a filled outline.</param>
internal sealed record ArcBand(int Tie, string Path);

/// <summary>The widths of the parts of an arc diagram, from left to right: bands, boxes, contents.</summary>
/// <param name="Columns">The number of columns for the contents; 0 to leave them out.</param>
internal sealed record ArcRoom(double Bands, double Boxes, int Columns, double ColumnWidth)
{
    /// <summary>The minimum height of a box, for touch targets.</summary>
    public required double LowestBox { get; init; }

    public required double WidestBand { get; init; }

    /// <summary>Up to this number of ties, all are drawn.</summary>
    public required int MaxBands { get; init; }

    /// <summary>The number of ties drawn per box if there are more.</summary>
    public required int StrongestOfEach { get; init; }

    public double Width => Bands + Boxes + (Columns * (ColumnWidth + DiagramMetrics.Gap));
}
