using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Words;

namespace KnowledgeSite.Search;

/// <summary>The levels of a ladder as readers name them, and the pages about them.</summary>
/// <param name="Title">As words of the index.</param>
/// <param name="Pairs">For each pair of levels with a comparison: their numbers and that of the page.</param>
internal sealed record SearchLadder(
    string Title,
    IReadOnlyList<SearchLevel> Levels,
    IReadOnlyList<(int From, int To, int Page)> Pairs
)
{
    public static IReadOnlyList<SearchLadder> Collect(Site site, IReadOnlyList<SearchPage> pages)
    {
        var numbers = pages.Index().DistinctBy(p => p.Item.Address).ToDictionary(p => p.Item.Address, p => p.Index);
        return [.. GeneratedSearchPages.Ladders(site).Select(l => Create(l, numbers))];
    }

    private static SearchLadder Create(LadderUrls places, Dictionary<SitePath, int> numbers)
    {
        var levels = places.Ladder.Levels.Select((level, number) => (level.Id, number)).ToDictionary();
        return new(
            WordsOf(places.Ladder.Title),
            [
                .. places.Ladder.Levels.Select(level => new SearchLevel(
                    [.. NamesOf(places, level).Select(WordsOf).Where(n => n.Length > 0).Distinct()],
                    numbers.GetValueOrDefault(places.GetUrl(level), -1)
                )),
            ],
            [
                .. from pair in places.Pairs
                let page = numbers.GetValueOrDefault(places.Comparison(pair.From, pair.To), -1)
                where page >= 0
                select (levels[pair.From.Id], levels[pair.To.Id], page),
            ]
        );
    }

    /// <summary>The code, such as L6, the title, the id, such as <c>senior-staff</c>, and what else the page is
    /// called.</summary>
    private static IEnumerable<string> NamesOf(LadderUrls places, Level level) =>
        [
            level.Code ?? "",
            level.Title,
            level.Id,
            .. places.PageOf(level)?.Content.FrontMatter.AlsoCalled.Select(n => n.Value) ?? [],
        ];

    private static string WordsOf(string text) => string.Join(' ', WordReader.All(text));
}

/// <param name="Names">As words of the index.</param>
/// <param name="Page">The number of its page; -1 if search does not include it.</param>
internal sealed record SearchLevel(IReadOnlyList<string> Names, int Page);
