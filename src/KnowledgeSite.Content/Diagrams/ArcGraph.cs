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
/// <param name="Way">The text of a link at the end of that line.</param>
/// <param name="IsOutside">True if the box is below all boxes that are inside.</param>
/// <param name="Inside">The contents, shown beside the box if there is room.</param>
internal sealed record ArcNode(string Text, string? Detail, string? Way, bool IsOutside, IReadOnlyList<ArcText> Inside)
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
