using KnowledgeSite.Search.Indexing;
using KnowledgeSite.Search.Ranking;
using KnowledgeSite.Words;

namespace KnowledgeSite.Search;

/// <summary>
/// Queries an index in the same way as the reader's browser; the JavaScript counterpart is <c>answer.js</c>. Phrases
/// are matched against the text of the author; the browser matches them against the finished page, which may contain
/// text of the templates. Reuses its score tables between queries and is not thread-safe.
/// </summary>
internal sealed class SearchEngine
{
    private const int MaxCheckedForPhrase = 30;

    private readonly SearchIndex _index;
    private readonly WordDictionary _dictionary;
    private readonly SectionRanking _ranking;

    public SearchEngine(SearchIndex index)
    {
        _index = index;
        _dictionary = new(index.Words);
        _ranking = new(index);
    }

    /// <param name="query">The query as typed: words, the last of which may be unfinished, and phrases in quotation
    /// marks.</param>
    /// <param name="kinds">The kinds of pages to include, as in <see cref="SearchPage.Kind"/>; null for all.</param>
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
            hits = hits.Take(MaxCheckedForPhrase)
                .Where(h => HasAll(h.Page, parsed.Phrases))
                .OrderByDescending(h => IsTitle(h.Page, parsed.Phrases));
        return [.. hits.Take(limit)];
    }

    private SearchHit HitOf(RankedSection ranked) =>
        new(_index.Pages[ranked.Page], ranked.Section - _index.Pages[ranked.Page].FirstSection, ranked.Score);

    /// <summary>A page whose whole title is the phrase ranks above pages that contain the phrase.</summary>
    private static bool IsTitle(SearchPage page, IReadOnlyList<IReadOnlyList<string>> phrases) =>
        phrases is [var phrase] && SearchWordReader.ReadAll(page.Title).SequenceEqual(phrase);

    private static bool HasAll(SearchPage page, IReadOnlyList<IReadOnlyList<string>> phrases)
    {
        var words = $" {string.Join(' ', SearchWordReader.ReadAll(PageText.Extract(page)))} ";
        return phrases.All(phrase => words.Contains($" {string.Join(' ', phrase)} ", StringComparison.Ordinal));
    }
}
