namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>
/// Opens each page of the fixture once, examines it and uses its controls (<see cref="PageCrawl"/>); each test is about
/// one result. Of pages that are alike, only a few are opened (<see cref="PageSample"/>). axe-core examines a page in
/// light colours at 1440 px. At 320 px, where other elements are shown, it applies the rules for colours in dark
/// colours only.
/// </summary>
public sealed class EveryPageTests(BuiltSite site, PageCrawl crawl)
    : CrawledPageTests(site, crawl),
        IClassFixture<BuiltSite>
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
        "Record evidence",
        "Evidence",
        "Start time",
        "Download notes",
        "Clear",
        "Download (Markdown)",
        "Overdue",
    ];

    [Fact]
    public async Task Every_kind_of_control_is_used()
    {
        var seen = await SeenAsync();
        Assert.Subset(seen.SelectMany(s => s.Controls).ToHashSet(), Controls);
        Assert.All(seen, s => Assert.Contains("Search this site", s.Controls));
    }
}
