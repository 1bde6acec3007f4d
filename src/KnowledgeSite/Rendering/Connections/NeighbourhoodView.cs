namespace KnowledgeSite.Rendering.Connections;

/// <summary>A page between what leads to it and what it leads to.</summary>
/// <param name="From">Pages that lead here, by their kind, as far as there is room; the list of backlinks names them
/// too.</param>
/// <param name="MoreFrom">How many more there are.</param>
/// <param name="To">Where the page leads, in the order of its text, as far as there is room.</param>
/// <param name="Further">Where else it leads.</param>
/// <param name="MoreTo">How many there are besides all those.</param>
/// <param name="LinesFrom">From the rows at the left to the page, in the words of SVG, in a square of 100.</param>
public sealed record NeighbourhoodView(
    IReadOnlyList<LinkView> From,
    int MoreFrom,
    string LinesFrom,
    IReadOnlyList<LinkView> To,
    IReadOnlyList<LinkView> Further,
    int MoreTo,
    string LinesTo,
    LinkView Map
);
