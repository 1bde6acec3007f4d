using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using KnowledgeSite.Content;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Generates <c>/api/pages.json</c>: metadata of all pages for other programs, as one list sorted by address.
/// </summary>
internal sealed class WritePageData : SiteFiles
{
    public static readonly SitePath Address = new("/api/pages.json");

    protected override IEnumerable<OutputFile> FilesOf(Site site, ModuleContext context) =>
        [new(Address, output => Write(site, output))];

    private static void Write(Site site, IBufferWriter<byte> output)
    {
        var links = site.Pages.ToDictionary(p => p.Address, p => LinksOf(site, p));
        using var json = new Utf8JsonWriter(
            output,
            new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
        json.WriteStartArray();
        foreach (var page in site.Pages.OrderBy(p => p.Address))
            Write(json, site, page, links[page.Address], site.Backlinks.To(page.Address).Select(b => b.From.Address));
        json.WriteEndArray();
        json.Flush();
        output.Write("\n"u8);
    }

    private static void Write(
        Utf8JsonWriter json,
        Site site,
        SitePage page,
        IEnumerable<SitePath> links,
        IEnumerable<SitePath> backlinks
    )
    {
        var frontMatter = page.Content.FrontMatter;
        json.WriteStartObject();
        json.WriteString("title", page.Title);
        json.WriteString("url", Url(site, page.Address));
        json.WriteString("source", page.Path.Value);
        json.WriteString("kind", frontMatter.Kind.ToString().ToLowerInvariant());
        json.WriteString("description", page.Content.Summary);
        WriteList(json, "tags", frontMatter.Tags.Select(t => t.Value));
        json.WriteString("owner", frontMatter.Owner);
        json.WriteString("reviewed", Iso(frontMatter.Reviewed));
        json.WriteString("reviewBy", Iso(frontMatter.ReviewBy));
        json.WriteString("changed", Iso(site.History.Find(page)?.Last));
        WriteList(json, "sources", CitedWorks.IdsIn(page.Content).Distinct(StringComparer.Ordinal));
        WriteList(json, "links", links.Select(l => Url(site, l)));
        WriteList(json, "backlinks", backlinks.Distinct().Order().Select(l => Url(site, l)));
        json.WriteEndObject();
    }

    private static List<SitePath> LinksOf(Site site, SitePage page) =>
        [
            .. site.Links[page.Path]
                .OfType<ResolvedLink.Internal>()
                .Where(l => l.Address.IsPage && !l.IsSamePage)
                .Select(l => l.Address)
                .Distinct()
                .Order(),
        ];

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string Url(Site site, SitePath address) => site.Settings.BasePath + address.Href;

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
