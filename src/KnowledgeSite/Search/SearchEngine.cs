using KnowledgeSite.Search.Indexing;
using KnowledgeSite.Search.Ranking;
using KnowledgeSite.Words;

namespace KnowledgeSite.Search;

/// <summary>
/// Asks an index, as the reader's browser does; its twin is <c>answer.js</c>. A phrase is looked for in what the author
/// wrote, in the browser in the finished page, to which a template may add words. Keeps its scores from one query to
/// the next: for one thread.
/// </summary>
public sealed class SearchEngine
{
    private const int MostCheckedForPhrase = 30;

    private readonly SearchIndex _index;
    private readonly WordDictionary _dictionary;
    private readonly SectionRanking _ranking;

    public SearchEngine(SearchIndex index)
    {
        _index = index;
        _dictionary = new(index.Words);
        _ranking = new(index);
    }

    /// <param name="query">What a person types: words, the last of which may be unfinished, and phrases in quotation
    /// marks.</param>
    /// <param name="kinds">Of pages, as <see cref="SearchPage.Kind"/> has them; null for all.</param>
    /// <returns>The best section of each page, best first.</returns>
    public IReadOnlyList<SearchHit> Search(string query, int limit, IReadOnlyCollection<string>? kinds = null)
    {
        var parsed = Query.Parse(query);
        if (parsed.Words.Count == 0)
            return [];
        var hits = _ranking.Rank(Slots.Create(parsed, _dictionary, _index.Abbreviations)).Select(HitOf);
        if (kinds is not null)
            hits = hits.Where(h => kinds.Contains(h.Page.Kind));
        if (parsed.Phrases.Count > 0)
            hits = hits.Take(MostCheckedForPhrase)
                .Where(h => HasAll(h.Page, parsed.Phrases))
                .OrderByDescending(h => IsTitle(h.Page, parsed.Phrases));
        return [.. hits.Take(limit)];
    }

    private SearchHit HitOf(RankedSection ranked) =>
        new(_index.Pages[ranked.Page], ranked.Section - _index.Pages[ranked.Page].FirstSection, ranked.Score);

    /// <summary>A page whose whole title is the phrase comes before pages that hold the phrase.</summary>
    private static bool IsTitle(SearchPage page, IReadOnlyList<IReadOnlyList<string>> phrases) =>
        phrases is [var phrase] && SearchWordReader.ReadAll(page.Title).SequenceEqual(phrase);

    private static bool HasAll(SearchPage page, IReadOnlyList<IReadOnlyList<string>> phrases)
    {
        var words = $" {string.Join(' ', SearchWordReader.ReadAll(PageText.Extract(page)))} ";
        return phrases.All(phrase => words.Contains($" {string.Join(' ', phrase)} ", StringComparison.Ordinal));
    }
}
