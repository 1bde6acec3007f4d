using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>
/// Tests accessibility beyond what axe can check. docs/accessibility.md has the checks that people make.
/// </summary>
[Collection(OneBrowser.Name)]
public sealed class AccessibilityTests(BuiltSite site)
{
    private const string Matrix = "/ladders/data-science/matrix/";

    /// <summary>Elements that have the focus but are completely covered.</summary>
    private const string IsCovered = """
        () => {
          const e = document.activeElement;
          const isEmpty = e === document.body;
          return !isEmpty && [...e.getClientRects()].every(r => [.1, .5, .9].every(x => [.2, .5, .8].every(y => {
            const at = document.elementFromPoint(r.left + r.width * x, r.top + r.height * y);
            return !at || !(e.contains(at) || at.closest('label')?.control === e);
          })));
        }
        """;

    [Theory]
    [InlineData(1280, 800, "Tab")]
    [InlineData(1280, 800, "Shift+Tab")]
    [InlineData(320, 256, "Tab")]
    public async Task The_sticky_headers_of_a_matrix_never_cover_the_focus(int width, int height, string key)
    {
        await using var context = await site.NewContextAsync(width);
        var page = await context.NewPageAsync();
        await page.SetViewportSizeAsync(width, height);
        await page.GotoAsync(width < 640 ? Matrix + "?levels=senior,staff" : Matrix);
        await page.Locator(key == "Tab" ? "[role=region]" : ".site-footer a >> nth=0").FocusAsync();
        var covered = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync(key);
            if (await page.EvaluateAsync<bool>(IsCovered))
                covered.Add(await page.EvaluateAsync<string>("document.activeElement.textContent"));
        }

        Assert.Equal([], covered);
    }

    [Theory]
    [InlineData(Matrix + "?levels=senior,staff", 5, 4)]
    [InlineData("/review/", 3, 1)]
    public async Task A_table_that_a_phone_shows_as_blocks_is_a_table_to_a_screen_reader(
        string path,
        int columns,
        int rows
    )
    {
        await using var context = await site.NewContextAsync(375);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        var table = page.GetByRole(AriaRole.Table).First;
        Assert.Equal(columns, await table.GetByRole(AriaRole.Columnheader).CountAsync());
        Assert.True(await table.GetByRole(AriaRole.Rowheader).CountAsync() >= rows);
    }

    [Fact]
    public async Task Standalone_links_are_large_enough_to_touch()
    {
        await using var context = await site.NewTouchContextAsync();
        var page = await context.NewPageAsync();
        var small = new List<string>();
        foreach (
            var (path, links) in new[]
            {
                ("/tags/", ".entry-list a"),
                ("/review/", ".review th a"),
                (Matrix + "?levels=senior", ".matrix-filter :is(button, input), .cell-foot a, .matrix summary"),
                ("/ladders/data-science/compare/", ".ways a, summary"),
                ("/glossary/", ".uses summary, .copy-link"),
            }
        )
        {
            await page.GotoAsync(path);
            small.AddRange(
                await page.Locator($"main :is({links}):visible")
                    .EvaluateAllAsync<string[]>(
                        "all => all.map(e => [e, e.getBoundingClientRect()]).filter(([e, r]) => r.height < "
                            + $"43.5).map(([e, r]) => `{path} ${{e.textContent}} ${{r.height}}`)"
                    )
            );
        }

        Assert.Equal([], small);
    }

    [Fact]
    public async Task At_400_percent_a_preview_stays_within_the_window_and_scrolls()
    {
        await using var context = await site.NewContextAsync(320);
        var page = await context.NewPageAsync();
        await page.SetViewportSizeAsync(320, 256);
        await page.GotoAsync("/ladders/promotion/");
        await page.Locator("main article p a[href^='..']").First.FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Tab");
        var panel = page.Locator(".link-panel");
        await Assertions.Expect(panel).ToBeVisibleAsync();
        var box = (await panel.BoundingBoxAsync())!;
        Assert.InRange(box.Y, 0, 256 - box.Height);
        Assert.False(await page.EvaluateAsync<bool>(IsCovered));
        await panel.EvaluateAsync(
            "e => new Promise(done => { e.onscroll = () => requestAnimationFrame(done); e.scrollTo(0, 1000); })"
        );
        await Assertions.Expect(panel).ToBeVisibleAsync();
    }
}
