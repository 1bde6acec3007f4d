namespace KnowledgeSite.Search.Ranking;

/// <summary>What a word of a query may mean.</summary>
/// <param name="Words">Words of the index that have to be met all.</param>
/// <param name="Sureness">Between 0 and 1.</param>
internal sealed record TermExpansion(IReadOnlyList<WordPostings> Words, double Sureness);
