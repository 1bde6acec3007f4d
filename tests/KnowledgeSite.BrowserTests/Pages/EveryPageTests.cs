namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>
/// Opens each page of the fixture once, examines it and uses its controls (<see cref="PageCrawl"/>); each test is about
/// one result. Of pages that are alike, only a few are opened (<see cref="SampledPages"/>).
/// <see cref="InputSmokeTests"/> opens every page of <c>input/</c>. axe-core examines a page in light colours at
/// 1440 px, and again at 320 px, where other elements are shown. In dark colours it applies only the rules for colours.
/// </summary>
[Collection(EveryPageBrowser.Name)]
public sealed class EveryPageTests(BuiltSite site, PageCrawl crawl) : IClassFixture<PageCrawl>
{
    /// <summary>One example of each kind, so that none is missed if the crawl no longer finds it.</summary>
    private static readonly HashSet<string> Controls =
    [
        "Search this site",
        "Page type",
        "Keyboard shortcuts",
        "Enable keyboard shortcuts",
        "Close",
        "Copy link",
        "Print",
        "Find in matrix",
        "Clear filters",
        "Note evidence",
        "Evidence",
        "Start time",
        "Download notes",
        "Clear",
        "Download (Markdown)",
        "Overdue",
    ];

    [Fact]
    public Task No_control_breaks_the_content_security_policy_or_writes_to_the_console() =>
        AssertNoneAsync(seen => seen.Problems);

    [Fact]
    public async Task Every_kind_of_control_is_used()
    {
        var seen = await crawl.OfAsync(site);
        Assert.Subset(seen.SelectMany(s => s.Controls).ToHashSet(), Controls);
        Assert.All(seen, s => Assert.Contains("Search this site", s.Controls));
    }

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
        var seen = await crawl.OfAsync(site);
        Assert.Equal(SampledPages.Examined(site.Pages), seen.Select(s => s.Path));
        Assert.Equal([], seen.SelectMany(s => look(s).Select(found => $"{s.Path}: {found}")));
    }
}
