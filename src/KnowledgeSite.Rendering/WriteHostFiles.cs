using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using KnowledgeSite.Content;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Generates the files for hosts and search engines: <c>_headers</c>, <c>_redirects</c>, <c>_nginx.conf</c>,
/// <c>robots.txt</c>, <c>sitemap.xml</c>.
/// </summary>
internal sealed class WriteHostFiles : SiteFiles
{
    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context) =>
        [
            OutputFile.OfText(new("/_headers"), NetlifyFiles.Headers(site.Settings)),
            OutputFile.OfText(new("/_redirects"), NetlifyFiles.Redirects(site)),
            OutputFile.OfText(new("/_nginx.conf"), NginxFile.Render(site)),
            OfflineFiles.WorkerOf(site.Settings),
            OutputFile.OfText(new("/robots.txt"), Robots(site.Settings)),
            new(new("/sitemap.xml"), output => Encoding.UTF8.GetBytes(Sitemap(site), output)),
        ];

    private static string Robots(SiteSettings settings)
    {
        if (!settings.IsPublic)
            return "User-agent: *\nDisallow: /\n";
        return "User-agent: *\nAllow: /\n"
            + (settings.BaseUrl is { } url ? $"\nSitemap: {url.AbsoluteUri}sitemap.xml\n" : "");
    }

    /// <summary>
    /// Writes absolute URLs if the site's base URL is known, as the protocol (sitemaps.org) requires.
    /// </summary>
    private static string Sitemap(Site site)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (
            var xml = XmlWriter.Create(
                text,
                new XmlWriterSettings
                {
                    OmitXmlDeclaration = true,
                    Indent = true,
                    NewLineChars = "\n",
                }
            )
        )
        {
            xml.WriteStartElement("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
            foreach (
                var address in site
                    .Pages.Select(p => p.Address)
                    .Concat(site.Folders.Values.Select(f => f.Address))
                    .Concat(site.Ladders.SelectMany(l => l.GeneratedAddresses))
                    .Concat(site.PrintableAddresses)
                    .Concat(site.Works.Page is { } list ? [list.Address] : [])
                    .Distinct()
                    .Order()
            )
            {
                xml.WriteStartElement("url");
                xml.WriteElementString("loc", (site.Settings.BaseUrl?.AbsoluteUri ?? "/") + address.Href);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }
}

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

/// <summary>Formats the rules for Netlify and compatible hosts (Cloudflare Pages).</summary>
internal static class NetlifyFiles
{
    public static string Headers(SiteSettings settings)
    {
        var text = new StringBuilder();
        foreach (var rule in HostRule.List(settings))
        {
            if (text.Length > 0)
                text.Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"{settings.BasePath}{rule.Path}{(rule.IsFolder ? "*" : "")}\n");
            foreach (var (name, value) in rule.Headers)
                text.Append(CultureInfo.InvariantCulture, $"  {name}: {value}\n");
        }

        return text.ToString();
    }

    public static string Redirects(Site site) =>
        string.Concat(
            site.Redirects.Select(r =>
                $"{site.Settings.BasePath}{r.From.Href} {site.Settings.BasePath}{r.To.Href} 301\n"
            )
        );
}

/// <summary>Formats the same rules for nginx, to be included in a <c>server</c> block.</summary>
internal static class NginxFile
{
    public static string Render(Site site)
    {
        var basePath = site.Settings.BasePath;
        var rules = HostRule.List(site.Settings);
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Include this in a server block whose root is the folder of the site{(
                basePath == "/" ? "" : $" put at {basePath}"
            )}.
            index index.html;
            absolute_redirect off;
            error_page 404 {basePath}404.html;

            """
        );
        foreach (var rule in rules)
        {
            text.Append(
                $"location {(rule.IsFolder ? "" : "= ")}{Quoted(basePath + rule.Path)} {{\n"
                    + "  try_files $uri $uri/ =404;\n"
            );
            // In nginx, a location with headers of its own inherits none. Content-Type is left out, because nginx sets
            // it and would send both.
            foreach (var (name, value) in rule == rules[0] ? rule.Headers : [.. rules[0].Headers, .. rule.Headers])
                text.Append(
                    name == "Content-Type"
                        ? $"  types {{ }}\n  default_type {Quoted(value)};\n"
                        : $"  add_header {name} {Quoted(value)} always;\n"
                );
            text.Append("}\n");
        }

        text.Append(
            "location ~ "
                + Quoted($"^{Regex.Escape(basePath)}(_headers|_redirects|_nginx[.]conf|[.]knowledgesite)$")
                + " { return 404; }\n"
        );
        foreach (var redirect in site.Redirects)
            text.Append(
                CultureInfo.InvariantCulture,
                $"location = {Quoted(basePath + redirect.From.Value[1..])} {{ return 301 "
                    + $"{Quoted((basePath + redirect.To.Href).Replace("$", "%24", StringComparison.Ordinal))}; }}\n"
            );
        return text.ToString();
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
