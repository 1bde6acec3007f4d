using System.Globalization;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Previews;

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

    private IEnumerable<PagePreview> Generated =>
        [
            .. site
                .Folders.Values.Where(f => f.Page is null)
                .Select(f => Preview(f.Address, f.Title, PageKind.Section, Names([.. f.Entries.Select(e => e.Label)]))),
            .. site.Tags.Select(t =>
                Preview(t.Address, $"Pages about “{t.Name}”", PageKind.Page, Names([.. t.Pages.Select(p => p.Title)]))
            ),
            Preview(Tag.IndexAddress, "Tags", PageKind.Page, Names([.. site.Tags.Select(t => t.Name)])),
            .. site.Glossary.Terms.Count > 0
                ?
                [
                    Preview(
                        Glossary.Address,
                        "Glossary",
                        PageKind.Glossary,
                        Names([.. site.Glossary.Terms.Select(t => t.Title)])
                    ),
                ]
                : Array.Empty<PagePreview>(),
            Preview(
                GeneratedPages.Review,
                "Reviews",
                PageKind.Page,
                "Who owns each page, and when its next review is due."
            ),
            Preview(
                GeneratedPages.Health,
                "Health",
                PageKind.Page,
                "Content problems for maintainers: orphaned, outdated and duplicate pages."
            ),
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
            Preview(
                places.Matrix,
                $"{places.Ladder.Title}: matrix",
                PageKind.Ladder,
                "What is new at each level, in every dimension."
            ),
            Preview(
                places.Comparisons,
                $"{places.Ladder.Title}: compare two levels",
                PageKind.Ladder,
                "What changes from one level to another."
            ),
            .. places.Pairs.Select(p =>
                Preview(
                    places.Comparison(p.From, p.To),
                    $"{p.From.Title} to {p.To.Title}",
                    PageKind.Ladder,
                    "What is new, raised, unchanged or no longer expected, by dimension."
                )
            ),
            .. places
                .Ladder.Levels.Where(l => places.PageOf(l) is null)
                .Select(l =>
                    Preview(
                        places.GetUrl(l),
                        l.Title,
                        PageKind.Level,
                        "What is expected at this level, dimension by dimension."
                    )
                ),
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

    private static string? Names(IReadOnlyList<string> names) =>
        names.Count switch
        {
            0 => null,
            <= MaxNames => string.Join(", ", names),
            _ => $"{string.Join(", ", names.Take(MaxNames - 1))} and {names.Count - MaxNames + 1} more",
        };

    private static string? Shortened(string? text)
    {
        if (text is not { Length: > MaxTextLength })
            return text;
        var end = text.LastIndexOf(' ', MaxTextLength);
        return (end > 0 ? text[..end] : text[..MaxTextLength].TrimEnd('\ud800')) + " …";
    }
}
