namespace KnowledgeSite.Content;

/// <summary>A source that a page cites, <c>[@larson-2021, p. 4]</c>; once for each place in it.</summary>
/// <param name="Source">Its id, where it is cited first.</param>
/// <param name="Place">Null where the source is cited as a whole.</param>
public sealed record PageCitation(Located<string> Source, string? Place);
