namespace KnowledgeSite.Search.Ranking;

/// <summary>
/// Ranks sections: a page is scored by each field apart, with the rarity that a word has in that field, and by its best
/// section. Its twin is <c>ranking.js</c>: the same numbers, added up in the same order.
/// </summary>
internal sealed class SectionRanking(SearchIndex index)
{
    private readonly Scores<PageScore> _pages = new(index.Pages.Count);
    private readonly Scores<SectionScore> _sections = new(index.PageOfSection.Length);
    private readonly SlotScores _slot = new(index);

    /// <summary>Best first, one section of each page.</summary>
    public IReadOnlyList<RankedSection> Rank(IReadOnlyList<IReadOnlyList<TermExpansion>> slots)
    {
        _pages.Clear();
        _sections.Clear();
        var all = slots.Aggregate(default(Rarities), (sum, slot) => sum + Add(slot));
        var best = BestOfPages(slots.Count, all).ToList();
        var mostMet = best.Select(b => _pages[b.Page].Met).DefaultIfEmpty().Max();
        var hits =
            from section in best
            let narrowed = Narrowing(_pages[section.Page].Met / mostMet)
            where narrowed > 0
            select section with
            {
                Score = ScoreOf(section, slots.Count, all) * narrowed,
            };
        return [.. hits.OrderByDescending(h => h.Score).ThenBy(h => h.Section)];
    }

    /// <summary>
    /// More words narrow: a page that meets much less of the query than the best is no answer. It fades out and does
    /// not drop out, since with every page that comes or goes the shares of all others change a little.
    /// </summary>
    private static double Narrowing(double met) =>
        met switch
        {
            >= RankingWeights.FullCoverage => 1,
            < RankingWeights.LeastCoverage => 0,
            _ => Math.Pow(met / RankingWeights.FullCoverage, RankingWeights.Narrowing),
        };

    private Rarities Add(IReadOnlyList<TermExpansion> slot)
    {
        _slot.Clear();
        foreach (var meaning in slot)
            _slot.Add(meaning);
        var rarity = Rarities.Compute(slot, _slot, index.WeighingPages, index.WeighingSections);
        foreach (var page in _slot.Pages.Touched)
            _pages[page].Add(_slot.Pages[page], rarity, index.Pages[page].Sections.Count);
        foreach (var section in _slot.Sections.Touched)
            AddSection(section, rarity);
        return rarity;
    }

    private void AddSection(int section, in Rarities rarity)
    {
        ref var slot = ref _slot.Sections[section];
        var page = index.PageOfSection[section];
        var isFirst = index.Pages[page].FirstSection == section;
        _sections[section].Add(slot, rarity, isFirst, _slot.Pages[page].Title > 0);
        if (isFirst && slot.HeadingLength > 0)
            _pages[page].TitleLength = slot.HeadingLength;
    }

    /// <summary>
    /// Of each page the section that is shown, with the score of its best. Where the title holds all of the query, the
    /// page is meant and not one of its sections, unless the heading of that is what was asked for.
    /// </summary>
    private IEnumerable<RankedSection> BestOfPages(int words, Rarities all)
    {
        var best = new Dictionary<int, (int Section, double Choice, double Score)>();
        foreach (var section in _sections.Touched)
        {
            var page = index.PageOfSection[section];
            var score = _sections[section].Compute(words, all, _pages[page].MetInTitle);
            var isLed = section == index.Pages[page].FirstSection && _pages[page].MetInTitle == all.Any;
            var choice = isLed ? score * RankingWeights.TitleLead : score;
            var known = best.TryGetValue(page, out var found)
                ? found
                : (Section: section, Choice: double.NegativeInfinity, Score: score);
            var isChosen = choice > known.Choice || (choice == known.Choice && section < known.Section);
            best[page] = (
                isChosen ? section : known.Section,
                Math.Max(choice, known.Choice),
                Math.Max(score, known.Score)
            );
        }

        return best.Select(b => new RankedSection(b.Key, b.Value.Section, b.Value.Score));
    }

    private double ScoreOf(RankedSection best, int words, Rarities all)
    {
        ref var page = ref _pages[best.Page];
        return (((1 - RankingWeights.Section) * page.Compute(words, all)) + (RankingWeights.Section * best.Score))
            * page.Coverage(all);
    }
}

/// <param name="Section">Its number among the sections of all pages.</param>
internal readonly record struct RankedSection(int Page, int Section, double Score);
