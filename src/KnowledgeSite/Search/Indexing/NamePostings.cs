using KnowledgeSite.Files;
using KnowledgeSite.Search.Analysis;

namespace KnowledgeSite.Search.Indexing;

/// <summary>The words of names as postings of the sections that they name.</summary>
internal sealed class NamePostings
{
    private readonly IReadOnlyList<SearchPage> _pages;
    private readonly Dictionary<SitePath, int> _byAddress;
    private readonly Dictionary<int, Dictionary<string, int>> _sectionsByAnchor = [];

    public NamePostings(IReadOnlyList<SearchPage> pages)
    {
        _pages = pages;
        _byAddress = new(pages.Count);
        for (var i = 0; i < pages.Count; i++) _byAddress.TryAdd(pages[i].Address, i);
    }

    /// <summary>By word, then by section.</summary>
    public IReadOnlyDictionary<string, List<Posting>> Of(IEnumerable<GivenName> names)
    {
        var shares = new Dictionary<string, Dictionary<int, double>>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (SectionOf(name) is not { } section) continue;
            var words = WordReader.All(name.Text);
            foreach (var word in words)
            {
                if (!shares.TryGetValue(word, out var sections)) shares.Add(word, sections = []);
                sections[section] = sections.GetValueOrDefault(section) + ((double)name.Links / words.Count);
            }
        }

        return shares.ToDictionary(w => w.Key, w => w.Value.OrderBy(s => s.Key).Select(s => new Posting(s.Key, 0, 0, Posting.NamesOf(s.Value), false)).ToList(), StringComparer.Ordinal);
    }

    private int? SectionOf(GivenName name)
    {
        if (!_byAddress.TryGetValue(name.Page, out var number)) return null;
        var page = _pages[number];
        var fragment = name.Suffix.IndexOf('#', StringComparison.Ordinal);
        if (fragment < 0) return page.FirstSection;
        var anchor = Uri.UnescapeDataString(name.Suffix[(fragment + 1)..]);
        return page.FirstSection + SectionsByAnchor(number).GetValueOrDefault(anchor);
    }

    private Dictionary<string, int> SectionsByAnchor(int page)
    {
        if (_sectionsByAnchor.TryGetValue(page, out var known)) return known;
        var sections = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 1; i < _pages[page].Sections.Count; i++) sections.TryAdd(_pages[page].Sections[i].Anchor, i);

        return _sectionsByAnchor[page] = sections;
    }
}
