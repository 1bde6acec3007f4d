using System.Globalization;
using System.Text;
using System.Xml;
using KnowledgeSite.Content;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Offline;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Hosts;

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
