namespace KnowledgeSite.Changes;

/// <summary>A heading and what stands under it up to the next one, as readers see it.</summary>
/// <param name="Id">Of the heading; empty for what stands before the first one.</param>
/// <param name="Heading">Empty for what stands before the first one.</param>
/// <param name="Blocks">Paragraphs, items of lists, cells of tables: each without marks.</param>
/// <param name="Links">Where its links lead, as they are written.</param>
/// <param name="Line">Where the heading stands in the file; null where it could not be found.</param>
internal sealed record PageSection(
    string Id,
    string Heading,
    IReadOnlyList<string> Blocks,
    IReadOnlyList<string> Links,
    int? Line
)
{
    public string Text { get; } = string.Join('\n', Blocks);
}
