using System.Globalization;
using System.Text;
using System.Xml;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Generates <c>/feed.xml</c>, an Atom feed of the latest changes with one entry per change. It requires the site's
/// base URL, because entries are read outside the site.
/// </summary>
internal sealed class WriteFeed : SiteFiles
{
    public static readonly SitePath Address = new("/feed.xml");

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int MaxEntries = 50;
    private const int MaxPages = 20;

    public static bool IsMadeFor(Site site) => site.Settings.BaseUrl is not null && site.History.Changes.Count > 0;

    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context) =>
        IsMadeFor(site)
            ? [new(Address, output => Encoding.UTF8.GetBytes(Feed(site, site.Settings.BaseUrl!.AbsoluteUri), output))]
            : [];

    private static string Feed(Site site, string root)
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
                    CheckCharacters = false,
                }
            )
        )
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("title", site.Settings.Text.ChangesOfSite(Clean(site.Settings.Title)));
            xml.WriteElementString("id", root);
            Link(xml, "self", root + Address.Href);
            Link(xml, "alternate", root);
            xml.WriteElementString("updated", Iso(site.History.Changes.Max(c => c.Change.Time)));
            foreach (var change in site.History.Changes.Take(MaxEntries))
                Entry(
                    xml,
                    change,
                    [.. change.Pages.Select(p => site.Pages.At(p)!)],
                    AuthorsOf(site, change),
                    root,
                    site.Settings.Text
                );
            xml.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    /// <summary>
    /// The authors of an entry. Atom requires at least one (RFC 4287, 4.1.2); if people are not named, it is the site.
    /// </summary>
    private static IEnumerable<string> AuthorsOf(Site site, SiteChange change) =>
        site.Settings.ShowsAuthors
            ? change.Change.People.DefaultIfEmpty(site.Settings.Text.Unknown)
            : [site.Settings.Title];

    private static void Entry(
        XmlWriter xml,
        SiteChange change,
        IReadOnlyList<SitePage> pages,
        IEnumerable<string> authors,
        string root,
        UiStrings text
    )
    {
        xml.WriteStartElement("entry");
        xml.WriteElementString("title", Clean(change.Change.Subject));
        xml.WriteElementString("id", $"{root}#change-{change.Change.Id}");
        Link(xml, "alternate", root + pages[0].Address.Href);
        xml.WriteElementString("updated", Iso(change.Change.Time));
        foreach (var person in authors)
        {
            xml.WriteStartElement("author");
            xml.WriteElementString("name", Clean(person));
            xml.WriteEndElement();
        }

        xml.WriteStartElement("content");
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Pages(pages, root, text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Pages(IReadOnlyList<SitePage> pages, string root, UiStrings text)
    {
        var items = pages
            .Take(MaxPages)
            .Select(p =>
                "<li><a "
                + $"href=\"{System.Security.SecurityElement.Escape(root + p.Address.Href)}\">"
                + $"{System.Security.SecurityElement.Escape(Clean(p.Title))}</a></li>"
            );
        var more =
            pages.Count > MaxPages
                ? $"<li>{System.Security.SecurityElement.Escape(text.AndMoreItem(pages.Count - MaxPages))}</li>"
                : "";
        return $"<ul>{string.Concat(items)}{more}</ul>";
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Removes characters that XML does not allow.</summary>
    private static string Clean(string text) =>
        string.Concat(
            text.Where(
                (c, i) =>
                    XmlConvert.IsXmlChar(c)
                    || (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    || (char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1]))
            )
        );
}
