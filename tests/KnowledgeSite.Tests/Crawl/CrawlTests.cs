using System.Text.RegularExpressions;

namespace KnowledgeSite.Tests.Crawl;

/// <summary>Follows all links of the fixture from its home page.</summary>
[Collection(nameof(BuiltSite))]
public sealed partial class CrawlTests(BuiltSite site)
{
    /// <summary>Files that no page links to: hosts, search engines and programs request them by name.</summary>
    private static readonly string[] Special =
    [
        "search/search.js",
        "_headers",
        "_redirects",
        "_nginx.conf",
        "robots.txt",
        "sitemap.xml",
        "llms.txt",
        "404.html",
        "api/pages.json",
        "icon-192.png",
        "icon-512.png",
        "icon-maskable-512.png",
        "sw.js",
        "offline.html",
        "offline.json",
        "offline-files.json",
        ".knowledgesite",
    ];

    /// <summary>
    /// Scripts that only sites with a glossary, images, code or tabs use, and files that scripts and other sites load.
    /// </summary>
    private static readonly string[] ForScripts =
    [
        "assets/term-notes.",
        "assets/changes-since.",
        "assets/form-notes.",
        "assets/image-zoom.",
        "assets/code-copy.",
        "assets/content-tabs.",
        "search/index/",
        "api/previews/",
        "api/cards/",
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_link_has_a_target_and_every_page_is_valid_HTML(bool inFolder)
    {
        var crawler = site.Crawl(inFolder);
        Assert.Empty(crawler.Problems);
        Assert.True(crawler.Reached.Count > 50);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_page_in_the_sitemap_is_reached(bool inFolder)
    {
        var crawler = site.Crawl(inFolder);
        Assert.All(
            crawler.Sitemap(),
            address => Assert.Contains(crawler.FileOf(address) ?? address.AbsoluteUri, crawler.Reached)
        );
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_page_that_is_reached_is_in_the_sitemap(bool inFolder)
    {
        var crawler = site.Crawl(inFolder);
        var listed = crawler.Sitemap().Select(crawler.FileOf);
        var generated = crawler.Reached.Where(f =>
            f.StartsWith("tags/", StringComparison.Ordinal)
            || f.StartsWith("search/", StringComparison.Ordinal)
            || f.StartsWith("review/", StringComparison.Ordinal)
            || f.StartsWith("health/", StringComparison.Ordinal)
            || f.StartsWith("map/", StringComparison.Ordinal)
            || f.StartsWith("compare/", StringComparison.Ordinal)
            || f.StartsWith("team/", StringComparison.Ordinal)
        );
        Assert.Empty(
            crawler.Reached.Where(f => f.EndsWith(".html", StringComparison.Ordinal)).Except(generated).Except(listed)
        );
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_file_is_linked_or_expected(bool inFolder)
    {
        var files = BuiltSite.Files(Folder(inFolder)).Keys;
        var imported = Imported(inFolder);
        Assert.DoesNotContain(
            files.Except(site.Crawl(inFolder).Reached).Except(Special),
            f =>
                !f.EndsWith("index.md", StringComparison.Ordinal)
                && !imported.Contains(f)
                && !ForScripts.Any(s => f.StartsWith(s, StringComparison.Ordinal))
        );
        Assert.Empty(Special.Except(files));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_import_of_a_script_exists(bool inFolder)
    {
        var imported = Imported(inFolder);
        Assert.NotEmpty(imported);
        Assert.Empty(imported.Except(BuiltSite.Files(Folder(inFolder)).Keys));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void The_404_page_works_at_any_depth(bool inFolder)
    {
        // The 404 page is shown at URLs of any depth, so its links must not be relative to its own URL.
        var crawler = new Crawler(Folder(inFolder), BuiltSite.Root(inFolder));
        var links = Addresses(File.ReadAllText(Path.Combine(Folder(inFolder), "404.html")));
        Assert.NotEmpty(links);
        Assert.All(
            links,
            link => Assert.StartsWith(BuiltSite.Root(inFolder).AbsolutePath, link, StringComparison.Ordinal)
        );
        Assert.Empty(crawler.Walk("404.html").Problems);
    }

    [Fact]
    public void A_site_works_in_any_folder_except_its_404_page()
    {
        Assert.Empty(new Crawler(site.AtRoot, new Uri("https://x.example/some/where/")).Walk("").Problems);
    }

    public static TheoryData<bool> Places() => [false, true];

    private HashSet<string> Imported(bool inFolder) =>
        [
            .. from file in BuiltSite.Files(Folder(inFolder))
            where
                file.Key.StartsWith("assets/", StringComparison.Ordinal)
                && file.Key.EndsWith(".js", StringComparison.Ordinal)
            from Match import in Import().Matches(System.Text.Encoding.UTF8.GetString(file.Value))
            select "assets/" + import.Groups[1].Value,
        ];

    [GeneratedRegex("^import [^;]* from '\\./([^']+)';$", RegexOptions.Multiline)]
    private static partial Regex Import();

    private string Folder(bool inFolder) => inFolder ? site.InFolder : site.AtRoot;

    private static List<string> Addresses(string html)
    {
        using var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        return
        [
            .. document
                .All.SelectMany(e => new[] { e.GetAttribute("href"), e.GetAttribute("src") })
                .OfType<string>()
                .Where(a => !a.StartsWith('#') && !a.StartsWith("http", StringComparison.Ordinal)),
        ];
    }
}
