using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Words;

namespace KnowledgeSite.Search;

/// <summary>The levels of a ladder as readers name them, and the pages about them.</summary>
/// <param name="Title">As words of the index.</param>
/// <param name="Pairs">For each pair of levels with a comparison: their numbers and that of the page.</param>
/// <param name="Documents">For each template of documents, what it became for this ladder.</param>
internal sealed record SearchLadder(
    string Title,
    IReadOnlyList<SearchLevel> Levels,
    IReadOnlyList<SearchDimension> Dimensions,
    IReadOnlyList<(int From, int To, int Page)> Pairs,
    IReadOnlyList<SearchDocuments> Documents
)
{
    public static IReadOnlyList<SearchLadder> Collect(Site site, IReadOnlyList<SearchPage> pages)
    {
        var numbers = pages.Index().DistinctBy(p => p.Item.Address).ToDictionary(p => p.Item.Address, p => p.Index);
        return [.. GeneratedSearchPages.Ladders(site).Select(l => Create(site, l, pages, numbers))];
    }

    private static SearchLadder Create(
        Site site,
        LadderUrls places,
        IReadOnlyList<SearchPage> pages,
        Dictionary<SitePath, int> numbers
    )
    {
        var levels = places.Ladder.Levels.Select((level, number) => (level.Id, number)).ToDictionary();
        return new(
            WordsOf(places.Ladder.Title),
            [
                .. places.Ladder.Levels.Select(level => new SearchLevel(
                    [.. NamesOf(places, level).Select(WordsOf).Where(n => n.Length > 0).Distinct()],
                    numbers.GetValueOrDefault(places.GetUrl(level), -1),
                    numbers.GetValueOrDefault(places.Sheet(level), -1)
                )),
            ],
            [
                .. places.Ladder.Dimensions.Select(dimension => new SearchDimension(
                    [.. NamesOf(site, dimension).Select(WordsOf).Where(n => n.Length > 0).Distinct()],
                    PageOf(places, dimension) is { } page ? numbers.GetValueOrDefault(page.Address, -1) : -1,
                    [.. places.Ladder.Levels.Select(level => SectionOf(places, dimension, level, pages, numbers))]
                )),
            ],
            [
                .. from pair in places.Pairs
                let page = numbers.GetValueOrDefault(places.Comparison(pair.From, pair.To), -1)
                where page >= 0
                select (levels[pair.From.Id], levels[pair.To.Id], page),
            ],
            [.. SearchTemplate.List(site).Select(t => DocumentsOf(site, places, t, levels, numbers))]
        );
    }

    private static SearchDocuments DocumentsOf(
        Site site,
        LadderUrls places,
        SitePage template,
        Dictionary<string, int> levels,
        Dictionary<SitePath, int> numbers
    )
    {
        var documents = site
            .Documents.Where(d =>
                d is { Role: null, Level: not null }
                && d.Template == template
                && d.Ladder == places
                && numbers.ContainsKey(d.Address)
            )
            .ToArray();
        return new(
            [
                .. places.Ladder.Levels.Select(level =>
                    documents.FirstOrDefault(d => d.Level!.Id == level.Id) is { } document
                        ? numbers[document.Address]
                        : -1
                ),
            ],
            [
                .. documents
                    .Where(d => d.From is not null)
                    .Select(d => (levels[d.From!.Id], levels[d.Level!.Id], numbers[d.Address])),
            ]
        );
    }

    /// <summary>The section about a cell, in the overlay if that has one; -1 if search includes none.</summary>
    private static int SectionOf(
        LadderUrls places,
        Dimension dimension,
        Level level,
        IReadOnlyList<SearchPage> pages,
        Dictionary<SitePath, int> numbers
    )
    {
        foreach (var content in new[] { dimension.Overlay, dimension.Page })
        {
            if (
                content is null
                || places.PageOf(content) is not { } page
                || !numbers.TryGetValue(page.Address, out var number)
            )
                continue;
            var section = pages[number]
                .Sections.Index()
                .FirstOrDefault(s => s.Item.Anchor == $"{dimension.Id}.{level.Id}");
            if (section.Item is not null)
                return pages[number].FirstSection + section.Index;
        }

        return -1;
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

    /// <summary>
    /// The title of a dimension, and what the pages of all ladders about dimensions with this title are also called.
    /// </summary>
    private static IEnumerable<string> NamesOf(Site site, Dimension dimension) =>
        SharedNames(site, dimension).Prepend(dimension.Title);

    /// <summary>What the pages of dimensions with the same title are also called.</summary>
    internal static IEnumerable<string> SharedNames(Site site, Dimension dimension) =>
        (
            from places in site.Ladders
            from same in places.Ladder.Dimensions
            where same.Title == dimension.Title
            from content in new[] { same.Overlay, same.Page }
            where content is not null
            from name in content.FrontMatter.AlsoCalled
            select name.Value
        ).Distinct();

    /// <summary>The page of a dimension in its own ladder.</summary>
    internal static SitePage? PageOf(LadderUrls places, Dimension dimension) =>
        (dimension.Overlay ?? dimension.Page) is { } content ? places.PageOf(content) : null;

    internal static string WordsOf(string text) => string.Join(' ', WordReader.All(text));
}

/// <param name="Names">As words of the index.</param>
/// <param name="Page">The number of its page; -1 if search does not include it.</param>
/// <param name="Sheet">The number of its one-page summary; -1 if search does not include it.</param>
internal sealed record SearchLevel(IReadOnlyList<string> Names, int Page, int Sheet);

/// <param name="Names">As words of the index, its title first.</param>
/// <param name="Page">The number of its page; -1 if search does not include it.</param>
/// <param name="Sections">For each level, the number of the section about the cell; -1 if there is none.</param>
internal sealed record SearchDimension(IReadOnlyList<string> Names, int Page, IReadOnlyList<int> Sections);
