using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>Tests the site when it is opened from disk, without a server.</summary>
public sealed class DiskTests(BuiltSite site, LinkedSite linked) : IClassFixture<LinkedSite>, IClassFixture<BuiltSite>
{
    [Fact]
    public async Task Links_lead_to_pages_and_not_to_lists_of_files()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(linked.OnDisk("/index.html"));
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Page", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Page");
        await page.GetByRole(AriaRole.Link, new() { Name = "drift" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#drift")).ToBeInViewportAsync();
        await page.GotoAsync(linked.OnDisk("/older/index.html"), new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("More");
    }

    [Fact]
    public async Task Without_a_server_the_search_says_so_and_lists_all_pages()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(linked.OnDisk("/index.html"));
        await page.Locator(".search-link").ClickAsync();
        await Assertions.Expect(page.GetByText("Search works only on a web server.")).ToBeVisibleAsync();
        await page.Locator(".letter").GetByRole(AriaRole.Link, new() { Name = "More" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("More");
    }
}
