using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>Determines which files of the theme a site needs.</summary>
internal static class ThemeUse
{
    /// <summary>
    /// The files to publish: all, but the styles and the font of formulas only if a page has formulas.
    /// </summary>
    public static IReadOnlyList<ThemeAsset> UsedBy(this IReadOnlyList<ThemeAsset> theme, Site site) =>
        site.Pages.Any(p => p.Content.Body.HasFormulas) ? theme : [.. theme.Where(t => !t.Address.IsAssetOf("math"))];
}
