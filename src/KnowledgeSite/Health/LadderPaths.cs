using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>
/// Where readers come by what is made from a ladder: from its home to the matrix, from there to every dimension and
/// level.
/// </summary>
internal static class LadderPaths
{
    /// <summary>The pages that its matrix leads to.</summary>
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
