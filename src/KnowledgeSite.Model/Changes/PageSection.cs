namespace KnowledgeSite.Changes;

/// <summary>A heading and the text up to the next heading, as readers see it.</summary>
/// <param name="Id">The id of the heading, or an empty text for the part before the first heading.</param>
/// <param name="Heading">The text of the heading, or an empty text for the part before the first heading.</param>
/// <param name="Blocks">The paragraphs, list items and table cells as plain text.</param>
/// <param name="Links">The targets of its links, as written.</param>
/// <param name="Line">The line of the heading in the file, or null if it was not found.</param>
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
