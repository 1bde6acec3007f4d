using System.Runtime.InteropServices;

namespace KnowledgeSite.Search.Indexing;

/// <summary>
/// Numbers words by first appearance. Every word occurrence of a site is looked up here, which dominates the time of
/// indexing; these hash tables take a third of the time of a dictionary.
/// </summary>
internal sealed class WordNumbers
{
    private const ulong HashMultiplier = 0x9E3779B97F4A7C15;

    private readonly List<string> _words = [];

    // Both tables use open addressing with linear probing. A short word is its own key; the key of a longer word is its
    // hash.
    private Place[] _short = new Place[8192];
    private Place[] _long = new Place[8192];
    private int _shortCount;

    public IReadOnlyList<string> Words => _words;

    public int Get(ReadOnlySpan<char> word) =>
        word.Length <= sizeof(ulong) && Pack(word) is var key and > 0 ? OfShort(word, key) : OfLong(word);

    private int OfShort(ReadOnlySpan<char> word, ulong key)
    {
        var places = _short;
        for (var at = PlaceOf(key, places); ; at = (at + 1) & (places.Length - 1))
        {
            ref var place = ref places[at];
            if (place.Key == key)
                return place.Number;
            if (place.Key != 0)
                continue;
            place = Add(word, key);
            if (++_shortCount * 2 > places.Length)
                Grow(ref _short);
            return _words.Count - 1;
        }
    }

    private int OfLong(ReadOnlySpan<char> word)
    {
        var key = Hash(word);
        var places = _long;
        for (var at = PlaceOf(key, places); ; at = (at + 1) & (places.Length - 1))
        {
            ref var place = ref places[at];
            if (place.Key == key && word.SequenceEqual(_words[place.Number]))
                return place.Number;
            if (place.Key != 0)
                continue;
            place = Add(word, key);
            if ((_words.Count - _shortCount) * 2 > places.Length)
                Grow(ref _long);
            return _words.Count - 1;
        }
    }

    private Place Add(ReadOnlySpan<char> word, ulong key)
    {
        _words.Add(word.ToString());
        return new(key, _words.Count - 1);
    }

    private static void Grow(ref Place[] places)
    {
        var before = places;
        places = new Place[before.Length * 2];
        foreach (var place in before)
        {
            if (place.Key == 0)
                continue;
            var at = PlaceOf(place.Key, places);
            while (places[at].Key != 0)
                at = (at + 1) & (places.Length - 1);
            places[at] = place;
        }
    }

    private static int PlaceOf(ulong key, Place[] places) => (int)((key * HashMultiplier) >> 32) & (places.Length - 1);

    /// <summary>A short ASCII word packed into an integer; 0 for all other words.</summary>
    private static ulong Pack(ReadOnlySpan<char> word)
    {
        var packed = 0UL;
        var all = 0;
        foreach (var letter in word)
        {
            packed = (packed << 8) | letter;
            all |= letter;
        }

        return all < 128 ? packed : 0;
    }

    /// <summary>A multiplicative hash of four letters at a time; never 0.</summary>
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = (ulong)word.Length * HashMultiplier;
        var fours = MemoryMarshal.Cast<char, ulong>(word);
        foreach (var four in fours)
            hash = ((hash ^ four) * HashMultiplier) ^ (hash >> 29);
        foreach (var letter in word[(fours.Length * 4)..])
            hash = (hash ^ letter) * HashMultiplier;
        return hash | 1;
    }

    /// <param name="Key">0 if the slot is empty.</param>
    private readonly record struct Place(ulong Key, int Number);
}
