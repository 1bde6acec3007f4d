using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>Tests former URLs on a host without redirects.</summary>
public sealed class MovedPageTests(BuiltSite site, LinkedSite linked)
    : IClassFixture<LinkedSite>,
        IClassFixture<BuiltSite>
{
    [Theory]
    [InlineData("/older/", true, "/more/")]
    [InlineData("/older/", false, "/more/")]
    [InlineData("/older/#deeper", true, "/more/#deeper")]
    [InlineData("/older/#piece", true, "/more/#piece")]
    public async Task An_old_URL_leads_to_the_same_heading_of_the_moved_page(string old, bool scripts, string now)
    {
        await using var context = await site.NewContextAsync(scripts: scripts);
        var page = await context.NewPageAsync();
        await page.GotoAsync(linked.At(old), new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("More");
        await Assertions.Expect(page).ToHaveURLAsync(linked.At(now));
    }

    [Fact]
    public async Task A_former_id_leads_to_the_heading_that_has_a_new_id()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(linked.At("/more/#piece"));
        Assert.Equal("part", await page.EvaluateAsync<string>("document.querySelector(':target').closest('h2').id"));
        await Assertions.Expect(page.Locator("h2#part")).ToBeInViewportAsync();
    }
}
