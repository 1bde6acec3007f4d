using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>
/// An address as it is read from paper: without <c>https://</c>; where nobody said where the site lives, only the path.
/// </summary>
internal static class ReadableAddress
{
    public static string Format(Site site, SitePath address) => Format(site, address.Href);

    /// <param name="href">Relative to the site's root, without a <c>/</c> before it.</param>
    public static string Format(Site site, string href) =>
        site.Settings.BaseUrl is { } url ? url.Authority + url.AbsolutePath + href : "/" + href;
}
