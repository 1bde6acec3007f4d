using KnowledgeSite.Words;

namespace KnowledgeSite.Search.Indexing;

/// <summary>
/// Finds "return on investment (ROI)": a short form in brackets whose letters begin the words before it, small words passed over
/// (the heart of Schwartz and Hearst 2003).
/// </summary>
internal sealed class AbbreviationFinder
{
    private const int Longest = 6;
    private static readonly string[] Passed = ["a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with"];
    private readonly Dictionary<(string Letters, string Words), int> _found = [];

    public IEnumerable<KeyValuePair<(string Letters, string Words), int>> Found => _found;

    /// <summary>For each short form what it most often stands for.</summary>
    public static IReadOnlyList<Abbreviation> Join(IEnumerable<AbbreviationFinder> finders) =>
    [
        .. finders.SelectMany(f => f.Found).GroupBy(f => f.Key, f => f.Value).Select(g => (g.Key.Letters, g.Key.Words, Count: g.Sum()))
            .GroupBy(f => f.Letters, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.OrderByDescending(f => f.Count).ThenBy(f => f.Words, StringComparer.Ordinal).First())
            .Select(f => new Abbreviation(f.Letters, f.Words.Split(' '))),
    ];

    public void Read(ReadOnlySpan<char> text)
    {
        for (var from = 0; text[from..].IndexOf('(') is >= 0 and var found;)
        {
            from += found + 1;
            var length = text[from..Math.Min(text.Length, from + Longest + 2)].IndexOf(')');
            if (length >= 2) Take(text[Math.Max(0, from - 120)..(from - 1)], text.Slice(from, length));
        }
    }

    private void Take(ReadOnlySpan<char> before, ReadOnlySpan<char> inside)
    {
        if (inside[^1] == 's') inside = inside[..^1];
        if (inside.Length is < 2 or > Longest || inside.ContainsAnyExceptInRange('A', 'Z')) return;
        var letters = inside.ToString().ToLowerInvariant();
        var words = WordReader.All(before.ToString());
        if (LongForm(words, letters) is not { } longForm) return;
        var key = (letters, string.Join(' ', longForm));
        _found[key] = _found.GetValueOrDefault(key) + 1;
    }

    private static IEnumerable<string>? LongForm(IReadOnlyList<string> words, string letters)
    {
        var word = words.Count - 1;
        for (var letter = letters.Length - 1; letter >= 0; letter--, word--)
        {
            while (word >= 0 && words[word][0] != letters[letter] && Passed.Contains(words[word], StringComparer.Ordinal)) word--;
            if (word < 0 || words[word][0] != letters[letter]) return null;
        }

        return words.Skip(word + 1);
    }
}
