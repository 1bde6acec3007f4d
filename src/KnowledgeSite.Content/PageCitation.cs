namespace KnowledgeSite.Content;

/// <summary>A citation such as <c>[@larson-2021, p. 4]</c>. A page has one for each source and place in it.</summary>
/// <param name="Source">The id of the source, at the position of the first citation.</param>
/// <param name="Place">The place in the source, or null if it is cited as a whole.</param>
public sealed record PageCitation(Located<string> Source, string? Place);
