namespace KnowledgeSite.Diagrams;

/// <summary>Boxes below one another, and beside them a band for each tie that is drawn.</summary>
/// <param name="Boxes">In the order of the nodes.</param>
/// <param name="Bands">The widest first.</param>
public sealed record ArcDrawing(
    double Width,
    double Height,
    IReadOnlyList<ArcBox> Boxes,
    IReadOnlyList<ArcBand> Bands,
    IReadOnlyList<DrawnText> Titles
);

/// <param name="Lines">The text as it is broken, then the detail.</param>
/// <param name="Inside">What it holds, in the order of the node's, each as it is broken; shortened where it is very
/// long.</param>
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

/// <param name="Tie">Its number in the graph.</param>
/// <param name="Path">In the words of SVG: an outline to be filled.</param>
public sealed record ArcBand(int Tie, string Path);

/// <summary>
/// How much room each part of a drawing has across, from left to right: bands, boxes, what they hold.
/// </summary>
/// <param name="Columns">In how many what they hold is written; 0 for not at all.</param>
public sealed record ArcRoom(double Bands, double Boxes, int Columns, double ColumnWidth)
{
    /// <summary>No box is lower than that, so that a finger meets it.</summary>
    public required double LowestBox { get; init; }

    public required double WidestBand { get; init; }

    /// <summary>So few ties are all drawn.</summary>
    public required int MostBands { get; init; }

    /// <summary>Of more ties, so many of each box.</summary>
    public required int StrongestOfEach { get; init; }

    public double Width => Bands + Boxes + (Columns * (ColumnWidth + DiagramMetrics.Gap));
}
