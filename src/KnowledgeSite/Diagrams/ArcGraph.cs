namespace KnowledgeSite.Diagrams;

/// <summary>
/// Boxes that stand below one another, and how strongly any two of them are tied. Boxes are named by their numbers.
/// </summary>
public sealed record ArcGraph(IReadOnlyList<ArcNode> Nodes, IReadOnlyList<ArcTie> Ties)
{
    /// <summary>Over those that stand outside.</summary>
    public string? OutsideTitle { get; init; }
}

/// <param name="Detail">A quieter line below the text.</param>
/// <param name="Way">What stands at the other end of that line, to lead further.</param>
/// <param name="IsOutside">It stands below all that are not.</param>
/// <param name="Inside">What it holds, to be written beside it where there is room.</param>
public sealed record ArcNode(string Text, string? Detail, string? Way, bool IsOutside, IReadOnlyList<ArcText> Inside)
{
    /// <summary>Written beside it where it holds nothing and there is room.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// It stands for all that has no box of its own, so its ties would say little; they are not drawn.
    /// </summary>
    public bool IsRest { get; init; }
}

/// <param name="Depth">How far it is indented.</param>
public sealed record ArcText(string Text, int Depth);

/// <param name="Forth">How often the first leads to the second.</param>
/// <param name="Back">How often the second leads to the first.</param>
public sealed record ArcTie(int First, int Second, int Forth, int Back)
{
    public int Strength => Forth + Back;
}
