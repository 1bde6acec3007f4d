using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>Tests diagrams that are written as data in a page.</summary>
public sealed class DiagramTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    [Theory]
    [InlineData(320)]
    [InlineData(375)]
    [InlineData(768)]
    public async Task One_variant_of_each_diagram_is_shown_within_the_text_column_and_is_readable(int width)
    {
        await using var context = await site.NewContextAsync(width);
        var page = await context.NewPageAsync();
        foreach (var path in new[] { "/workflow/", "/workflow/design-on-paper/" })
        {
            await page.GotoAsync(path);
            Assert.Equal(
                1,
                await page.EvaluateAsync<int>(
                    "[...document.querySelectorAll('.diagram svg')].filter((s) => s.checkVisibility()).length"
                )
            );
            Assert.True(
                await page.EvaluateAsync<bool>(
                    "[...document.querySelectorAll('.diagram svg')].filter((s) => "
                        + "s.checkVisibility()).every((s) => s.getBoundingClientRect().width / "
                        + "s.viewBox.baseVal.width >= 0.8)"
                ),
                path
            );
            Assert.False(
                await page.EvaluateAsync<bool>(
                    "document.documentElement.scrollWidth > document.documentElement.clientWidth"
                ),
                path
            );
        }
    }

    [Fact]
    public async Task No_text_leaves_its_box()
    {
        await using var context = await site.NewContextAsync(1280);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/workflow/design-on-paper/");
        var outside = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('.diagram svg')].filter((s) => s.checkVisibility())
              .flatMap((s) => [...s.querySelectorAll('a, g')]).flatMap((box) => {
              const frame = box.querySelector('.box').getBoundingClientRect();
              return [...box.querySelectorAll('text')].filter((t) => {
                const r = t.getBoundingClientRect(); return r.left < frame.left
                || r.right > frame.right || r.top < frame.top || r.bottom > frame.bottom; }).map((t) => t.textContent);
            })
            """
        );
        Assert.Equal([], outside);
    }

    [Fact]
    public async Task A_box_is_a_link_that_the_keyboard_reaches_and_the_list_says_the_same()
    {
        await using var context = await site.NewContextAsync(1280, scripts: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/workflow/");
        await page.Locator(".diagram svg a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/workflow/map-the-ecosystem/$"));
        await page.GoBackAsync();
        await page.Locator(".diagram summary").ClickAsync();
        Assert.Equal(6, await page.Locator(".diagram li a").CountAsync());
        Assert.Contains("back to Map the ecosystem", await page.Locator(".diagram li").Last.InnerTextAsync());
    }

    [Fact]
    public async Task Axe_finds_nothing_when_the_list_is_open()
    {
        await using var context = await site.NewContextAsync(375);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/workflow/design-on-paper/");
        await page.Locator(".diagram summary").ClickAsync();
        Assert.Empty(await Axe.FoundOnAsync(page));
    }
}
