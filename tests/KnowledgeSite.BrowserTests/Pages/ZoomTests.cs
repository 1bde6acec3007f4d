using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>
/// Tests a zoom of 200 % in a window of 1280 × 800, in which the matrix is a stack of cells, and in a wider window, in
/// which it is a table.
/// </summary>
public sealed class ZoomTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    private const string Ladder = "/ladders/data-science/";

    /// <summary>
    /// Elements whose text is wider than its visible part and that cannot be scrolled, without text that is hidden on
    /// purpose.
    /// </summary>
    private const string Clipped = """
        () => [...document.querySelectorAll('main *')].filter(e => {
            const style = getComputedStyle(e);
            return e.checkVisibility() && e.clientWidth > 1 && style.clipPath === 'none' && !e.closest('svg')
                && e.scrollWidth > e.clientWidth + 1 && ['hidden', 'clip'].includes(style.overflowX);
        }).map(e => e.outerHTML.slice(0, 100))
        """;

    private const string OutOfSight = """
        () => [...document.querySelectorAll('main *')].filter(e => {
            const box = e.getBoundingClientRect();
            return e.checkVisibility() && !e.closest('.matrix-region, .table, .visually-hidden, svg, caption')
                && box.width > 1 && (box.right > document.documentElement.clientWidth + 1 || box.left < -1);
        }).map(e => e.outerHTML.slice(0, 100))
        """;

    [Theory]
    [InlineData("matrix/", 1280)]
    [InlineData("matrix/", 1600)]
    [InlineData("compare/senior--staff/", 1280)]
    [InlineData("compare/", 1280)]
    [InlineData("levels/staff/", 1280)]
    [InlineData("levels/staff/sheet/", 1280)]
    public async Task At_200_percent_nothing_is_cut_off_and_the_page_does_not_scroll_sideways(string path, int window)
    {
        await using var context = await site.NewZoomedContextAsync(window);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Ladder + path);
        Assert.False(
            await page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            )
        );
        Assert.Empty(await page.EvaluateAsync<string[]>(Clipped));
        Assert.Empty(await page.EvaluateAsync<string[]>(OutOfSight));
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1600, true)]
    public async Task At_200_percent_the_sticky_headers_leave_room_for_cells(int window, bool isTable)
    {
        await using var context = await site.NewZoomedContextAsync(window);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Ladder + "matrix/#strategy.principal");
        var cell = (await page.Locator("[id='strategy.principal']").BoundingBoxAsync())!;
        var row = (await page.Locator("tr[data-dimension=strategy] th").BoundingBoxAsync())!;
        var header = (await page.Locator(".matrix thead th").Nth(1).BoundingBoxAsync())!;
        Assert.InRange(cell.Y, 0, 400 - 60);
        Assert.True(
            isTable ? cell.X >= row.X + row.Width - 1 : cell.Y >= row.Y + row.Height - 1,
            "The cell lies under the dimension."
        );
        Assert.True(!isTable || cell.Y >= header.Y + header.Height - 1, "The cell lies under the levels.");
        Assert.InRange(isTable ? header.Height : row.Height, 1, 400 / 3);
    }
}
