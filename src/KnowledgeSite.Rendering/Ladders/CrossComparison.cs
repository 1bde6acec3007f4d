using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Ladders;

/// <summary>
/// Creates the page on which readers compare levels of two ladders, or two roles. A script reads the pages of both;
/// without it, the page links to them.
/// </summary>
internal static class CrossComparison
{
    /// <summary>The page; none if there is nothing to compare.</summary>
    public static IEnumerable<(SitePath Address, Func<PageView> View)> Pages(Site site, FrameFactory frames) =>
        GeneratedPages.HasComparison(site.Ladders)
            ? [(GeneratedPages.Comparison, () => View(site, frames))]
            : Array.Empty<(SitePath, Func<PageView>)>();

    /// <summary>
    /// The address at which a level or a role is chosen already; null if there is nothing to compare.
    /// </summary>
    /// <param name="page">The page of the level or role.</param>
    public static string? AddressFor(Site site, SitePath page) =>
        GeneratedPages.HasComparison(site.Ladders) ? $"{GeneratedPages.Comparison.Href}?a={page.Href}" : null;

    private static CrossComparisonView View(Site site, FrameFactory frames)
    {
        var text = site.Settings.Text;
        return new(
            frames.ForGenerated(GeneratedPages.Comparison, text.CompareLadders, text.CompareLaddersAbout) with
            {
                Sidebar = null,
            },
            [
                .. site.Ladders.Select(places => new ComparableGroup(
                    places.Ladder.Title,
                    [.. places.Ladder.Levels.Select(l => new LinkView(l.Label, places.GetUrl(l)))]
                )),
            ],
            [
                .. site
                    .Ladders.SelectMany(places => places.Ladder.Roles.Select(r => places.PageOf(r.Page)))
                    .OfType<SitePage>()
                    .Distinct()
                    .Select(p => new LinkView(p.Title, p.Address)),
            ]
        );
    }
}

/// <summary>The page on which readers compare levels of two ladders, or two roles.</summary>
public sealed record CrossComparisonView(
    FrameView Frame,
    IReadOnlyList<ComparableGroup> Ladders,
    IReadOnlyList<LinkView> Roles
) : PageView(Frame);

/// <summary>The levels of a ladder, from the lowest on.</summary>
public sealed record ComparableGroup(string Title, IReadOnlyList<LinkView> Levels);
