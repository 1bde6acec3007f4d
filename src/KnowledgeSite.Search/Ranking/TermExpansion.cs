namespace KnowledgeSite.Search.Ranking;

/// <summary>A possible meaning of a query word.</summary>
/// <param name="Words">The index words, all of which must match.</param>
/// <param name="Sureness">The confidence, between 0 and 1.</param>
internal sealed record TermExpansion(IReadOnlyList<WordPostings> Words, double Sureness);
