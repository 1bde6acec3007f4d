namespace KnowledgeSite.Search.Ranking;

/// <summary>
/// Expands each word of a query to its possible meanings. The JavaScript counterpart is <c>slots.js</c>.
/// </summary>
internal static class Slots
{
    public static IReadOnlyList<IReadOnlyList<TermExpansion>> Create(
        Query query,
        WordDictionary dictionary,
        IReadOnlyList<Abbreviation> abbreviations
    ) => [.. query.Words.Select(word => Expand(word, query, dictionary, abbreviations))];

    /// <summary>
    /// An abbreviation is expanded to its long form, and each word of a long form that the query contains to its
    /// abbreviation.
    /// </summary>
    private static List<TermExpansion> Expand(
        string word,
        Query query,
        WordDictionary dictionary,
        IReadOnlyList<Abbreviation> abbreviations
    )
    {
        var slot = dictionary
            .Meant(word, word == query.Last, query.Words.Count == 1)
            .Select(m => new TermExpansion([dictionary.Words[m.Place]], m.Sureness))
            .ToList();
        foreach (var abbreviation in abbreviations.Where(a => a.Letters == word))
            AddWords(slot, abbreviation.Words, dictionary);
        foreach (
            var abbreviation in abbreviations.Where(a => a.Words.Contains(word) && a.Words.All(query.Words.Contains))
        )
            AddWords(slot, [abbreviation.Letters], dictionary);
        return slot;
    }

    private static void AddWords(List<TermExpansion> slot, IReadOnlyList<string> words, WordDictionary dictionary)
    {
        var found = words.Select(dictionary.Find).OfType<WordPostings>().ToList();
        if (found.Count == words.Count)
            slot.Add(new(found, RankingWeights.Abbreviation));
    }
}
