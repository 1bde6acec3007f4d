using KnowledgeSite.Diagrams;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.SiteModel.Maps;

namespace KnowledgeSite.Rendering.Connections;

/// <summary>Computes the neighbourhood of each page: incoming and outgoing links.</summary>
internal sealed class NeighbourhoodFactory(Site site)
{
    private const int MaxDrawn = FanCurves.MaxRows - 1;
    private const int MaxFurther = 60;

    private readonly Lazy<Dictionary<SitePath, string>> _levels = new(() => LevelsIn(site));

    /// <summary>The neighbourhood; null for a page without incoming or outgoing links.</summary>
    public NeighbourhoodView? Create(SitePage page)
    {
        var from = BacklinkViewFactory.InOrder(site.Backlinks.To(page.Address));
        var to = site.Backlinks.From(page).DistinctBy(b => b.To).ToList();
        if (from.Count + to.Count == 0)
            return null;
        return new(
            From: [.. from.Take(MaxDrawn).Select(p => new LinkView(p.Title, p.Address))],
            MoreFrom: Math.Max(0, from.Count - MaxDrawn),
            LinesFrom: FanCurves.Closing(Math.Min(from.Count, FanCurves.MaxRows)),
            To: [.. to.Take(MaxDrawn).Select(Link)],
            Further: [.. to.Skip(MaxDrawn).Take(MaxFurther).Select(Link)],
            MoreTo: Math.Max(0, to.Count - MaxDrawn - MaxFurther),
            LinesTo: FanCurves.Opening(Math.Min(to.Count, FanCurves.MaxRows)),
            Map: Map(site.Maps.Nearest(page.Folder))
        );
    }

    private static LinkView Map(SiteFolder folder) =>
        new(folder.Path.IsRoot ? "Map of the site" : $"Map of {folder.Label}", SiteMaps.AddressOf(folder)!);

    private LinkView Link(Backlink link) =>
        new(
            link.Link is { } number && site.Links[link.From.Path][number] is ResolvedLink.Internal found
                ? found.Title
                : TitleOf(link),
            link.To
        );

    /// <summary>The title of a link's target; the target of a front matter relation is a page or a level.</summary>
    private string TitleOf(Backlink link) =>
        site.Pages.At(link.To)?.Title ?? _levels.Value.GetValueOrDefault(link.To, link.Says ?? link.To.Value);

    private static Dictionary<SitePath, string> LevelsIn(Site site) =>
        site
            .Ladders.SelectMany(l => l.Ladder.Levels.Select(level => (Address: l.GetUrl(level), level.Title)))
            .DistinctBy(l => l.Address)
            .ToDictionary(l => l.Address, l => l.Title);
}
