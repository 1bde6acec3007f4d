using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Caching;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>The metadata of a page. Null values are written and never left out.</summary>
internal sealed record PageData
{
    public static readonly SitePath Address = new("/api/pages.json");

    public required string Title { get; init; }

    public required string Url { get; init; }

    /// <summary>The path of the page's file, relative to the input folder.</summary>
    public required string Source { get; init; }

    public required string Kind { get; init; }

    public required string? Description { get; init; }

    public required IEnumerable<string> Tags { get; init; }

    public required string? Owner { get; init; }

    public required DateOnly? Reviewed { get; init; }

    public required DateOnly? ReviewBy { get; init; }

    public required DateOnly? Changed { get; init; }

    /// <summary>The ids of the cited sources.</summary>
    public required IEnumerable<string> Sources { get; init; }

    /// <summary>The URLs of the pages that it links to.</summary>
    public required IEnumerable<string> Links { get; init; }

    /// <summary>The URLs of the pages that link to it.</summary>
    public required IEnumerable<string> Backlinks { get; init; }

    /// <summary>Creates <c>/api/pages.json</c>: the data of all pages for other programs, sorted by address.</summary>
    public static IReadOnlyList<OutputFile> CreateFile(Site site, FileKeys keys)
    {
        var pages = site.Pages.OrderBy(p => p.Address).Select(p => Create(site, p));
        return
        [
            new(Address, output => JsonFormat.WriteLine(pages, RenderingJson.Default.IEnumerablePageData, output))
            {
                Key = () => keys.WithHistory(site).ForFile(Address),
            },
        ];
    }

    private static PageData Create(Site site, SitePage page)
    {
        var frontMatter = page.Content.FrontMatter;
        var links = site.Links[page.Path].OfType<ResolvedLink.Internal>().Where(l => l.Address.IsPage && !l.IsSamePage);
        return new()
        {
            Title = page.Title,
            Url = UrlOf(site, page.Address),
            Source = page.Path.Value,
            Kind = frontMatter.Kind.ToString().ToLowerInvariant(),
            Description = page.Content.Summary,
            Tags = frontMatter.Tags.Select(t => t.Value),
            Owner = frontMatter.Owner,
            Reviewed = frontMatter.Reviewed,
            ReviewBy = frontMatter.ReviewBy,
            Changed = site.History.Find(page)?.Last,
            Sources = CitedWorks.IdsIn(page.Content).Distinct(StringComparer.Ordinal),
            Links = UrlsOf(site, links.Select(l => l.Address)),
            Backlinks = UrlsOf(site, site.Backlinks.To(page.Address).Select(b => b.From.Address)),
        };
    }

    private static IEnumerable<string> UrlsOf(Site site, IEnumerable<SitePath> addresses) =>
        addresses.Distinct().Order().Select(a => UrlOf(site, a));

    private static string UrlOf(Site site, SitePath address) => site.Settings.BasePath + address.Href;
}
