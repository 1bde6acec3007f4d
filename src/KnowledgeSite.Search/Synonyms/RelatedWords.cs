using KnowledgeSite.Words;

namespace KnowledgeSite.Search.Synonyms;

/// <summary>
/// English words that a site does not use, each with the nearest words that it uses: "compensation" leads to "pay" and
/// "salary".
/// </summary>
internal static class RelatedWords
{
    private const int MaxRelated = 3;

    /// <summary>The words sorted by UTF-16 code units; none for a site in another language.</summary>
    public static IEnumerable<(string Word, IReadOnlyList<string> Related)> For(SearchIndex index)
    {
        if (!IsEnglish(index.Language))
            yield break;
        var used = UsedWords(index);
        var english = EnglishWords.All;
        for (var word = 0; word < english.Words.Count; word++)
        {
            if (used.ContainsKey(EnglishStemmer.Stem(english.Words[word])))
                continue;
            string[] related =
            [
                .. english
                    .RelatedTo(word)
                    .Select(other => used.GetValueOrDefault(EnglishStemmer.Stem(other)))
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .Take(MaxRelated),
            ];
            if (related.Length > 0)
                yield return (english.Words[word], related);
        }
    }

    public static bool IsEnglish(string language) =>
        language.Equals("en", StringComparison.OrdinalIgnoreCase)
        || language.StartsWith("en-", StringComparison.OrdinalIgnoreCase);

    /// <summary>The shortest word of the site for each stem.</summary>
    private static Dictionary<string, string> UsedWords(SearchIndex index)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (word, _, _) in index.Words)
        {
            var stem = EnglishStemmer.Stem(word);
            if (!words.TryGetValue(stem, out var known) || word.Length < known.Length)
                words[stem] = word;
        }

        return words;
    }
}
