using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Previews;

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
        select (places.Matrix, new Heading(2, id, $"{cell.Dimension.Title} at {cell.Level.Title}"));

    private static IEnumerable<(SitePath Page, Heading Section)> OnComparisons(Site site, LadderUrls places) =>
        from pair in places.Pairs
        let page = places.Comparison(pair.From, pair.To)
        where site.Backlinks.To(page).Any()
        from dimension in places.Ladder.Dimensions
        select (page, new Heading(2, dimension.Id, dimension.Title));
}
