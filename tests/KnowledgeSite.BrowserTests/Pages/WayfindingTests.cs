using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>Tests navigation: the sidebar, table of contents, breadcrumbs, copy links and keyboard shortcuts.</summary>
public sealed class WayfindingTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    private const string LevelPage = "/ladders/data-science/levels/staff/";
    private const string NextPath = "/tune-to-the-audience/";
    private const string StagePage = "/workflow/interrogate-metrics/";

    [Fact]
    public async Task The_sidebar_keeps_its_state_between_pages_and_marks_the_current_page()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/ladders/");
        var dimensions = page.Locator(".sidebar li:has(> a[href*='data-science/dimensions/']) > details").First;
        var scientist = page.Locator(".sidebar li:has(> a[href$='machine-learning-scientist/']) > details");
        Assert.True(await IsOpen(scientist));
        var wasOpen = await IsOpen(dimensions);
        await scientist.Locator("> summary").ClickAsync();
        await dimensions.Locator("> summary").ClickAsync();
        await page.EvaluateAsync("document.querySelector('.sidebar').scrollTop = 60");
        var top = await page.EvaluateAsync<double>("document.querySelector('.sidebar').scrollTop");
        await page.GotoAsync("/ladders/promotion/");
        Assert.False(await IsOpen(scientist));
        Assert.Equal(!wasOpen, await IsOpen(dimensions));
        Assert.Equal(top, await page.EvaluateAsync<double>("document.querySelector('.sidebar').scrollTop"));

        await page.GotoAsync("/ladders/machine-learning-scientist/");
        Assert.Equal("Machine learning scientist", await page.Locator(".sidebar [aria-current]").TextContentAsync());
        await Assertions.Expect(page.Locator(".sidebar [aria-current]")).ToBeInViewportAsync();
        await page.GotoAsync("/ladders/machine-learning-scientist/dimensions/craft/");
        Assert.True(await IsOpen(scientist), "The page lies in a fold that is closed.");
        await Assertions.Expect(page.Locator(".sidebar [aria-current]")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_phone_has_the_sidebar_folded_on_every_page()
    {
        await using var context = await site.NewTouchContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/workflow/");
        await page.Locator(".sidebar > details > summary").TapAsync();
        await page.Locator(".sidebar").GetByRole(AriaRole.Link, new() { Name = "Start simple" }).TapAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Start simple");
        Assert.False(await IsOpen(page.Locator(".sidebar > details")));
        Assert.False(await page.Locator(".shortcuts-button").IsVisibleAsync());
    }

    [Fact]
    public async Task The_table_of_contents_follows_the_scroll_position_to_the_end()
    {
        await using var context = await site.NewContextAsync(1440);
        var page = await context.NewPageAsync();
        await page.GotoAsync(StagePage);
        var here = page.Locator(".contents [aria-current=location]");
        var links = await page.Locator(".contents li a").AllTextContentsAsync();
        await page.EvaluateAsync("document.getElementById('questions-to-ask').scrollIntoView()");
        await Assertions.Expect(here).ToHaveTextAsync("Questions to ask");
        await page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        await Assertions.Expect(here).ToHaveTextAsync(links[^1]);
        await page.EvaluateAsync("scrollTo(0, 0)");
        await Assertions.Expect(here).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(StagePage, 6, "Interrogate metrics")]
    [InlineData(LevelPage, 6, "Staff Data Scientist")]
    public async Task A_step_shows_its_place_in_the_workflow(string path, int steps, string name)
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        Assert.Equal(steps, await page.Locator(".step-path a").CountAsync());
        Assert.Contains(
            name,
            await page.Locator(".step-path [aria-current=page]").TextContentAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_level_without_a_page_of_its_own_links_to_the_levels_around_it()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/ladders/machine-learning-scientist/levels/senior/");
        await page.Locator(".neighbours .next").ClickAsync();
        await page.Locator(".neighbours .previous").ClickAsync();
        Assert.EndsWith("/levels/senior/", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LevelPage, 375, new[] { "site:main", "site:contents", "site:pages", "site:find" })]
    [InlineData(LevelPage, 1280, new[] { "site:main", "site:contents", "site:pages", "site:find" })]
    [InlineData("/", 375, new[] { "site:main", "site:sections", "site:find" })]
    public async Task The_first_tab_stops_skip_to_the_text_its_headings_the_navigation_and_the_search(
        string path,
        int width,
        string[] places
    )
    {
        await using var context = await site.NewContextAsync(width, scripts: false);
        var page = await context.NewPageAsync();
        for (var stop = 0; stop < places.Length; stop++)
        {
            await page.GotoAsync(path);
            for (var tab = 0; tab <= stop; tab++)
                await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator($"[id='{places[stop]}']")).ToBeFocusedAsync();
        }

        Assert.Equal(places.Length, await page.Locator(".skip-link").CountAsync());
    }

    [Fact]
    public async Task Links_to_pages_headings_and_statements_are_copied_and_announced()
    {
        await using var context = await site.NewContextAsync();
        await PageClipboard.GiveToAsync(context);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/ladders/data-science/dimensions/scope/?from=mail#scope.mid");
        foreach (var id in new[] { "scope.senior", "scope.senior.map" })
        {
            await page.Locator($"[id='{id}'] .copy-link").ClickAsync();
            Assert.Equal(
                $"{site.Address}/ladders/data-science/dimensions/scope/?from=mail#{id}",
                await PageClipboard.ReadAsync(page)
            );
            await Assertions
                .Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Link copied." }))
                .ToBeVisibleAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        Assert.EndsWith("/scope/?from=mail", await PageClipboard.ReadAsync(page), StringComparison.Ordinal);
        Assert.True(await page.GetByRole(AriaRole.Button, new() { Name = "Print", Exact = true }).IsVisibleAsync());

        await page.GotoAsync("/ladders/data-science/matrix/");
        Assert.Equal(0, await page.Locator(".copy-link").CountAsync());
        var cell = page.Locator("[id='scope.senior']");
        await cell.Locator(".cell-summary").ClickAsync();
        await cell.Locator("[id='scope.senior.map'] .copy-link").ClickAsync();
        Assert.EndsWith("/matrix/#scope.senior.map", await PageClipboard.ReadAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_buttons_are_named_after_their_target()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/ladders/data-science/dimensions/scope/");
        var names = await page.Locator(".copy-link").EvaluateAllAsync<string[]>("marks => marks.map(m => m.ariaLabel)");
        Assert.Contains("Copy link to Senior Data Scientist", names);
        Assert.True(names.Length > 10);
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
        var statement = page.Locator("[id='scope.senior.map']");
        Assert.StartsWith(
            "Copy link to " + (await statement.InnerTextAsync()).Trim()[..20],
            await statement.Locator(".copy-link").GetAttributeAsync("aria-label"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_clipboard_access_the_link_leads_to_its_target()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new "
                + "Error('denied')) } })"
        );
        await page.GotoAsync(StagePage);
        await page.Locator("#questions-to-ask .copy-link").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#questions-to-ask$"));
    }

    [Fact]
    public async Task Shortcuts_go_to_the_next_and_previous_page_and_are_listed()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(StagePage);
        await Shown(page);
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/workflow/tune-to-the-audience/$"));
        await Shown(page);
        await page.Keyboard.PressAsync("p");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(StagePage + "$"));
        await Shown(page);
        await page.Keyboard.PressAsync("Shift+N");
        await page.Keyboard.PressAsync("Control+h");
        await page.Keyboard.PressAsync("?");
        var sheet = page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });
        await Assertions.Expect(sheet).ToBeVisibleAsync();
        Assert.Empty(await Axe.FoundOnAsync(page));
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(sheet).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("/");
        await page.GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("nth?");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("nth?");
        Assert.False(await sheet.IsVisibleAsync());
        Assert.EndsWith(StagePage, page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disabled_shortcuts_stay_disabled_and_their_list_can_still_be_opened()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(StagePage);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keyboard shortcuts" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Enable keyboard shortcuts" }).UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GotoAsync(LevelPage);
        foreach (var key in new[] { "?", "/", "t", "h" })
            await page.Keyboard.PressAsync(key);
        Assert.Equal(0, await page.Locator("dialog").CountAsync());
        Assert.Null(await page.Locator("html").GetAttributeAsync("data-theme"));
        Assert.EndsWith(LevelPage, page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keyboard shortcuts" }).ClickAsync();
        Assert.False(
            await page.GetByRole(AriaRole.Checkbox, new() { Name = "Enable keyboard shortcuts" }).IsCheckedAsync()
        );
    }

    [Fact]
    public async Task The_next_page_is_prefetched_once()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        var problems = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                problems.Add(message.Text);
        };
        await page.GotoAsync(StagePage);
        await page.RunAndWaitForRequestFinishedAsync(
            () => FocusNeighboursAsync(page),
            new() { Predicate = request => request.Url.EndsWith(NextPath, StringComparison.Ordinal) }
        );
        await Assertions.Expect(Prefetches(page)).ToHaveCountAsync(1);
        Assert.Empty(problems);
    }

    [Fact]
    public async Task No_page_is_prefetched_for_a_reader_who_saves_data()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(
            "Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })"
        );
        await page.GotoAsync(StagePage);
        await page.EvaluateAsync("customElements.whenDefined('page-prefetch').then(() => true)");

        // A prefetched page is requested as soon as its link gets the focus.
        await FocusNeighboursAsync(page);
        await Assertions.Expect(Prefetches(page)).ToHaveCountAsync(0);
    }

    private static async Task FocusNeighboursAsync(IPage page)
    {
        foreach (var link in new[] { ".next", ".previous", ".next" })
            await page.Locator($".neighbours {link}").FocusAsync();
    }

    private static ILocator Prefetches(IPage page) => page.Locator($"link[rel=prefetch][href$='{NextPath}']");

    /// <summary>Browsers ignore keys that are pressed before the first frame of a page.</summary>
    private static Task Shown(IPage page) =>
        page.EvaluateAsync(
            "customElements.whenDefined('site-shortcuts').then(() => new Promise(done => "
                + "requestAnimationFrame(() => requestAnimationFrame(done))))"
        );

    private static Task<bool> IsOpen(ILocator fold) => fold.EvaluateAsync<bool>("fold => fold.open");
}
