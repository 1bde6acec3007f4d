using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>
/// The links between the generated pages of a ladder: from its home page to the matrix, and from there to every
/// dimension and level.
/// </summary>
internal static class LadderPaths
{
    /// <summary>The pages to which the matrix links.</summary>
    public static IEnumerable<SitePage> Pages(LadderUrls places) =>
        places
            .Ladder.Levels.Select(places.PageOf)
            .Concat(
                places.Ladder.Dimensions.SelectMany(d =>
                    new[] { d.Page, d.Overlay }.Where(p => p is not null).Select(p => places.PageOf(p!))
                )
            )
            .OfType<SitePage>();

    public static IEnumerable<(SitePath From, SitePath To)> Find(LadderUrls places) =>
        [
            (places.Home, places.Matrix),
            (places.Home, places.Comparisons),
            .. Pages(places).SelectMany(p => new[] { (places.Home, p.Address), (places.Matrix, p.Address) }),
        ];
}
