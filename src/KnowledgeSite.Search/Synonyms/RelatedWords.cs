using KnowledgeSite.Words;

namespace KnowledgeSite.Search.Synonyms;

/// <summary>
/// English words that a site does not use, each with the nearest words that it uses, perhaps none: "compensation" leads
/// to "pay" and "salary".
/// </summary>
internal static class RelatedWords
{
    private const int MaxRelated = 3;

    /// <summary>
    /// A word of these lengths is listed even without related words, because it is no misspelling of another. The
    /// search suggests nothing for a shorter word. A longer one may be a misspelling: "manger" for "manager".
    /// </summary>
    private const int MinShortLength = 4;
    private const int MaxShortLength = 5;

    /// <summary>The words sorted by UTF-16 code units; none for a site in another language.</summary>
    public static IEnumerable<(string Word, IReadOnlyList<string> Related)> For(SearchIndex index)
    {
        if (!IsEnglish(index.Language))
            yield break;
        var english = EnglishWords.All;
        var used = UsedWords(index, english);
        for (var word = 0; word < english.Words.Count; word++)
        {
            if (used[english.StemOf(word)] is not null)
                continue;
            var related = Related(word, english, used);
            if (related.Count > 0 || english.Words[word].Length is >= MinShortLength and <= MaxShortLength)
                yield return (english.Words[word], related);
        }
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
