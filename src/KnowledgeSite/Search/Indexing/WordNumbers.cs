using System.Runtime.InteropServices;

namespace KnowledgeSite.Search.Indexing;

/// <summary>
/// Numbers words in the order of their first appearance. Every word of a site is looked up here, which is what indexing mostly is: a table of its own
/// takes a third of the time of a dictionary's.
/// </summary>
internal sealed class WordNumbers
{
    private readonly List<string> _words = [];
    private readonly List<uint> _hashes = [];

    // The number of a word and one more, at the place that its hash says or the next free one after; 0 where there is none.
    private int[] _places = new int[8192];

    public IReadOnlyList<string> Words => _words;

    public int Of(ReadOnlySpan<char> word)
    {
        var hash = Hash(word);
        var mask = _places.Length - 1;
        for (var place = (int)hash & mask; ; place = (place + 1) & mask)
        {
            var number = _places[place] - 1;
            if (number < 0) return Add(word, hash, place);
            if (_hashes[number] == hash && word.SequenceEqual(_words[number])) return number;
        }
    }

    private int Add(ReadOnlySpan<char> word, uint hash, int place)
    {
        _words.Add(word.ToString());
        _hashes.Add(hash);
        _places[place] = _words.Count;
        if (_words.Count * 2 > _places.Length) Grow();
        return _words.Count - 1;
    }

    private void Grow()
    {
        _places = new int[_places.Length * 2];
        var mask = _places.Length - 1;
        for (var number = 0; number < _hashes.Count; number++)
        {
            var place = (int)_hashes[number] & mask;
            while (_places[place] != 0) place = (place + 1) & mask;
            _places[place] = number + 1;
        }
    }

    /// <summary>Multiplicative, four letters at a time.</summary>
    private static uint Hash(ReadOnlySpan<char> word)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        var hash = (ulong)word.Length * Odd;
        var fours = MemoryMarshal.Cast<char, ulong>(word);
        foreach (var four in fours) hash = ((hash ^ four) * Odd) ^ (hash >> 29);
        foreach (var letter in word[(fours.Length * 4)..]) hash = (hash ^ letter) * Odd;
        return (uint)(hash >> 32);
    }
}
