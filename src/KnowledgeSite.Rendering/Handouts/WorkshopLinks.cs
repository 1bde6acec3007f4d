using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>The links between workshops and the ladders that they serve, in both directions.</summary>
internal sealed class WorkshopLinks(Site site)
{
    public IReadOnlyList<ServedView> ServedBy(SitePage workshop) =>
        [
            .. from places in site.Ladders
            from serving in places.Ladder.Workshops
            where serving.Page == workshop.Content
            from served in Served(places, serving)
            select served,
        ];

    private IEnumerable<ServedView> Served(LadderUrls places, ServingWorkshop serving) =>
        [
            .. serving.Cells.Select(c => new ServedView(
                site.Settings.Text.CellName(c.Dimension.Title, c.Level.Title),
                places.PageOf(c.Page)?.Address,
                c.Id
            )),
            .. serving.Dimensions.Select(d => new ServedView(d.Title, places.PageOf(d.Page)?.Address, null)),
            .. serving.Levels.Select(l => new ServedView(l.Title, places.GetUrl(l), null)),
        ];

    /// <summary>Links to workshops of a ladder, sorted by title.</summary>
    public static IReadOnlyList<LinkView> Create(LadderUrls places, IEnumerable<ServingWorkshop> workshops) =>
        [
            .. workshops
                .Select(w => places.PageOf(w.Page))
                .OfType<SitePage>()
                .OrderBy(p => p.Title, NaturalOrder.Comparer)
                .Select(p => new LinkView(p.Title, p.Address)),
        ];
}
