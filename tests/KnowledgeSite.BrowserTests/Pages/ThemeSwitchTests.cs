using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

public sealed class ThemeSwitchTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    [Fact]
    public async Task The_chosen_theme_applies_at_once_in_other_tabs_and_before_the_scripts_of_the_next_page()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        var other = await context.NewPageAsync();
        await page.GotoAsync("/");
        await other.GotoAsync("/workflow/");
        Assert.True(await Brightness(page) > 200);
        await Choice(page).SelectOptionAsync("Dark");
        Assert.True(await Brightness(page) < 60);
        Assert.Equal(
            ["not all", "all"],
            await page.Locator("meta[name=theme-color]").EvaluateAllAsync<string[]>("metas => metas.map(m => m.media)")
        );
        await Assertions.Expect(other.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(Choice(other)).ToHaveValueAsync("dark");

        await other.RouteAsync("**/assets/theme-switch.*.js", route => route.AbortAsync());
        await other.GotoAsync("/staff/");
        Assert.True(await Brightness(other) < 60);

        await Choice(page).SelectOptionAsync("System");
        Assert.True(await Brightness(page) > 200);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.True(await Brightness(page) < 60);
        await Assertions.Expect(other.Locator("html")).Not.ToHaveAttributeAsync("data-theme", "dark");
    }

    [Fact]
    public async Task Printed_pages_are_light_in_every_theme()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/workflow/interrogate-metrics/");
        await page.Keyboard.PressAsync("t");
        await page.Keyboard.PressAsync("t");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Theme: Dark" }))
            .ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await Brightness(page) > 250);
        Assert.Equal(
            "light",
            await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).colorScheme")
        );
        foreach (
            var tool in new[]
            {
                "theme-switch",
                ".step-path",
                ".copy-link",
                ".notice",
                ".shortcuts-button",
                ".skip-link",
                ".actions",
            }
        )
        foreach (var found in await page.Locator(tool).AllAsync())
            Assert.False(await found.IsVisibleAsync(), $"{tool} is printed.");
    }

    [Fact]
    public async Task Without_storage_the_chosen_theme_applies_to_the_page()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.AddInitScriptAsync(
            "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { "
                + "get() { throw new DOMException('denied', 'SecurityError'); } })"
        );
        await page.GotoAsync("/workflow/");
        await Choice(page).SelectOptionAsync("Dark");
        Assert.True(await Brightness(page) < 60);
        await page.GotoAsync("/staff/");
        Assert.True(await Brightness(page) > 200);
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData(375)]
    [InlineData(1280)]
    public async Task The_theme_switch_is_a_large_target_moves_nothing_and_needs_scripts(int width)
    {
        await using var context = await site.NewContextAsync(width);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        var box = (await Choice(page).BoundingBoxAsync())!;
        Assert.True(box is { Width: >= 44, Height: >= 44 });
        var search = (await page.Locator(".search-link").BoundingBoxAsync())!.X;
        await page.RouteAsync("**/assets/theme-switch.*.js", route => route.AbortAsync());
        await page.ReloadAsync();
        Assert.Equal(search, (await page.Locator(".search-link").BoundingBoxAsync())!.X);

        await using var without = await site.NewContextAsync(width, scripts: false);
        page = await without.NewPageAsync();
        await page.GotoAsync("/");
        Assert.False(await Choice(page).IsVisibleAsync());
    }

    private static ILocator Choice(IPage page) => page.GetByLabel("Theme");

    /// <summary>The lightness of the background, from 0 to 255.</summary>
    private static async Task<double> Brightness(IPage page) =>
        await page.EvaluateAsync<double>(
            """
            (() => {
                const pixel = document.createElement('canvas').getContext('2d');
                pixel.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
                pixel.fillRect(0, 0, 1, 1);
                return pixel.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((sum, part) => sum + part / 3, 0);
            })()
            """
        );
}
