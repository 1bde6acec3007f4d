using KnowledgeSite.Files;

namespace KnowledgeSite.Search.Indexing;

/// <summary>The words of names, as postings of the sections that they name.</summary>
internal sealed class NamePostings
{
    private readonly IReadOnlyList<SearchPage> _pages;
    private readonly Dictionary<SitePath, int> _byAddress;
    private readonly Dictionary<int, Dictionary<string, int>> _sectionsByAnchor = [];

    // The key contains the word in its upper half and the section in its lower half.
    private readonly Dictionary<long, double> _shares = [];

    // The same for the other names of pages, squared.
    private readonly Dictionary<long, double> _aliasShares = [];

    public NamePostings(IReadOnlyList<SearchPage> pages)
    {
        _pages = pages;
        _byAddress = new(pages.Count);
        for (var i = 0; i < pages.Count; i++)
            _byAddress.TryAdd(pages[i].Address, i);
    }

    /// <param name="numbers">The site-wide number of each word of the run.</param>
    public void Add(GivenName name, int[] numbers)
    {
        if (SectionOf(name) is not { } section)
            return;
        foreach (var word in name.Words)
        {
            var key = ((long)numbers[word] << 32) | (uint)section;
            var share = (double)name.Links / name.Words.Length;
            if (name.IsAlias)
                _aliasShares[key] = _aliasShares.GetValueOrDefault(key) + (share * share);
            else
                _shares[key] = _shares.GetValueOrDefault(key) + share;
        }
    }

    /// <summary>The postings by word number, sorted by section; null for words that occur in no name.</summary>
    public Posting[]?[] ByWord(int words)
    {
        var keys = _shares.Keys.Union(_aliasShares.Keys).ToArray();
        Array.Sort(keys);
        var postings = new Posting[]?[words];
        for (int start = 0, end = 0; start < keys.Length; start = end)
        {
            var word = (int)(keys[start] >> 32);
            while (end < keys.Length && (int)(keys[end] >> 32) == word)
                end++;
            postings[word] = Array.ConvertAll(
                keys[start..end],
                key => new Posting((int)key, 0, 0, Posting.NamesOf(ShareOf(key)), false)
            );
        }

        return postings;
    }

    /// <summary>
    /// The sum over links, and the Euclidean norm over other names: ten names with a word say little more about the
    /// page than one.
    /// </summary>
    private double ShareOf(long key) => _shares.GetValueOrDefault(key) + Math.Sqrt(_aliasShares.GetValueOrDefault(key));

    private int? SectionOf(GivenName name)
    {
        if (!_byAddress.TryGetValue(name.Page, out var number))
            return null;
        var page = _pages[number];
        var fragment = name.Suffix.IndexOf('#', StringComparison.Ordinal);
        if (fragment < 0)
            return page.FirstSection;
        var anchor = Uri.UnescapeDataString(name.Suffix[(fragment + 1)..]);
        return page.FirstSection + SectionsByAnchor(number).GetValueOrDefault(anchor);
    }

    private Dictionary<string, int> SectionsByAnchor(int page)
    {
        if (_sectionsByAnchor.TryGetValue(page, out var known))
            return known;
        var sections = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 1; i < _pages[page].Sections.Count; i++)
            sections.TryAdd(_pages[page].Sections[i].Anchor, i);
        return _sectionsByAnchor[page] = sections;
    }
}

/// <summary>A name of a page that comes from elsewhere: the text of a link, or a level of a ladder.</summary>
/// <param name="Suffix">Query and fragment of the link.</param>
/// <param name="Links">The weight, in number of links.</param>
/// <param name="Words">The word numbers within the run.</param>
/// <param name="IsAlias">True for a name that is not the text of a link.</param>
internal sealed record GivenName(SitePath Page, string Suffix, int Links, int[] Words, bool IsAlias);
