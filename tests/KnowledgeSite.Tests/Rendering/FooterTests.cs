using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Rendering;

public sealed class FooterTests
{
    private const string Link = "<a href=\"../accessibility/\">Accessibility</a>";

    [Fact]
    public void Every_page_links_to_the_page_about_accessibility_if_there_is_one()
    {
        var site = new TestSite().With("staff/index.md", "# Staff\n\nText.\n");
        Assert.DoesNotContain(Link, site.Files()["staff/index.html"]);
        Assert.Contains(Link, site.With("accessibility.md", "# Access\n\nText.\n").Files()["staff/index.html"]);
    }
}
