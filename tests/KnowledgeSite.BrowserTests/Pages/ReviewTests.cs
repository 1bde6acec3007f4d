using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

public sealed class ReviewTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    [Fact]
    public async Task Overdue_reviews_are_decided_by_the_date_of_the_reader()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.Clock.SetFixedTimeAsync(new DateTime(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc));
        await page.GotoAsync("/review/");
        Assert.Equal(0, await page.Locator("tr[data-overdue]").CountAsync());
        await page.Clock.SetFixedTimeAsync(new DateTime(2036, 11, 20, 12, 0, 0, DateTimeKind.Utc));
        await page.ReloadAsync();
        Assert.True(await page.Locator("tr[data-overdue]").CountAsync() > 30);
        await page.GotoAsync("/workflow/");
        Assert.Contains("review overdue since", await page.Locator(".about-page").InnerTextAsync());
    }

    [Fact]
    public async Task The_list_can_be_filtered_without_scripts()
    {
        await using var context = await site.NewContextAsync(scripts: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/review/");
        Assert.True(await Shown(page) > 30);
        await page.GetByLabel("Overdue", new() { Exact = true }).CheckAsync();
        Assert.Equal(0, await Shown(page));
        await page.GetByLabel("All", new() { Exact = true }).CheckAsync();
        Assert.True(await Shown(page) > 30);
    }

    private static Task<int> Shown(IPage page) =>
        page.EvaluateAsync<int>(
            "[...document.querySelectorAll('.review tbody tr')].filter((r) => r.checkVisibility()).length"
        );
}
