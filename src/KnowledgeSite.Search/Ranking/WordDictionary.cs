using KnowledgeSite.Words;

namespace KnowledgeSite.Search.Ranking;

/// <summary>
/// Finds the index words that a query word may stand for, each with a confidence. The JavaScript counterpart is
/// <c>words.js</c>.
/// </summary>
internal sealed class WordDictionary
{
    private readonly uint[] _letters;

    /// <param name="words">Sorted by UTF-16 code units.</param>
    public WordDictionary(IReadOnlyList<WordPostings> words)
    {
        Words = words;
        _letters = [.. words.Select(w => EditDistance.LettersOf(w.Word))];
    }

    public IReadOnlyList<WordPostings> Words { get; }

    public WordPostings? Find(string word) => PlaceOf(word) is var place && IsAt(place, word) ? Words[place] : null;

    /// <summary>
    /// The indexes of the words that a query word may stand for. The last word of a query may be unfinished.
    /// </summary>
    /// <param name="isAlone">True if the query has no other word.</param>
    public IEnumerable<(int Place, double Sureness)> Meant(string word, bool unfinished, bool isAlone = false)
    {
        var meant = new ExpandedTerms();
        var own = PlaceOf(word);
        var isKnown = IsAt(own, word);
        if (isKnown)
            meant.Add(own, 1);
        AddForms(word, meant);
        var shortest = isAlone ? RankingWeights.MinPrefixLengthAlone : RankingWeights.MinPrefixLength;
        if (unfinished && !(isKnown && word.Length < shortest))
            AddEndings(word, own, meant);
        if (MayBeTypo(word, own))
            AddTypos(word, isKnown ? RankingWeights.TypoOfKnown : 1, meant);
        return meant.All;
    }

    /// <summary>The index of the first word that is not before this one, by binary search.</summary>
    private int PlaceOf(string word)
    {
        var (low, high) = (0, Words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(Words[middle].Word, word) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private bool IsAt(int place, string word) => place < Words.Count && Words[place].Word == word;

    /// <summary>The indexes of the words with this prefix, from a given index on.</summary>
    private IEnumerable<int> Beginning(string start, int from)
    {
        for (
            var place = from;
            place < Words.Count && Words[place].Word.StartsWith(start, StringComparison.Ordinal);
            place++
        )
            yield return place;
    }

    /// <summary>
    /// All forms of a word share the letters of its stem except the last, which may change: happy, happiness.
    /// </summary>
    private void AddForms(string word, ExpandedTerms meant)
    {
        var stem = EnglishStemmer.Stem(word);
        if (stem.Length < 2)
            return;
        var shared = stem[..^1];
        foreach (var place in Beginning(shared, PlaceOf(shared)).Where(p => EnglishStemmer.Stem(Words[p].Word) == stem))
            meant.Add(place, RankingWeights.Stem);
    }

    private void AddEndings(string word, int own, ExpandedTerms meant)
    {
        foreach (
            var place in Beginning(word, own)
                .OrderByDescending(p => Words[p].PagesPower)
                .ThenBy(p => p)
                .Take(word.Length < 3 ? RankingWeights.MaxShortPrefixes : RankingWeights.MaxPrefixes)
        )
            meant.Add(
                place,
                RankingWeights.Prefix
                    * Math.Pow((double)word.Length / Words[place].Word.Length, RankingWeights.PrefixLength)
            );
    }

    /// <summary>False for short words, numbers and words that occur on several pages; they are not corrected.</summary>
    private bool MayBeTypo(string word, int own) =>
        word.Length >= RankingWeights.MinLengthForOneTypo
        && !HasDigit(word)
        && !(IsAt(own, word) && Words[own].PagesPower > RankingWeights.PagesOfTypo);

    private static bool HasDigit(string word) =>
        word.EnumerateRunes()
            .Any(r =>
                System.Text.Rune.GetUnicodeCategory(r) == System.Globalization.UnicodeCategory.DecimalDigitNumber
            );

    private void AddTypos(string word, double share, ExpandedTerms meant)
    {
        var (allowed, letters) = (
            word.Length >= RankingWeights.MinLengthForTwoTypos ? 2 : 1,
            EditDistance.LettersOf(word)
        );
        var found = new List<(int Place, double Sureness)>();
        for (var place = 0; place < Words.Count; place++)
        {
            var other = Words[place].Word;
            if (
                Math.Abs(other.Length - word.Length) > allowed
                || !EditDistance.MayBeWithin(allowed, letters, _letters[place])
            )
                continue;
            var typos = EditDistance.Between(word, other, allowed);
            if (typos > 0 && typos <= allowed)
                found.Add((place, SurenessOf(typos, other[0] == word[0])));
        }

        foreach (
            var (place, sureness) in found
                .OrderByDescending(f => f.Sureness)
                .ThenByDescending(f => Words[f.Place].PagesPower)
                .ThenBy(f => f.Place)
                .Take(RankingWeights.MaxTypos)
        )
            meant.Add(place, sureness * share);
    }

    private static double SurenessOf(int typos, bool sameInitial) =>
        RankingWeights.Typo
        * (typos > 1 ? RankingWeights.SecondTypo : 1)
        * (sameInitial ? 1 : RankingWeights.OtherInitial);
}
