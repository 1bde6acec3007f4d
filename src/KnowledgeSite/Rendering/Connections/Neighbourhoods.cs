using KnowledgeSite.Diagrams;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.SiteModel.Maps;

namespace KnowledgeSite.Rendering.Connections;

/// <summary>Finds what stands around each page.</summary>
internal sealed class Neighbourhoods(Site site)
{
    private const int MostDrawn = Fan.MostRows - 1;
    private const int MostFurther = 60;

    private readonly Lazy<Dictionary<SitePath, string>> _levels = new(() => LevelsIn(site));

    /// <summary>Null for a page that leads nowhere and that nothing leads to.</summary>
    public NeighbourhoodView? Of(SitePage page)
    {
        var from = BacklinkViews.InOrder(site.Backlinks.To(page.Address));
        var to = site.Backlinks.From(page).DistinctBy(b => b.To).ToList();
        if (from.Count + to.Count == 0)
            return null;
        return new(
            [.. from.Take(MostDrawn).Select(p => new LinkView(p.Title, p.Address))],
            Math.Max(0, from.Count - MostDrawn),
            Fan.Closing(Math.Min(from.Count, Fan.MostRows)),
            [.. to.Take(MostDrawn).Select(Link)],
            [.. to.Skip(MostDrawn).Take(MostFurther).Select(Link)],
            Math.Max(0, to.Count - MostDrawn - MostFurther),
            Fan.Opening(Math.Min(to.Count, Fan.MostRows)),
            Map(site.Maps.Nearest(page.Folder))
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

    /// <summary>What front matter leads to is a page or a level.</summary>
    private string TitleOf(Backlink link) =>
        site.Pages.At(link.To)?.Title ?? _levels.Value.GetValueOrDefault(link.To, link.Says ?? link.To.Value);

    private static Dictionary<SitePath, string> LevelsIn(Site site) =>
        site
            .Ladders.SelectMany(l => l.Ladder.Levels.Select(level => (Address: l.Of(level), level.Title)))
            .DistinctBy(l => l.Address)
            .ToDictionary(l => l.Address, l => l.Title);
}
