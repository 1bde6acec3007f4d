using KnowledgeSite.Words;

namespace KnowledgeSite.Search.Indexing;

/// <summary>
/// Finds abbreviations such as "return on investment (ROI)": a short form in brackets whose letters are the initials of
/// the words before it, ignoring stop words. Simplified from Schwartz and Hearst 2003.
/// </summary>
internal sealed class AbbreviationFinder
{
    private const int MaxLength = 6;
    private static readonly string[] Passed = ["a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with"];
    private readonly Dictionary<string, Dictionary<string, int>> _found = new(StringComparer.Ordinal);

    /// <summary>The most frequent long form of each abbreviation.</summary>
    public static IReadOnlyList<Abbreviation> Join(IEnumerable<FoundAbbreviation> found)
    {
        var all = new AbbreviationFinder();
        foreach (var (letters, words, count) in found)
            all.Add(letters, words, count);

        return
        [
            .. all
                ._found.OrderBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => new Abbreviation(f.Key, MostUsual(f.Value).Split(' '))),
        ];
    }

    public IReadOnlyList<FoundAbbreviation> Found =>
        [.. _found.SelectMany(f => f.Value.Select(m => new FoundAbbreviation(f.Key, m.Key, m.Value)))];

    public void Read(ReadOnlySpan<char> text)
    {
        for (var from = 0; text[from..].IndexOf('(') is >= 0 and var found; )
        {
            from += found + 1;
            var length = text[from..Math.Min(text.Length, from + MaxLength + 2)].IndexOf(')');
            if (length >= 2)
                Take(text[Math.Max(0, from - 120)..(from - 1)], text.Slice(from, length));
        }
    }

    private void Take(ReadOnlySpan<char> before, ReadOnlySpan<char> inside)
    {
        if (inside[^1] == 's')
            inside = inside[..^1];
        if (inside.Length is < 2 or > MaxLength || inside.ContainsAnyExceptInRange('A', 'Z'))
            return;
        var letters = inside.ToString().ToLowerInvariant();
        var words = WordReader.All(before.ToString());
        if (LongForm(words, letters) is not { } longForm)
            return;
        Add(letters, string.Join(' ', longForm), 1);
    }

    private void Add(string letters, string words, int count)
    {
        if (!_found.TryGetValue(letters, out var meanings))
            _found.Add(letters, meanings = new(StringComparer.Ordinal));
        meanings[words] = meanings.GetValueOrDefault(words) + count;
    }

    private static string MostUsual(Dictionary<string, int> meanings)
    {
        var most = meanings.Values.Max();
        return meanings.Keys.Where(m => meanings[m] == most).Min(StringComparer.Ordinal)!;
    }

    private static IEnumerable<string>? LongForm(IReadOnlyList<string> words, string letters)
    {
        var word = words.Count - 1;
        for (var letter = letters.Length - 1; letter >= 0; letter--, word--)
        {
            while (
                word >= 0 && words[word][0] != letters[letter] && Passed.Contains(words[word], StringComparer.Ordinal)
            )
                word--;
            if (word < 0 || words[word][0] != letters[letter])
                return null;
        }

        return words.Skip(word + 1);
    }
}

/// <param name="Words">A long form, with a space between its words.</param>
/// <param name="Count">How often it was found.</param>
internal sealed record FoundAbbreviation(string Letters, string Words, int Count);
