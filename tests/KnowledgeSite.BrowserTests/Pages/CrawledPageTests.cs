namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>What must hold for every page that <see cref="PageCrawl"/> opens; each test is about one result.</summary>
public abstract class CrawledPageTests(BuiltSite site, PageCrawl crawl) : IClassFixture<PageCrawl>
{
    [Fact]
    public Task No_control_breaks_the_content_security_policy_or_writes_to_the_console() =>
        AssertNoneAsync(seen => seen.Problems);

    [Fact]
    public Task No_page_requests_anything_from_another_host() => AssertNoneAsync(seen => seen.Elsewhere);

    [Theory]
    [InlineData(320)]
    [InlineData(768)]
    [InlineData(1440)]
    public Task No_page_scrolls_sideways(int width) =>
        AssertNoneAsync(seen => seen.WideAt.Contains(width) ? ["scrolls"] : []);

    [Fact]
    public Task On_a_phone_no_text_covers_what_follows_it() => AssertNoneAsync(seen => seen.Overflowing);

    [Fact]
    public Task Axe_finds_nothing_on_any_page_in_light() => AssertNoneAsync(seen => seen.InLight);

    [Fact]
    public Task Axe_finds_nothing_on_any_page_in_the_dark() => AssertNoneAsync(seen => seen.InTheDark);

    [Fact]
    public Task Axe_finds_nothing_on_any_page_as_wide_as_a_phone() => AssertNoneAsync(seen => seen.OnAPhone);

    private async Task AssertNoneAsync(Func<PageReport, IEnumerable<string>> look)
    {
        var seen = await SeenAsync();
        Assert.Equal(site.Examined, seen.Select(s => s.Path));
        Assert.Equal([], seen.SelectMany(s => look(s).Select(found => $"{s.Path}: {found}")));
    }

    private protected Task<IReadOnlyList<PageReport>> SeenAsync() => crawl.OfAsync(site);
}
