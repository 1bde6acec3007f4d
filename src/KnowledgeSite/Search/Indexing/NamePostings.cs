using KnowledgeSite.Files;
using KnowledgeSite.Words;

namespace KnowledgeSite.Search.Indexing;

/// <summary>The words of names as postings of the sections that they name.</summary>
internal sealed class NamePostings
{
    private readonly IReadOnlyList<SearchPage> _pages;
    private readonly Dictionary<SitePath, int> _byAddress;

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
        for (var i = 1; i < page.Sections.Count; i++)
        {
            if (page.Sections[i].Anchor == anchor) return page.FirstSection + i;
        }

        return page.FirstSection;
    }
}
