using System.Globalization;
using System.Text;
using System.Xml;
using KnowledgeSite.Content;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Previews;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>What a host and a search engine look for: <c>_headers</c>, <c>_redirects</c>, <c>robots.txt</c>, <c>sitemap.xml</c>.</summary>
public sealed class WriteHostFiles : SiteFiles
{
    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context) =>
    [
        OutputFile.OfText(new("/_headers"), Headers(site.Settings)),
        OutputFile.OfText(new("/_redirects"), Redirects(site)),
        OutputFile.OfText(new("/robots.txt"), Robots(site.Settings)),
        new(new("/sitemap.xml"), output => Encoding.UTF8.GetBytes(Sitemap(site), output)),
    ];

    /// <summary>The policy lets a page load what lies on the site itself, and nothing else; no inline script, no inline style.</summary>
    private static string Headers(SiteSettings settings)
    {
        var allowed = new AllowedContent(settings.Allowed);
        var frames = allowed.Allows("iframe") ? "'self' https:" : string.Join(' ', allowed.FrameOrigins.Prepend("'self'"));
        var headers = new StringBuilder();
        headers.Append(CultureInfo.InvariantCulture, $"{settings.BasePath}*\n");
        headers.Append("  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; ");
        headers.Append(CultureInfo.InvariantCulture, $"manifest-src 'self'; worker-src 'self'; frame-src {frames}; frame-ancestors 'self'; form-action 'self'; base-uri 'none'\n");
        headers.Append("  X-Content-Type-Options: nosniff\n");
        headers.Append("  Referrer-Policy: strict-origin-when-cross-origin\n");
        headers.Append("  Permissions-Policy: camera=(), geolocation=(), microphone=()\n");
        if (!settings.IsPublic) headers.Append("  X-Robots-Tag: noindex\n");
        headers.Append(CultureInfo.InvariantCulture, $"\n{settings.BasePath}assets/*\n  Cache-Control: public, max-age=31536000, immutable\n");
        headers.Append(CultureInfo.InvariantCulture, $"\n{settings.BasePath}search/index/*\n  Cache-Control: public, max-age=31536000, immutable\n");
        headers.Append(CultureInfo.InvariantCulture, $"\n{settings.BasePath}search/search.js\n  Cache-Control: no-cache\n");
        headers.Append(CultureInfo.InvariantCulture, $"\n{settings.BasePath}{PreviewFiles.Folder.Href}*\n  Cache-Control: public, max-age=600, stale-while-revalidate=86400\n");
        return headers.ToString();
    }

    private static string Redirects(Site site) => string.Concat(site.Redirects.Select(r =>
        $"{site.Settings.BasePath}{r.From.Href} {site.Settings.BasePath}{r.To.Href} 301\n"));

    private static string Robots(SiteSettings settings)
    {
        if (!settings.IsPublic) return "User-agent: *\nDisallow: /\n";
        return "User-agent: *\nAllow: /\n" + (settings.BaseUrl is { } url ? $"\nSitemap: {url.AbsoluteUri}sitemap.xml\n" : "");
    }

    /// <summary>Addresses are full where the site's own is known; the protocol (sitemaps.org) wants them so.</summary>
    private static string Sitemap(Site site)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
            foreach (var address in site.Pages.Select(p => p.Address).Concat(site.Folders.Values.Select(f => f.Address)).Concat(site.Ladders.SelectMany(l => l.MadeAddresses)).Concat(site.MadeForPaper).Concat(site.Works.Page is { } list ? [list.Address] : []).Distinct().Order())
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
