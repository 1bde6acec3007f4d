using KnowledgeSite.Content;
using KnowledgeSite.Rendering.Apps;
using KnowledgeSite.Rendering.Offline;
using KnowledgeSite.Rendering.Previews;
using KnowledgeSite.Rendering.Sharing;

namespace KnowledgeSite.Rendering.Hosts;

/// <summary>The response headers for some files, independent of the host.</summary>
/// <param name="Path">Relative to the site's root: a folder (<c>assets/</c>), a file, or empty for all files.</param>
internal sealed record HostRule(string Path, IReadOnlyList<(string Name, string Value)> Headers)
{
    private const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>The caching policy for files that may be some minutes out of date.</summary>
    private const string ShortWhile = "public, max-age=600, stale-while-revalidate=86400";

    public bool IsFolder => Path.Length == 0 || Path.EndsWith('/');

    /// <summary>All rules. The first applies to all files; the others add to it.</summary>
    public static IReadOnlyList<HostRule> List(SiteSettings settings) =>
        [
            new(
                "",
                [
                    ("Content-Security-Policy", Policy(settings)),
                    ("X-Content-Type-Options", "nosniff"),
                    ("Referrer-Policy", "strict-origin-when-cross-origin"),
                    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
                    .. settings.IsPublic ? Array.Empty<(string, string)>() : [("X-Robots-Tag", "noindex")],
                ]
            ),
            new("assets/", [("Cache-Control", ForEver)]),
            new("search/index/", [("Cache-Control", ForEver)]),
            new("search/search.js", [("Cache-Control", "no-cache")]),
            new(OfflineFiles.Worker.Href, [("Cache-Control", "no-cache")]),
            .. settings.OffersCopy
                ? new[] { OfflineFiles.News, OfflineFiles.List }.Select(f => new HostRule(
                    f.Href,
                    [("Cache-Control", "no-cache")]
                ))
                : [],
            new(AppFiles.Manifest.Href, [("Content-Type", "application/manifest+json")]),
            new(SiteCards.Folder.Href, [("Cache-Control", ForEver)]),
            new(LinkPreviewFiles.Folder.Href, [("Cache-Control", ShortWhile)]),
        ];

    /// <summary>
    /// The content security policy: only resources of the site itself, no inline scripts, no inline styles.
    /// </summary>
    private static string Policy(SiteSettings settings)
    {
        var allowed = new AllowedContent(settings.Allowed);
        var frames = allowed.Allows("iframe")
            ? "'self' https:"
            : string.Join(' ', allowed.FrameOrigins.Prepend("'self'"));
        var styles = allowed.Allows("style") ? "'self' 'unsafe-inline'" : "'self'";
        var images = string.Join(' ', allowed.ImageSources.Prepend("'self' data:"));
        var media = string.Join(' ', allowed.MediaSources.Prepend("'self'"));
        var connections = allowed.Allows("ping") ? "'self' https:" : "'self'";
        var forms = allowed.Allows("form") ? "'self' https:" : "'self'";
        return $"default-src 'none'; script-src 'self'; style-src {styles}; img-src {images}; font-src 'self'; "
            + $"media-src {media}; connect-src {connections}; "
            + $"manifest-src 'self'; worker-src 'self'; frame-src {frames}; frame-ancestors 'self'; form-action "
            + $"{forms}; base-uri 'none'";
    }
}
