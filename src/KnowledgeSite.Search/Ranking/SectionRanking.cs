namespace KnowledgeSite.Search.Ranking;

/// <summary>
/// Ranks sections. A page is scored by each field separately, with the word's rarity in that field, and by its best
/// section. The JavaScript counterpart is <c>ranking.js</c>, which computes the same numbers in the same order.
/// </summary>
internal sealed class SectionRanking(SearchIndex index)
{
    private readonly Scores<PageScore> _pages = new(index.Pages.Count);
    private readonly Scores<SectionScore> _sections = new(index.PageOfSection.Length);
    private readonly SlotScores _slot = new(index);

    /// <summary>The best section of each page, best first.</summary>
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
    /// More words narrow the results: a page that matches much less of the query than the best page is dropped. It
    /// fades out gradually, because every added or removed page changes the shares of all others a little.
    /// </summary>
    private static double Narrowing(double met) =>
        met switch
        {
            >= RankingWeights.FullCoverage => 1,
            < RankingWeights.MinCoverage => 0,
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
    /// The section to show for each page, with the score of its best section. If the title contains the whole query, it
    /// is the page's first section, unless another section's heading matches the query.
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

/// <param name="Section">The number of the section among those of all pages.</param>
internal readonly record struct RankedSection(int Page, int Section, double Score);
