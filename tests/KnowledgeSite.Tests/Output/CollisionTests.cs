using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Output;

/// <summary>
/// Tests pages at the URLs of generated files or of other pages. They never prevent the build of the whole site.
/// </summary>
public sealed class CollisionTests : IDisposable
{
    private readonly DiskSite _site = new DiskSite().Prepared().With("index.md", "# Home\n\nText.\n");

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("index.html.md")]
    [InlineData("index.md.md")]
    [InlineData("robots.txt.md")]
    [InlineData("sitemap.xml.md")]
    [InlineData("llms.txt.md")]
    [InlineData("404.html.md")]
    [InlineData("404.md")]
    [InlineData("api/pages.json.md")]
    [InlineData("assets.md")]
    [InlineData("assets/x.md")]
    [InlineData("tags.md")]
    [InlineData("tags/index.md")]
    [InlineData("_headers.md")]
    [InlineData("guides/index.html/x.md")]
    public void A_page_of_any_name_leaves_the_rest_of_the_site(string name)
    {
        _site.With(name, "---\ntags: [a]\n---\n# Page\n\nText.\n").With("guides/index.md", "# Guides\n\nText.\n");
        _site.Build();
        Assert.Contains("<h1", _site.Page("index.html"), StringComparison.Ordinal);
        Assert.StartsWith("User-agent", _site.Page("robots.txt"), StringComparison.Ordinal);
        Assert.Contains("urlset", _site.Page("sitemap.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/robots.txt/")]
    [InlineData("/robots.txt")]
    [InlineData("/sitemap.xml")]
    [InlineData("/404.html")]
    [InlineData("/_headers")]
    [InlineData("/llms.txt")]
    [InlineData("/index.md")]
    [InlineData("/index.html/x")]
    [InlineData("/api/pages.json")]
    [InlineData("/assets")]
    [InlineData("/a//b/, /a/b/")]
    [InlineData("/a/b, /a/b/index.html")]
    [InlineData("/old.html, /old.html/x/")]
    [InlineData("/.knowledgesite")]
    [InlineData("/.git/x")]
    [InlineData("\"/a\\0b/\"")]
    [InlineData("\"/a\\tb/\"")]
    [InlineData("/x:y/")]
    [InlineData("/tags/")]
    public void A_redirect_from_any_address_leaves_the_rest_of_the_site(string from)
    {
        _site.With("page.md", $"---\nredirect_from: [{from}]\n---\n# Page\n\nText.\n");
        _site.Build();
        Assert.True(_site.Has("page/index.html"));
        Assert.StartsWith("User-agent", _site.Page("robots.txt"), StringComparison.Ordinal);
        Assert.Contains("urlset", _site.Page("sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("Page not found", _site.Page("404.html"), StringComparison.Ordinal);
        Assert.StartsWith("knowledgesite 1", _site.Page(".knowledgesite"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_redirect_from_an_address_as_long_as_no_disk_allows_leaves_the_rest_of_the_site()
    {
        _site.With("page.md", $"---\nredirect_from: /{new string('x', 300)}/\n---\n# Page\n\nText.\n");
        _site.Build();
        Assert.True(_site.Has("page/index.html"));
    }

    [Theory]
    [InlineData("x/../../../../escaped")]
    [InlineData("../../escaped")]
    [InlineData("a/b")]
    [InlineData("/")]
    [InlineData("index.html")]
    [InlineData("..")]
    [InlineData("\\0")]
    [InlineData("a\\nb")]
    public void A_tag_of_any_name_stays_among_the_tags(string tag)
    {
        _site.With("page.md", $"---\ntags: [\"{tag}\"]\n---\n# Page\n\nText.\n");
        _site.Output = "a/b/c/d/output";
        var result = _site.Build();
        Assert.NotNull(result.Written);
        Assert.All(result.Site!.Tags, t => Assert.Matches("^/tags/[^/]+/$", t.Address.Value));
        Assert.DoesNotContain(
            _site.Folder.Files("."),
            f =>
                f.Contains("escaped", StringComparison.Ordinal) && !f.Contains("output/tags/", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_download_and_a_page_of_its_name_are_both_built()
    {
        _site.With("data.txt", "data").With("data.txt.md", "# About the data\n\n[data](data.txt)\n");
        _site.Build();
        Assert.True(_site.Has("index.html"));
    }
}
