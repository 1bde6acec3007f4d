using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Ladders;

public sealed class WideLadderTests(BuiltSite site, WideLadder ladder)
    : IClassFixture<WideLadder>,
        IClassFixture<BuiltSite>
{
    [Fact]
    public async Task At_the_far_corner_of_a_wide_matrix_the_headers_are_visible_and_the_page_does_not_scroll()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        var region = page.GetByRole(AriaRole.Region);
        Assert.Equal(WideLadder.Levels * WideLadder.Dimensions, await page.Locator(".matrix td").CountAsync());
        await region.EvaluateAsync("r => r.scrollTo(r.scrollWidth, r.scrollHeight)");

        var view = (await region.BoundingBoxAsync())!;
        var corner = await BoxOf(page, "thead th:first-child");
        var level = await BoxOf(page, "thead th:last-child");
        var dimension = await BoxOf(page, "tbody tr:last-child th");
        var cell = await BoxOf(page, $"[id='d{WideLadder.Dimensions}.l{WideLadder.Levels}']");
        Assert.Equal((view.X, view.Y), (corner.X, corner.Y), Within(2));
        Assert.Equal((cell.X, view.Y), (level.X, level.Y), Within(2));
        Assert.Equal((view.X, cell.Y), (dimension.X, dimension.Y), Within(2));
        Assert.True(
            cell.X >= corner.X + corner.Width - 1 && cell.Y >= corner.Y + corner.Height - 1,
            "The last cell lies under a header."
        );
        Assert.InRange(cell.X + cell.Width, 0, view.X + view.Width + 1);
        Assert.False(
            await page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            )
        );
    }

    [Fact]
    public async Task A_ladder_without_tracks_offers_none_to_choose()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        await Assertions.Expect(page.GetByLabel("Find in matrix")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "Track" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_wide_matrix_can_be_scrolled_with_the_keyboard_alone()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        var region = page.GetByRole(AriaRole.Region);
        await region.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.EvaluateAsync(
            "() => new Promise(reached => { const region = document.querySelector('.matrix-region'); const "
                + "look = () => region.scrollTop + region.clientHeight >= region.scrollHeight - 1 ? reached() : "
                + "requestAnimationFrame(look); look(); })"
        );
        Assert.Equal(0, await page.EvaluateAsync<double>("document.documentElement.scrollLeft"));
    }

    private async Task<IPage> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(ladder.Matrix);
        return page;
    }

    private static async Task<LocatorBoundingBoxResult> BoxOf(IPage page, string selector) =>
        (await page.Locator(".matrix " + selector).BoundingBoxAsync())!;

    private static Func<(float X, float Y), (float X, float Y), bool> Within(float pixels) =>
        (a, b) => Math.Abs(a.X - b.X) <= pixels && Math.Abs(a.Y - b.Y) <= pixels;
}
