namespace KnowledgeSite.Search.Indexing;

/// <summary>Numbers words in the order of their first appearance.</summary>
internal sealed class WordNumbers
{
    private readonly Dictionary<string, int> _numbers = new(4096, StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<string> _words = [];

    public WordNumbers() => _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public IReadOnlyList<string> Words => _words;

    public int Of(ReadOnlySpan<char> word)
    {
        if (_bySpan.TryGetValue(word, out var number)) return number;
        var added = word.ToString();
        number = _words.Count;
        _words.Add(added);
        _numbers.Add(added, number);
        return number;
    }
}
