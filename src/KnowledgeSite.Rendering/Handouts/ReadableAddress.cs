using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>
/// Formats an address for print: without <c>https://</c>, or only the path if the site's base URL is unknown.
/// </summary>
internal static class ReadableAddress
{
    public static string Format(Site site, SitePath address) => Format(site, address.Href);

    /// <param name="href">Relative to the site's root, without a leading <c>/</c>.</param>
    public static string Format(Site site, string href) =>
        site.Settings.BaseUrl is { } url ? url.Authority + url.AbsolutePath + href : "/" + href;
}
