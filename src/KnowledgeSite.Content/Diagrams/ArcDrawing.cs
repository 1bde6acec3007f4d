namespace KnowledgeSite.Diagrams;

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
    DrawnText? Way,
    IReadOnlyList<IReadOnlyList<DrawnText>> Inside,
    DrawnText? Note
)
{
    public double Middle => Y + (Height / 2);
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
