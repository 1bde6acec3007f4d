namespace KnowledgeSite.Rendering.Connections;

/// <summary>The neighbourhood of a page: incoming links on the left, outgoing links on the right.</summary>
/// <param name="From">The pages that link here, by kind, as far as there is room; the list of backlinks contains them
/// too.</param>
/// <param name="MoreFrom">The number of further incoming links.</param>
/// <param name="To">The pages that it links to, in text order, as far as there is room.</param>
/// <param name="Further">Further outgoing links.</param>
/// <param name="MoreTo">The number of outgoing links that are not listed.</param>
/// <param name="LinesFrom">SVG path data from the rows on the left to the page, in a 100 × 100 square.</param>
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
