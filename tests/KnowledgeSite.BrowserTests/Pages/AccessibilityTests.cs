using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>
/// Tests accessibility beyond what axe can check. docs/accessibility.md has the checks that people make.
/// </summary>
public sealed class AccessibilityTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    private const string Matrix = "/ladders/data-science/matrix/";

    /// <summary>A page of each kind whose layout differs.</summary>
    private static readonly string[] Kinds =
    [
        "/",
        "/ladders/data-science/levels/senior/",
        Matrix + "?levels=senior,staff",
        "/ladders/data-science/compare/senior--staff/",
        "/workshops/find-your-spike/",
        "/workshops/find-your-spike/participant/",
        "/search/",
        "/glossary/",
    ];

    /// <summary>Text that is wider or higher than its visible part, without text that is hidden on purpose.</summary>
    private const string CutOff = """
        () => {
          const root = document.documentElement;
          const cut = [...document.querySelectorAll('body *')].filter(e => {
            const style = getComputedStyle(e);
            return e.checkVisibility() && e.clientWidth > 1 && e.clientHeight > 1 && style.clipPath === 'none'
              && !e.closest('svg') && e.textContent.trim()
              && ((e.scrollWidth > e.clientWidth + 1 && ['hidden', 'clip'].includes(style.overflowX))
                || (e.scrollHeight > e.clientHeight + 2 && ['hidden', 'clip'].includes(style.overflowY)));
          }).map(e => e.outerHTML.slice(0, 100));
          return root.scrollWidth > root.clientWidth ? [...cut, 'The page scrolls sideways.'] : cut;
        }
        """;

    /// <summary>What is wrong with the ring around the element that has the focus; empty if nothing is.</summary>
    private const string FaultOfRing = """
        () => {
          const e = document.activeElement;
          if (e === document.body) return '';
          const ring = e.closest('theme-switch') ?? e;
          const style = getComputedStyle(ring);
          const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const paint = colour => {
            pixel.clearRect(0, 0, 1, 1);
            pixel.fillStyle = colour;
            pixel.fillRect(0, 0, 1, 1);
            return [...pixel.getImageData(0, 0, 1, 1).data];
          };
          const light = ([red, green, blue]) => {
            const part = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
            return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
          };
          let around = parseFloat(style.outlineOffset) < 0 ? ring : ring.parentElement;
          while (around.parentElement && paint(getComputedStyle(around).backgroundColor)[3] < 255)
            around = around.parentElement;
          const values = [style.outlineColor, getComputedStyle(around).backgroundColor].map(c => light(paint(c)) + .05);
          const contrast = Math.max(...values) / Math.min(...values);
          const width = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
          return width >= 2 && contrast >= 3 ? '' : `${width} px, ${contrast}: ${e.outerHTML.slice(0, 100)}`;
        }
        """;

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
    public async Task Short_links_and_buttons_are_wide_enough_to_touch()
    {
        await using var context = await site.NewTouchContextAsync();
        var page = await context.NewPageAsync();
        foreach (var path in new[] { "/", Matrix + "?levels=senior", "/tags/" })
        {
            await page.GotoAsync(path);
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Print" })).ToBeVisibleAsync();
            Assert.Empty(
                await page.Locator(
                        ":is(.site-sections, .breadcrumbs, .site-footer, .actions, .entry-list) :is(a, button):visible"
                    )
                    .EvaluateAllAsync<string[]>(
                        "all => all.filter(e => e.getBoundingClientRect().width < 43.5).map(e => e.textContent)"
                    )
            );
        }
    }

    [Fact]
    public async Task Text_has_a_contrast_of_7_to_1_in_light_and_dark()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        foreach (var path in Kinds)
        {
            await page.GotoAsync(path);
            await Axe.PutIntoAsync(page);
            foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = colours });
                var found = await Axe.ViolationsAsync(page, "color-contrast-enhanced");
                Assert.True(found.Length == 0, $"{path} in {colours}: {string.Join('\n', found)}");
            }
        }
    }

    /// <summary>
    /// WCAG 1.4.12. Text that no longer fits is cut off, or makes the page scroll sideways.
    /// </summary>
    [Fact]
    public async Task With_wider_spacing_of_text_nothing_is_cut_off()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        foreach (var path in Kinds)
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync(
                """
                () => {
                  const spacing = new CSSStyleSheet();
                  spacing.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; '
                    + 'word-spacing: .16em !important } p { margin-bottom: 2em !important }');
                  document.adoptedStyleSheets.push(spacing);
                }
                """
            );
            foreach (var width in new[] { 1280, 320 })
            {
                await page.SetViewportSizeAsync(width, 800);
                Assert.Empty(await page.EvaluateAsync<string[]>(CutOff));
            }
        }
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task The_focus_has_a_ring_of_two_pixels_with_a_contrast_of_3_to_1(int width)
    {
        await using var context = await site.NewContextAsync(width);
        var page = await context.NewPageAsync();
        foreach (var path in Kinds)
        {
            await page.GotoAsync(path);
            for (var i = 0; i < 25; i++)
            {
                await page.Keyboard.PressAsync("Tab");
                Assert.Equal("", await page.EvaluateAsync<string>(FaultOfRing));
            }
        }
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
