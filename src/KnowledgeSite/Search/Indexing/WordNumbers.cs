using System.Runtime.InteropServices;

namespace KnowledgeSite.Search.Indexing;

/// <summary>
/// Numbers words in the order of their first appearance. Every word of a site is looked up here, which is what indexing mostly is: a table of its own
/// takes a third of the time of a dictionary's.
/// </summary>
internal sealed class WordNumbers
{
    private readonly List<string> _words = [];

    // The hash of a word above, its number and one more below, at the place that the hash says or the next free one after; 0 where there is none.
    private ulong[] _places = new ulong[8192];

    public IReadOnlyList<string> Words => _words;

    public int Of(ReadOnlySpan<char> word)
    {
        var hash = Hash(word);
        var places = _places;
        for (var place = hash & (uint)(places.Length - 1); ; place = (place + 1) & (uint)(places.Length - 1))
        {
            var taken = places[place];
            if (taken == 0) return Add(word, hash, place);
            if ((uint)(taken >> 32) == hash && word.SequenceEqual(_words[(int)(uint)taken - 1])) return (int)(uint)taken - 1;
        }
    }

    private int Add(ReadOnlySpan<char> word, uint hash, uint place)
    {
        _words.Add(word.ToString());
        _places[place] = ((ulong)hash << 32) | (uint)_words.Count;
        if (_words.Count * 2 > _places.Length) Grow();
        return _words.Count - 1;
    }

    private void Grow()
    {
        var before = _places;
        _places = new ulong[before.Length * 2];
        foreach (var taken in before)
        {
            if (taken == 0) continue;
            var place = (uint)(taken >> 32) & (uint)(_places.Length - 1);
            while (_places[place] != 0) place = (place + 1) & (uint)(_places.Length - 1);
            _places[place] = taken;
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
