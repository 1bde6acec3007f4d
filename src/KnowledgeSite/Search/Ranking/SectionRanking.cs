namespace KnowledgeSite.Search.Ranking;

/// <summary>
/// Ranks sections: a page is scored by each field apart, with the rarity that a word has in that field, and by its best section. Its twin is <c>ranking.js</c>: the same
/// numbers, added up in the same order.
/// </summary>
internal sealed class SectionRanking(SearchIndex index)
{
    private readonly Scores<PageScore> _pages = new(index.Pages.Count);
    private readonly Scores<SectionScore> _sections = new(index.PageOfSection.Length);
    private readonly SlotScores _slot = new(index);

    /// <summary>Best first, one section of each page.</summary>
    public IReadOnlyList<RankedSection> Rank(IReadOnlyList<IReadOnlyList<Meaning>> slots)
    {
        _pages.Clear();
        _sections.Clear();
        var all = slots.Aggregate(default(Rarities), (sum, slot) => sum + Add(slot));
        var best = BestOfPages(slots.Count, all);
        var least = RankingWeights.LeastCoverage * best.Select(b => _pages[b.Page].Met).DefaultIfEmpty().Max();
        var hits = best.Where(b => _pages[b.Page].Met >= least).Select(b => b with { Score = ScoreOf(b, slots.Count, all) });
        return [.. hits.OrderByDescending(h => h.Score).ThenBy(h => h.Section)];
    }

    private Rarities Add(IReadOnlyList<Meaning> slot)
    {
        _slot.Clear();
        foreach (var meaning in slot) _slot.Add(meaning);
        var rarity = Rarities.Of(slot, _slot, index.Pages.Count, index.PageOfSection.Length);
        foreach (var page in _slot.Pages.Touched) _pages[page].Add(_slot.Pages[page], rarity, index.Pages[page].Sections.Count);
        foreach (var section in _slot.Sections.Touched) AddSection(section, rarity);
        return rarity;
    }

    private void AddSection(int section, in Rarities rarity)
    {
        ref var slot = ref _slot.Sections[section];
        var page = index.PageOfSection[section];
        var isFirst = index.Pages[page].FirstSection == section;
        _sections[section].Add(slot, rarity, isFirst, _slot.Pages[page].Title > 0);
        if (isFirst && slot.HeadingLength > 0) _pages[page].TitleLength = slot.HeadingLength;
    }

    private IReadOnlyCollection<RankedSection> BestOfPages(int words, Rarities all)
    {
        var best = new Dictionary<int, RankedSection>();
        foreach (var section in _sections.Touched)
        {
            var page = index.PageOfSection[section];
            var hit = new RankedSection(page, section, _sections[section].Of(words, all, _pages[page].MetInTitle));
            if (!best.TryGetValue(hit.Page, out var known) || hit.Score > known.Score || (hit.Score == known.Score && section < known.Section)) best[hit.Page] = hit;
        }

        return best.Values;
    }

    private double ScoreOf(RankedSection best, int words, Rarities all)
    {
        ref var page = ref _pages[best.Page];
        return (((1 - RankingWeights.Section) * page.Of(words, all)) + (RankingWeights.Section * best.Score)) * page.Coverage(all);
    }
}

/// <param name="Section">Its number among the sections of all pages.</param>
internal readonly record struct RankedSection(int Page, int Section, double Score);
