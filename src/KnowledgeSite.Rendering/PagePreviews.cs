using System.Globalization;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering;

/// <summary>The previews of all pages that readers may be led to, without printable pages.</summary>
internal sealed class PagePreviews(Site site)
{
    private const int MaxNames = 5;
    private const int MaxTextLength = 300;

    private readonly ILookup<SitePath, Heading> _ofLadders = LadderSections.Find(site);

    /// <summary>All previews. If two pages have the same address, the published one comes first.</summary>
    public IEnumerable<PagePreview> All =>
        site
            .Ladders.SelectMany(GeneratedPreviews)
            .Concat(
                site.Works.Page is { } works
                    ?
                    [
                        Preview(
                            works.Address,
                            works.Title,
                            PageKind.Source,
                            works.Content.Summary,
                            works.Content.Outline
                        ),
                    ]
                    : []
            )
            .Concat(site.Pages.Select(Written))
            .Concat(Generated)
            .DistinctBy(p => p.Address);

    private UiStrings Text => site.Settings.Text;

    private IEnumerable<PagePreview> Generated =>
        [
            .. site
                .Folders.Values.Where(f => f.Page is null)
                .Select(f => Preview(f.Address, f.Title, PageKind.Section, Names([.. f.Entries.Select(e => e.Label)]))),
            .. site.Tags.Select(t =>
                Preview(t.Address, Text.PagesAbout(t.Name), PageKind.Page, Names([.. t.Pages.Select(p => p.Title)]))
            ),
            Preview(Tag.IndexAddress, Text.Tags, PageKind.Page, Names([.. site.Tags.Select(t => t.Name)])),
            .. site.Glossary.Terms.Count > 0
                ?
                [
                    Preview(
                        Glossary.Address,
                        Text.KindGlossary,
                        PageKind.Glossary,
                        Names([.. site.Glossary.Terms.Select(t => t.Title)])
                    ),
                ]
                : Array.Empty<PagePreview>(),
            Preview(GeneratedPages.Review, Text.Reviews, PageKind.Page, Text.ReviewPreview),
            Preview(GeneratedPages.Health, Text.Health, PageKind.Page, Text.HealthAbout),
        ];

    private PagePreview Written(SitePage page)
    {
        var kind = page.Content.FrontMatter.Kind;
        // Every cell of a dimension is a link target, at least from the matrix.
        var targets = page.Content.Outline.Where(h =>
            kind == PageKind.Dimension || site.Backlinks.To(page.Address, h.Id).Any()
        );
        return Preview(page.Address, page.Title, kind, page.Content.Summary, targets);
    }

    private IEnumerable<PagePreview> GeneratedPreviews(LadderUrls places) =>
        [
            Preview(places.Matrix, Text.MatrixOf(places.Ladder.Title), PageKind.Ladder, Text.MatrixPreview),
            Preview(
                places.Comparisons,
                Text.CompareLevelsOf(places.Ladder.Title),
                PageKind.Ladder,
                Text.ComparisonsPreview
            ),
            .. places.Pairs.Select(p =>
                Preview(
                    places.Comparison(p.From, p.To),
                    Text.FromTo(p.From.Title, p.To.Title),
                    PageKind.Ladder,
                    Text.ComparisonPreview
                )
            ),
            .. places
                .Ladder.Levels.Where(l => places.PageOf(l) is null)
                .Select(l => Preview(places.GetUrl(l), l.Title, PageKind.Level, Text.LevelPreview)),
        ];

    private PagePreview Preview(
        SitePath address,
        string title,
        PageKind kind,
        string? text,
        IEnumerable<Heading>? sections = null
    ) =>
        new(
            address,
            title,
            kind,
            Shortened(text),
            [.. (sections ?? []).Concat(_ofLadders[address]).Where(h => h.Text.Length > 0).DistinctBy(h => h.Id)]
        );

    private string? Names(IReadOnlyList<string> names) =>
        names.Count switch
        {
            0 => null,
            <= MaxNames => string.Join(Text.ListSeparator, names),
            _ => Text.ListAndMore(
                string.Join(Text.ListSeparator, names.Take(MaxNames - 1)),
                names.Count - MaxNames + 1
            ),
        };

    private static string? Shortened(string? text)
    {
        if (text is not { Length: > MaxTextLength })
            return text;
        var end = text.LastIndexOf(' ', MaxTextLength);
        return (end > 0 ? text[..end] : text[..MaxTextLength].TrimEnd('\ud800')) + " …";
    }
}

/// <summary>The preview of a page that readers see before they follow a link to it.</summary>
/// <param name="Text">Null if the page has no summary.</param>
/// <param name="Sections">The sections that links lead to, each id once.</param>
internal sealed record PagePreview(
    SitePath Address,
    string Title,
    PageKind Kind,
    string? Text,
    IReadOnlyList<Heading> Sections
);

/// <summary>The sections of a ladder's pages that are not headings in an author's text, and their previews.</summary>
internal static class LadderSections
{
    public static ILookup<SitePath, Heading> Find(Site site) =>
        site
            .Ladders.SelectMany(l =>
                OnLevels(l).Concat(OnDimensions(l)).Concat(OnMatrix(site, l)).Concat(OnComparisons(site, l))
            )
            .ToLookup(s => s.Page, s => s.Section);

    private static IEnumerable<(SitePath Page, Heading Section)> OnLevels(LadderUrls places) =>
        from level in places.Ladder.Levels
        from dimension in places.Ladder.Dimensions
        let cell = places.Ladder.CellAt(dimension, level)
        from anchor in cell is null ? [] : places.AnchorsOnLevelPage(cell)
        select (places.GetUrl(level), new Heading(3, anchor, dimension.Title));

    /// <summary>The signals on a dimension's page belong to the heading of their cell.</summary>
    private static IEnumerable<(SitePath Page, Heading Section)> OnDimensions(LadderUrls places) =>
        from cell in places.Ladder.Cells
        from signal in cell.Signals
        let page = places.PageOf(signal.Page)
        where page is not null
        select (page.Address, new Heading(2, signal.Id, cell.Level.Title));

    private static IEnumerable<(SitePath Page, Heading Section)> OnMatrix(Site site, LadderUrls places) =>
        from cell in places.Ladder.Cells
        from id in cell.AllIds
        where site.Backlinks.To(places.Matrix, id).Any()
        select (places.Matrix, new Heading(2, id, site.Settings.Text.CellName(cell.Dimension.Title, cell.Level.Title)));

    private static IEnumerable<(SitePath Page, Heading Section)> OnComparisons(Site site, LadderUrls places) =>
        from pair in places.Pairs
        let page = places.Comparison(pair.From, pair.To)
        where site.Backlinks.To(page).Any()
        from dimension in places.Ladder.Dimensions
        select (page, new Heading(2, dimension.Id, dimension.Title));
}
