using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>Tests link previews: with a pointer and keyboard, and not on a touch screen.</summary>
public sealed class LinkPreviewTests(BuiltSite site, LinkedSite linked)
    : IClassFixture<LinkedSite>,
        IClassFixture<BuiltSite>
{
    private const string Panel = ".link-panel";

    [Fact]
    public async Task A_pointer_that_rests_on_a_link_opens_a_preview()
    {
        await using var context = await site.NewContextAsync();
        var (page, asked) = await OpenAsync(context);
        await StopTimeAsync(page);
        await Link(page, "the page").HoverAsync();
        await page.Clock.RunForAsync(290);
        await Assertions.Expect(page.Locator(Panel)).ToBeHiddenAsync();
        Assert.Empty(asked);
        await page.Clock.RunForAsync(20);
        await Assertions.Expect(page.Locator(".preview-title")).ToHaveTextAsync("Page");
        await Assertions.Expect(page.Locator(Panel)).ToContainTextAsync("An AUC says little about cost.");

        // The preview stays while the pointer is on it or on the link.
        await page.Locator(Panel).HoverAsync();
        await page.Clock.RunForAsync(1000);
        await Assertions.Expect(page.Locator(Panel)).ToBeVisibleAsync();
        await page.Mouse.MoveAsync(5, 700);
        await page.Clock.RunForAsync(160);
        await Assertions.Expect(page.Locator(Panel)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_pointer_that_only_passes_opens_and_fetches_no_preview()
    {
        await using var context = await site.NewContextAsync();
        var (page, asked) = await OpenAsync(context);
        await StopTimeAsync(page);
        await Link(page, "the page").HoverAsync();
        await page.Clock.RunForAsync(200);
        await page.Mouse.MoveAsync(5, 700);
        await page.Clock.RunForAsync(1000);
        await Assertions.Expect(page.Locator(Panel)).ToBeHiddenAsync();
        Assert.Empty(asked);
    }

    [Fact]
    public async Task A_preview_shows_kind_title_section_and_description_and_is_fetched_once()
    {
        await using var context = await site.NewContextAsync();
        var (page, asked) = await OpenAsync(context);
        await Link(page, "its neighbour").HoverAsync();
        await Assertions
            .Expect(page.Locator(".preview > *"))
            .ToHaveTextAsync(["page", "More", "Part", "Nothing of it."]);
        await Link(page, "the beginning").HoverAsync();
        await Assertions.Expect(page.Locator(".preview-title")).ToHaveTextAsync("Linked");
        await page.GotoAsync(linked.At("/"));
        await Link(page, "tour").HoverAsync();
        await Assertions
            .Expect(page.Locator(".preview > *"))
            .ToHaveTextAsync(["stage", "Tour", "Where to go, and in which order."]);
        Assert.Equal(4, asked.Count);
    }

    [Fact]
    public async Task Keyboard_focus_opens_the_preview_and_Escape_closes_only_that()
    {
        await using var context = await site.NewContextAsync();
        var (page, _) = await OpenAsync(context);
        await page.EvaluateAsync(
            "addEventListener('keydown', e => { if (e.key === 'Escape') document.body.dataset.escaped = "
                + "e.defaultPrevented; })"
        );
        await TabToAsync(page, "the page");
        await Assertions.Expect(page.Locator(".preview-title")).ToHaveTextAsync("Page");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(Panel)).ToBeHiddenAsync();
        await Assertions.Expect(Link(page, "the page")).ToBeFocusedAsync();
        await Assertions
            .Expect(page.Locator("body"))
            .Not.ToHaveAttributeAsync("data-escaped", new System.Text.RegularExpressions.Regex(".*"));
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-escaped", "false");

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".preview-title")).ToHaveTextAsync("More");
    }

    [Fact]
    public async Task A_pointer_that_leaves_does_not_close_what_the_keyboard_opened()
    {
        await using var context = await site.NewContextAsync();
        var (page, _) = await OpenAsync(context);
        await TabToAsync(page, "the page");
        await Assertions.Expect(page.Locator(Panel)).ToBeVisibleAsync();
        await StopTimeAsync(page);
        await page.Locator(Panel).HoverAsync();
        await page.Mouse.MoveAsync(5, 700);
        await page.Clock.RunForAsync(1000);
        await Assertions.Expect(page.Locator(Panel)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Opening_the_search_closes_the_panel()
    {
        await using var context = await site.NewContextAsync();
        var (page, _) = await OpenAsync(context);
        await Link(page, "the page").HoverAsync();
        await Assertions.Expect(page.Locator(Panel)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("dialog")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(Panel)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_touch_follows_the_link_without_a_preview()
    {
        await using var context = await site.NewTouchContextAsync();
        var (page, asked) = await OpenAsync(context);
        await StopTimeAsync(page);
        await page.EvaluateAsync("document.addEventListener('click', e => e.preventDefault())");
        await Link(page, "the page").TapAsync();
        await page.Clock.RunForAsync(2000);
        await Assertions.Expect(page.Locator(Panel)).ToBeHiddenAsync();
        Assert.Empty(asked);
    }

    [Fact]
    public async Task A_link_to_a_term_shows_its_definition_in_the_only_panel()
    {
        await using var context = await site.NewContextAsync();
        var (page, asked) = await OpenAsync(context);
        await TabToAsync(page, "drift");
        await Assertions.Expect(page.Locator(Panel)).ToContainTextAsync("Data that is no longer what it was.");
        await Assertions.Expect(page.Locator(".preview")).ToHaveCountAsync(0);
        Assert.Empty(asked);

        await Link(page, "the page").HoverAsync();
        await Assertions.Expect(page.Locator(".preview-title")).ToHaveTextAsync("Page");
        await Assertions.Expect(page.Locator(":popover-open")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".definition")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Navigation_and_links_within_the_page_have_no_preview()
    {
        await using var context = await site.NewContextAsync();
        var (page, asked) = await OpenAsync(context);
        await StopTimeAsync(page);
        foreach (
            var link in new[]
            {
                Link(page, "this very page"),
                Link(page, "elsewhere"),
                page.Locator(".breadcrumbs a").First,
                page.Locator(".site-footer a").First,
                page.Locator(".neighbours a").First,
            }
        )
        {
            await link.HoverAsync();
            await page.Clock.RunForAsync(2000);
            await Assertions.Expect(page.Locator(Panel)).ToBeHiddenAsync();
        }

        Assert.Empty(asked);
    }

    [Fact]
    public async Task A_failed_preview_is_ignored_and_fetched_again_later()
    {
        await using var context = await site.NewContextAsync();
        var (page, asked) = await OpenAsync(context);
        var faults = new List<string>();
        page.PageError += (_, fault) => faults.Add(fault);
        var failed = new TaskCompletionSource();
        page.RequestFailed += (_, _) => failed.TrySetResult();
        await page.RouteAsync("**/api/previews/*", route => route.AbortAsync());
        await Link(page, "the page").HoverAsync();
        await failed.Task;
        await Assertions.Expect(page.Locator(Panel)).ToBeHiddenAsync();
        Assert.Single(asked);

        await page.UnrouteAllAsync();
        await page.Mouse.MoveAsync(5, 700);
        await Link(page, "the page").HoverAsync();
        await Assertions.Expect(page.Locator(".preview-title")).ToHaveTextAsync("Page");
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Readers_who_save_data_get_no_previews()
    {
        await using var context = await site.NewContextAsync();
        await context.AddInitScriptAsync(
            "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
        );
        var (page, asked) = await OpenAsync(context);
        await StopTimeAsync(page);
        await Link(page, "the page").HoverAsync();
        await page.Clock.RunForAsync(2000);
        await Assertions.Expect(page.Locator(Panel)).ToBeHiddenAsync();
        Assert.Empty(asked);
    }

    [Fact]
    public async Task A_site_below_a_path_has_previews_too()
    {
        await using var context = await site.NewContextAsync();
        await context.RouteAsync(
            "**/some/where/**",
            route =>
                route.ContinueAsync(
                    new() { Url = route.Request.Url.Replace("/some/where/", "/", StringComparison.Ordinal) }
                )
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(linked.At("/some/where/tour/"));
        await Link(page, "its neighbour").HoverAsync();
        await Assertions.Expect(page.Locator(".preview-section")).ToHaveTextAsync("Part");
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task The_panel_stays_in_the_window_does_not_cover_its_link_and_moves_nothing(int width)
    {
        await using var context = await site.NewContextAsync(width);
        var (page, _) = await OpenAsync(context);
        var link = page.Locator("main a").Filter(new() { HasText = "a name so long" });
        await link.ScrollIntoViewIfNeededAsync();
        var before = (await link.BoundingBoxAsync())!;
        await link.HoverAsync(
            new()
            {
                Position = new() { X = 4, Y = before.Height - 8 },
            }
        );
        await Assertions.Expect(page.Locator(Panel)).ToBeVisibleAsync();
        var after = (await link.BoundingBoxAsync())!;
        var panel = (await page.Locator(Panel).BoundingBoxAsync())!;
        Assert.Equal((before.X, before.Y), (after.X, after.Y));
        Assert.True(panel.Y >= after.Y + after.Height || panel.Y + panel.Height <= after.Y);
        Assert.InRange(panel.X, 0, width - panel.Width);
        Assert.False(
            await page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            )
        );
    }

    [Theory]
    [InlineData("/ladders/data-science/matrix/", ".matrix thead a", "level")]
    [InlineData("/ladders/data-science/matrix/?levels=intern", ".matrix .cell-foot a:nth-child(2)", "dimension")]
    [InlineData("/ladders/data-science/", ".ladder-diagram a", "level")]
    [InlineData("/ladders/data-science/compare/", "main article li a", "ladder")]
    [InlineData("/tags/", ".entry-list a", "page")]
    [InlineData("/review/", "main th a", null)]
    [InlineData("/staff/clarity/", ".connections .backlinks a", null)]
    public async Task Links_of_generated_pages_and_lists_have_previews_too(string path, string link, string? kind)
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        await page.Locator("details.connections")
            .EvaluateAllAsync<object>("all => all.forEach(fold => (fold.open = true))");
        await page.Locator(link).First.HoverAsync();
        await Assertions.Expect(page.Locator(".preview-title")).ToBeVisibleAsync();
        if (kind is not null)
            await Assertions.Expect(page.Locator(".preview-kind")).ToHaveTextAsync(kind);
    }

    [Fact]
    public async Task A_list_shows_the_summaries_of_its_entries_once()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/tags/workshop/");
        await StopTimeAsync(page);
        await page.Locator(".entry-list a").First.HoverAsync();
        await page.Clock.RunForAsync(2000);
        await Assertions.Expect(page.Locator(Panel)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task No_panel_is_printed()
    {
        await using var context = await site.NewContextAsync();
        var (page, _) = await OpenAsync(context);
        await TabToAsync(page, "the page");
        await Assertions.Expect(page.Locator(Panel)).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator(Panel)).ToHaveCSSAsync("display", "none");
    }

    [Fact]
    public async Task Axe_finds_nothing_with_the_panel_open_and_no_id_occurs_twice()
    {
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var context = await site.NewContextAsync(colours: colours);
            var page = await context.NewPageAsync();
            foreach (
                var (address, link) in new[]
                {
                    (linked.At("/tour/"), "main p a[href*='#part']"),
                    (site.Address + "/ladders/data-science/levels/staff/", ".expectation h3 a"),
                    (site.Address + "/ladders/data-science/matrix/", ".matrix thead a"),
                }
            )
            {
                await page.GotoAsync(address);
                await page.Locator(link).First.HoverAsync();
                await Assertions.Expect(page.Locator(Panel)).ToHaveCSSAsync("opacity", "1");
                Assert.Empty(await Axe.FoundOnAsync(page, Panel));
                Assert.Empty(
                    await page.EvaluateAsync<string[]>(
                        "(ids => ids.filter((id, i) => ids.indexOf(id) !== "
                            + "i))([...document.querySelectorAll('[id]')].map(e => e.id))"
                    )
                );
                await Assertions.Expect(page.Locator(Panel)).ToBeVisibleAsync();
            }
        }
    }

    [Fact]
    public async Task A_screen_reader_announces_only_the_link()
    {
        await using var context = await site.NewContextAsync();
        var (page, _) = await OpenAsync(context);
        await TabToAsync(page, "the page");
        await Assertions.Expect(page.Locator(Panel)).ToBeVisibleAsync();
        await Assertions.Expect(Link(page, "the page")).ToHaveAccessibleDescriptionAsync("");
        Assert.DoesNotContain(
            "An AUC says little",
            await page.Locator("body").AriaSnapshotAsync(),
            StringComparison.Ordinal
        );
    }

    /// <summary>From here on, timers only run as far as the test advances them, on any machine.</summary>
    private static async Task StopTimeAsync(IPage page)
    {
        await page.Clock.InstallAsync();
        await page.Clock.PauseAtAsync(DateTime.UtcNow.AddHours(1));
    }

    /// <summary>A page with links of all kinds, and the previews that it requests.</summary>
    private async Task<(IPage Page, List<string> Asked)> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        var asked = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/api/previews/", StringComparison.Ordinal))
                asked.Add(request.Url);
        };
        await page.GotoAsync(linked.At("/tour/"));
        return (page, asked);
    }

    private static ILocator Link(IPage page, string text) =>
        page.Locator("main article").GetByRole(AriaRole.Link, new() { Name = text, Exact = true });

    private static async Task TabToAsync(IPage page, string text)
    {
        for (var i = 0; i < 40; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.textContent") == text)
                return;
        }

        Assert.Fail($"Tab never comes to '{text}'.");
    }
}
