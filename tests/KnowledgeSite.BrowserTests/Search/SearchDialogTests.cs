using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Search;

/// <summary>
/// Tests search as readers use it: with keyboard and mouse, from a link, without scripts, and when it fails.
/// </summary>
public sealed class SearchDialogTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    private const string SomePage = "/staff/two-currencies/";

    [Fact]
    public async Task The_search_is_loaded_only_when_a_reader_opens_it()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
        await page.GotoAsync(SomePage, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.DoesNotContain(asked, a => a.StartsWith("/search/", StringComparison.Ordinal));

        await page.Keyboard.PressAsync("/");
        await Field(page).FillAsync("scope");
        await Results(page).First.WaitForAsync();
        Assert.Contains("/search/search.js", asked);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("Control+k")]
    [InlineData("Meta+k")]
    public async Task A_key_opens_the_search_arrows_select_Enter_follows_and_Escape_closes(string key)
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(SomePage);
        await page.Keyboard.PressAsync(key);
        await Field(page).WaitForAsync();
        await page.Keyboard.TypeAsync("force multiplier");
        await Assertions.Expect(Results(page).First).ToContainTextAsync("Force multiplier");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Results(page).First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(Field(page)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await page.Locator("dialog[open]").CountAsync());

        await page.Keyboard.PressAsync(key);
        await Assertions.Expect(Field(page)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/staff/force-multiplier/"));
    }

    [Fact]
    public async Task A_slash_right_after_escape_opens_it_again()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(SomePage);
        for (var time = 0; time < 20; time++)
        {
            await page.Keyboard.PressAsync("/");
            await Assertions.Expect(Field(page)).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Escape");
        }

        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(Field(page)).ToBeFocusedAsync();
        await Assertions.Expect(Field(page)).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_slash_typed_into_a_field_stays_a_slash()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/ladders/data-science/matrix/");
        await page.GetByLabel("Find in matrix").PressAsync("/");
        Assert.Equal("/", await page.GetByLabel("Find in matrix").InputValueAsync());
        Assert.Equal(0, await page.Locator("dialog").CountAsync());
    }

    [Fact]
    public async Task A_result_leads_to_its_section_and_marks_the_words_there()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(SomePage);
        await SearchAsync(page, "worked calculation");
        await page.Locator(".search-results mark").First.WaitForAsync();
        await Results(page).First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("^[^?]*#the-calculation$"));
        await page.Locator("article mark").First.WaitForAsync();
        Assert.All(
            await page.Locator("article mark").AllTextContentsAsync(),
            text => Assert.Matches("(?i)^(work|calculat)", text)
        );

        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await page.Locator("article mark").CountAsync());
    }

    [Fact]
    public async Task Highlights_do_not_change_spaces_and_are_removed_completely()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/ladders/data-science/compare/senior--staff/");
        var link = page.Locator(".comparison .actions a").First;
        var before = await page.Locator("main").InnerHTMLAsync();
        var width = (await link.BoundingBoxAsync())!.Width;
        await page.GotoAsync("/ladders/data-science/compare/senior--staff/?mark=senior&mark=scientist");
        await Assertions.Expect(link.Locator("mark")).ToHaveCountAsync(2);
        Assert.InRange((await link.BoundingBoxAsync())!.Width, width - 0.5, width + 0.5);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("mark")).ToHaveCountAsync(0);
        Assert.Equal(before, await page.Locator("main").InnerHTMLAsync());
    }

    [Fact]
    public async Task Results_can_be_limited_to_one_page_type()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/search/?q=staff");
        await Results(page).First.WaitForAsync();
        var all = await page.Locator(".result-trail").AllTextContentsAsync();
        await page.GetByLabel("Page type").SelectOptionAsync("level");

        // The kind is shown first, unless a folder of the breadcrumbs has its name.
        var level = new Regex("^Level · |› Levels$");
        var others = page.Locator(".result-trail").Filter(new() { HasNotTextRegex = level });
        await Assertions.Expect(others).ToHaveCountAsync(0);
        Assert.Contains(all, trail => !level.IsMatch(trail));
        Assert.EndsWith("?q=staff&kind=level", page.Url);
        await page.ReloadAsync();
        await Results(page).First.WaitForAsync();
        Assert.Equal("level", await page.GetByLabel("Page type").InputValueAsync());
        Assert.All(await page.Locator(".result-trail").AllTextContentsAsync(), trail => Assert.Matches(level, trail));
    }

    [Fact]
    public async Task Recent_searches_are_offered_until_they_are_cleared()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(SomePage);
        await SearchAsync(page, "generalist");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/generalist-trap/"));
        await page.WaitForLoadStateAsync();

        await page.Keyboard.PressAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "generalist", Exact = true }).ClickAsync();
        await Results(page).First.WaitForAsync();
        Assert.Equal("generalist", await Field(page).InputValueAsync());
        await Field(page).FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear recent searches" }).ClickAsync();
        Assert.Equal(0, await page.Locator(".search-results li").CountAsync());
        Assert.Equal("[]", await page.EvaluateAsync<string>("localStorage.getItem('knowledgesite:searches')"));
    }

    [Fact]
    public async Task The_number_of_results_is_announced_and_similar_words_are_suggested()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(SomePage);
        await SearchAsync(page, "L6");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Status))
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[1-9][0-9]* results?$"));

        await Field(page).FillAsync("xcopw ");
        await page.GetByRole(AriaRole.Button, new() { Name = "scope" }).ClickAsync();
        await Assertions.Expect(Results(page).First).ToContainTextAsync("Scope");
    }

    [Theory]
    [InlineData("<img src=x onerror=\"document.title='run'\">")]
    [InlineData("[a-z]+(.*)\\d{2,}$")]
    [InlineData("?!… — · “”")]
    [InlineData("😀👩‍👩‍👧")]
    public async Task Any_query_is_plain_text(string query)
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) => errors.Add(message.Text);
        await page.GotoAsync("/search/?q=" + Uri.EscapeDataString(query));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).Not.ToBeEmptyAsync();
        Assert.Equal(query, await Field(page).InputValueAsync());
        Assert.Equal(0, await page.Locator(".search-panel img").CountAsync());
        Assert.StartsWith("Search", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal([], errors);
    }

    [Fact]
    public async Task An_index_that_cannot_be_loaded_is_reported_with_a_link_to_all_pages_and_tried_again()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await context.RouteAsync("**/index.bin", route => route.AbortAsync());
        await page.GotoAsync(SomePage);
        await SearchAsync(page, "scope");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Search could not be loaded.");
        Assert.EndsWith(
            "/search/#site:letters",
            await page.GetByRole(AriaRole.Link, new() { Name = "browse all pages from A to Z" })
                .EvaluateAsync<string>("link => link.href"),
            StringComparison.Ordinal
        );

        await context.UnrouteAllAsync();
        await Field(page).FillAsync("scope ");
        await Results(page).First.WaitForAsync();
    }

    [Fact]
    public async Task An_open_page_searches_the_new_index_after_the_site_is_published_again()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(SomePage);
        var entry = await page.EvaluateAsync<string>("fetch('/search/search.js').then(answer => answer.text())");
        var version = Regex.Match(entry, "index/([0-9a-f]+)/").Groups[1].Value;

        // The page has the scripts of the previous version, whose index has been deleted.
        await context.RouteAsync(
            "**/search/search.js",
            route =>
                route.FulfillAsync(
                    new()
                    {
                        ContentType = "text/javascript",
                        Body = entry.Replace(version, "before", StringComparison.Ordinal),
                    }
                )
        );
        await context.RouteAsync(
            "**/search/index/before/*.js",
            async route =>
                await route.FulfillAsync(
                    new()
                    {
                        Response = await route.FetchAsync(
                            new() { Url = route.Request.Url.Replace("before", version, StringComparison.Ordinal) }
                        ),
                    }
                )
        );
        await SearchAsync(page, "force multiplier");
        await Results(page).First.WaitForAsync();
        Assert.Contains("Force multiplier", await Results(page).First.TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_the_search_link_leads_to_the_list_of_all_pages()
    {
        await using var context = await site.NewContextAsync(scripts: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(SomePage);
        await page.Locator(".search-link").ClickAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Letters" })
            .GetByRole(AriaRole.Link, new() { Name = "T", Exact = true })
            .ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Two currencies" }).ClickAsync();
        Assert.EndsWith(SomePage, page.Url);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    public async Task Axe_finds_nothing_in_the_open_search_and_it_fits_the_window(int width, ColorScheme colours)
    {
        await using var context = await site.NewContextAsync(width, colours);
        var page = await context.NewPageAsync();
        foreach (var path in new[] { SomePage, "/search/?q=staff" })
        {
            await page.GotoAsync(path);
            if (path == SomePage)
                await SearchAsync(page, "staff");
            await page.Locator(".search-results mark").First.WaitForAsync();
            Assert.Equal([], (await Axe.FoundOnAsync(page)).Select(found => $"{path}: {found}"));
            Assert.False(
                await page.EvaluateAsync<bool>(
                    "[document.documentElement, document.querySelector('.search-panel')].some(e => "
                        + "e.scrollWidth > e.clientWidth)"
                )
            );
        }
    }

    private static async Task SearchAsync(IPage page, string query)
    {
        await page.Locator(".search-link").ClickAsync();
        await Field(page).FillAsync(query);
    }

    private static ILocator Field(IPage page) =>
        page.GetByRole(AriaRole.Searchbox, new() { Name = "Search this site" });

    private static ILocator Results(IPage page) => page.Locator(".search-results a");
}
