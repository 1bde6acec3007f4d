using KnowledgeSite.Words;

namespace KnowledgeSite.Search.Synonyms;

/// <summary>
/// English words that a site does not use, each with the nearest words that it uses, perhaps none: "compensation" leads
/// to "pay" and "salary".
/// </summary>
internal static class RelatedWords
{
    private const int MaxRelated = 3;

    /// <summary>The words sorted by UTF-16 code units; none for a site in another language.</summary>
    public static IEnumerable<(string Word, IReadOnlyList<string> Related)> For(SearchIndex index)
    {
        if (!IsEnglish(index.Language))
            yield break;
        var english = EnglishWords.All;
        var used = UsedWords(index, english);
        for (var word = 0; word < english.Words.Count; word++)
            if (used[english.StemOf(word)] is null)
                yield return (english.Words[word], Related(word, english, used));
    }

    public static bool IsEnglish(string language) =>
        language.Equals("en", StringComparison.OrdinalIgnoreCase)
        || language.StartsWith("en-", StringComparison.OrdinalIgnoreCase);

    private static List<string> Related(int word, EnglishWords english, string?[] used)
    {
        var related = new List<string>(0);
        foreach (var other in english.RelatedTo(word))
        {
            if (used[english.StemOf(other)] is not { } name || related.Contains(name))
                continue;
            related.Add(name);
            if (related.Count == MaxRelated)
                break;
        }

        return related;
    }

    /// <summary>For the number of each stem, the shortest word of the site that has it.</summary>
    private static string?[] UsedWords(SearchIndex index, EnglishWords english)
    {
        var words = new string?[english.Stems];
        foreach (var (word, _, _) in index.Words)
            if (
                english.FindStem(EnglishStemmer.Stem(word)) is { } stem
                && (words[stem] is not { } known || word.Length < known.Length)
            )
                words[stem] = word;
        return words;
    }
}
