using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>Tests the map of a small site and of one with many sections, and the neighbourhood of each page.</summary>
public sealed class MapTests(BuiltSite site, SectionedSite sectioned)
    : IClassFixture<SectionedSite>,
        IClassFixture<BuiltSite>
{
    /// <summary>The texts in the map that is shown, which leave their box.</summary>
    private const string TextOutside = """
        [...document.querySelectorAll('.map-figure svg')].filter((s) => s.checkVisibility())
          .flatMap((s) => [...s.querySelectorAll('a:has(> .box)')]).flatMap((box) => {
          const frame = box.querySelector('.box').getBoundingClientRect();
          return [...box.querySelectorAll('text')].filter((t) => {
            const r = t.getBoundingClientRect(); return r.left < frame.left
            || r.right > frame.right || r.top < frame.top || r.bottom > frame.bottom; })
            .map((t) => t.textContent);
        })
        """;

    /// <summary>Each map is opened once, because that takes longer than to examine it.</summary>
    [Fact]
    public async Task One_variant_of_the_map_is_shown_completely_is_readable_and_no_text_leaves_its_box()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        foreach (var address in Maps)
        {
            await page.GotoAsync(address);
            foreach (var width in new[] { 320, 375, 768, 900, 1280, 1440 })
            {
                await page.SetViewportSizeAsync(width, 800);
                var scales = await page.EvaluateAsync<double[]>(
                    "[...document.querySelectorAll('.map-figure svg')].filter((s) => s.checkVisibility())"
                        + ".map((s) => s.getBoundingClientRect().width / s.viewBox.baseVal.width)"
                );
                Assert.InRange(Assert.Single(scales), 0.8, 1);
                Assert.False(
                    await page.EvaluateAsync<bool>(
                        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
                    ),
                    $"{address} at {width} px"
                );
                Assert.Empty(await page.EvaluateAsync<string[]>(TextOutside));
            }
        }
    }

    [Theory]
    [InlineData(375)]
    [InlineData(1280)]
    public async Task The_keyboard_reaches_every_section_in_order_with_a_visible_focus(int width)
    {
        await using var context = await site.NewContextAsync(width, scripts: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/map/");
        await page.GetByRole(AriaRole.Link, new() { Name = "View as a list" }).FocusAsync();
        var reached = new List<string>();
        var calm = await page.Locator(".map-figure a:has(.box):visible .box")
            .First.EvaluateAsync<string>("(b) => getComputedStyle(b).stroke");
        for (var name = ""; name is not null; )
        {
            await page.Keyboard.PressAsync("Tab");
            name = await page.EvaluateAsync<string?>(
                "document.activeElement.closest('.map-figure') && "
                    + "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent)"
            );
            if (name is not null)
                reached.Add(name);
            if (name?.StartsWith("Ladders,", StringComparison.Ordinal) == true)
                Assert.NotEqual(
                    calm,
                    await page.EvaluateAsync<string>(
                        "getComputedStyle(document.activeElement.querySelector('.box')).stroke"
                    )
                );
        }

        var sections = site.Site.Root.Entries.Where(e => e.Folder is not null).Select(e => e.Label).ToList();
        Assert.Equal(
            sections,
            reached.Where(r => Regex.IsMatch(r, @", \d+ pages$")).Select(r => r[..r.LastIndexOf(',')])
        );
        Assert.Equal(
            sections,
            reached.Where(r => r.StartsWith("Map of ", StringComparison.Ordinal)).Select(r => r["Map of ".Length..])
        );
    }

    [Fact]
    public async Task Enter_on_a_section_leads_to_its_page_and_Map_to_its_map()
    {
        await using var context = await site.NewContextAsync(1280, scripts: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/map/");
        await page.Locator(".for-wide a[aria-label^='Ladders,']").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/map/ladders/$"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Map", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/map/$"));
        await page.Locator(".for-wide a[aria-label^='Ladders,']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/ladders/$"));
    }

    [Fact]
    public async Task A_section_under_the_pointer_or_with_the_focus_shows_its_links()
    {
        await using var context = await site.NewContextAsync(1280, scripts: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/map/");
        var staff = page.Locator(".for-wide a[aria-label^='Staff,']");
        Assert.Equal(0, await Shining(page));
        await staff.HoverAsync();
        Assert.True(await Shining(page) > 2);
        await page.Mouse.MoveAsync(0, 0);
        Assert.Equal(0, await Shining(page));
        await staff.FocusAsync();
        Assert.True(await Shining(page) > 2);
    }

    [Fact]
    public async Task A_touch_opens_a_section_and_its_map()
    {
        await using var context = await site.NewTouchContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/map/");
        await page.Locator(".for-narrow a[aria-label^='Staff,']")
            .TapAsync(
                new()
                {
                    Position = new() { X = 30, Y = 12 },
                }
            );
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/staff/$"));
        await page.GoBackAsync();
        await page.Locator(".for-narrow a[aria-label='Map of Staff']").TapAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/map/staff/$"));
    }

    [Fact]
    public async Task The_list_has_the_same_content_as_the_map()
    {
        await using var context = await site.NewContextAsync(1280);
        var page = await context.NewPageAsync();
        foreach (var address in Maps)
        {
            await page.GotoAsync(address);
            Assert.Empty(
                await page.EvaluateAsync<string[]>(
                    """
                    (() => { const words = new Set([...document.querySelectorAll('.map-words a')].map((a) => a.href));
                      const hrefOf = (a) => a.href.baseVal ? new URL(a.href.baseVal, document.baseURI).href : a.href;
                      return [...document.querySelectorAll('.map-figure a')]
                        .filter((a) => !words.has(hrefOf(a))).map((a) => a.textContent.trim()); })()
                    """
                )
            );
        }

        await page.GotoAsync("/map/");
        Assert.Matches(
            @"Links to Ladders \d+ times",
            await page.Locator(".map-list > li", new() { HasText = "Pages in Roles" }).InnerTextAsync()
        );
    }

    [Theory]
    [InlineData(375, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_when_folded_parts_of_maps_are_open(int width, ColorScheme colours)
    {
        await using var context = await site.NewContextAsync(width, colours);
        var page = await context.NewPageAsync();
        foreach (var address in new[] { "/map/staff/", sectioned.At("/map/"), "/staff/clarity/" })
        {
            await page.GotoAsync(address);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach((d) => { d.open = true; })");
            Assert.Equal([], (await Axe.FoundOnAsync(page, "main")).Select(found => $"{address}: {found}"));
        }
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task The_lines_around_a_page_end_at_the_names_of_their_pages(int width)
    {
        await using var context = await site.NewContextAsync(width);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/staff/clarity/");
        await page.Locator(".connections > summary").ClickAsync();
        Assert.Empty(
            await page.EvaluateAsync<string[]>(
                """
                ['from', 'to'].flatMap((side) => {
                  const square = document.querySelector(`.neighbourhood svg.${side}`).getBoundingClientRect();
                  const path = document.querySelector(`.neighbourhood svg.${side} path`).getAttribute('d');
                  const ends = [...path.matchAll(/M[\d.]+ ([\d.]+)/g)]
                    .map((m) => square.top + (m[1] * square.height) / 100);
                  const rows = [...document.querySelectorAll(`.neighbourhood ul.${side} li`)]
                    .map((l) => l.getBoundingClientRect());
                  if (rows.length !== ends.length) return [`${side}: ${rows.length} names, ${ends.length} lines`];
                  return ends.filter((y, i) => Math.abs(y - (rows[i].top + rows[i].bottom) / 2) > 2)
                    .map((y) => `${side}: ${y}`);
                })
                """
            )
        );
    }

    [Fact]
    public async Task Around_a_page_the_keyboard_reaches_each_link_once()
    {
        await using var context = await site.NewContextAsync(1280, scripts: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/staff/clarity/");
        await page.Locator(".connections > summary").ClickAsync();
        await page.Locator(".around ul.to a").First.FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        Assert.False(await page.EvaluateAsync<bool>("document.activeElement.matches('.around *')"));
        Assert.Contains("list", await page.Locator(".around").AriaSnapshotAsync());
        Assert.DoesNotContain("Links here", await page.Locator(".around").AriaSnapshotAsync());
    }

    private string[] Maps =>
        ["/map/", "/map/ladders/", "/map/staff/", sectioned.At("/map/"), sectioned.At("/map/section-3/")];

    private static Task<int> Shining(IPage page) =>
        page.EvaluateAsync<int>(
            "[...document.querySelectorAll('.ties')].filter((g) => getComputedStyle(g).display !== "
                + "'none').reduce((n, g) => n + g.children.length, 0)"
        );
}
