using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>Tests the fonts of the theme: which are loaded, their size, and that the layout does not move.</summary>
public sealed class FontTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    private const int MaxBytes = 80_000;

    /// <summary>
    /// How far a page may move if the machine has a font that the theme scales. Without one, lines break where they
    /// must, and there is no limit.
    /// </summary>
    private const double MaxShift = 0.05;

    public static TheoryData<string> Pages =>
        new(
            "/",
            "/ladders/data-science/levels/staff/",
            "/workshops/audit-your-week/",
            "/staff/clarity/",
            "/workflow/design-on-paper/",
            "/glossary/"
        );

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_set_in_the_fonts_of_the_theme_and_they_weigh_at_most_80_kB(string path)
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        var fonts = new List<Task<byte[]>>();
        page.Response += (_, response) =>
        {
            if (response.Url.EndsWith(".woff2", StringComparison.Ordinal))
                fonts.Add(response.BodyAsync());
        };
        await page.GotoAsync(path);
        await page.EvaluateAsync("document.fonts.ready.then(() => undefined)");
        var bytes = (await Task.WhenAll(fonts)).Sum(f => f.Length);
        Assert.InRange(bytes, 20_000, MaxBytes);
        Assert.True(
            await page.EvaluateAsync<bool>(
                "document.fonts.check('1em \"Knowledge Serif\"') && document.fonts.check('1em \"Knowledge Sans\"')"
            )
        );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_moves_when_the_fonts_load_late(string path)
    {
        foreach (var width in new[] { 375, 1280 })
        {
            await using var context = await site.NewContextAsync(width);
            var page = await context.NewPageAsync();
            await page.AddInitScriptAsync(
                """
                globalThis.shift = 0;
                new PerformanceObserver(list => {
                  for (const entry of list.getEntries()) globalThis.shift += entry.value;
                }).observe({ type: 'layout-shift', buffered: true });
                """
            );
            var painted = new TaskCompletionSource();
            await page.RouteAsync(
                "**/*.woff2",
                async route =>
                {
                    await painted.Task;
                    await route.ContinueAsync();
                }
            );
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            await page.EvaluateAsync(
                "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
            );
            painted.SetResult();
            await page.WaitForLoadStateAsync();
            await page.EvaluateAsync(
                "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => "
                    + "requestAnimationFrame(() => done()))))"
            );
            var shift = await page.EvaluateAsync<double>("globalThis.shift");
            var scaled = await page.EvaluateAsync<bool>(
                """
                Promise.any([...document.fonts].filter(f => f.family.includes('Serif by')).map(f => f.load()))
                  .then(() => true, () => false)
                """
            );
            Assert.True(shift <= MaxShift || !scaled, $"{path} at {width} px moved by {shift:0.0000}.");
            Assert.True(await page.EvaluateAsync<bool>("document.fonts.check('1em \"Knowledge Serif\"')"));
        }
    }

    [Fact]
    public async Task Figures_are_old_style_in_text_and_of_one_width_in_tables()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/staff/clarity/");
        await page.EvaluateAsync("document.fonts.ready.then(() => undefined)");
        var widths = await page.EvaluateAsync<double[]>(
            """
            ['serif', 'sans'].flatMap(family =>
              ['lining-nums', 'oldstyle-nums'].flatMap(figures => ['1111', '0000'].map(text => {
              const box = document.createElement('span');
              box.textContent = text;
              box.style.cssText = `position: absolute; font: 100px var(--${family}); font-variant-numeric: ${figures}`;
              document.body.append(box);
              return box.getBoundingClientRect().width;
            })))
            """
        );
        Assert.NotEqual(widths[1], widths[3], 0.5);
        Assert.Equal(widths[4], widths[5], 0.5);
    }
}
