using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Ladders;

/// <summary>Tests the two views of a matrix: the overview of all levels, and the chosen levels in full.</summary>
public sealed class MatrixTests(BuiltSite site, LadderOfOne ladder)
    : IClassFixture<LadderOfOne>,
        IClassFixture<BuiltSite>
{
    private const string Matrix = "/ladders/data-science/matrix/";

    /// <summary>The width of a card that only screen readers and the keyboard reach.</summary>
    private const string Hidden = "1px";

    private const string ScrollsSideways =
        "document.documentElement.scrollWidth > document.documentElement.clientWidth";

    [Theory]
    [InlineData(1440)]
    [InlineData(1920)]
    public async Task The_overview_shows_every_level_and_dimension_on_one_screen(int width)
    {
        await using var context = await site.NewContextAsync(width);
        var page = await OpenAsync(context, Matrix);
        await page.SetViewportSizeAsync(width, 900);
        var region = page.GetByRole(AriaRole.Region);
        Assert.True(
            await region.EvaluateAsync<bool>("r => r.scrollWidth <= r.clientWidth && r.scrollHeight <= r.clientHeight")
        );
        Assert.InRange((await region.BoundingBoxAsync())!.Width, width - 80, width);
        Assert.Equal(14, await page.Locator(".matrix th[data-level]:visible").CountAsync());
        Assert.Equal(
            ["Shared 4", "Individual 5", "Manager 5"],
            await page.Locator(".tracks th[data-track]")
                .EvaluateAllAsync<string[]>("all => all.map(th => `${th.innerText} ${th.colSpan}`)")
        );

        // The tallest of seven rows like these is a seventh of the window, without the heads.
        var rows = await page.Locator(".matrix tbody tr")
            .EvaluateAllAsync<double[]>("all => all.map(row => row.getBoundingClientRect().height)");
        Assert.InRange(rows.Max(), 1, (900 - 100) / 7.0);
    }

    [Fact]
    public async Task Chosen_levels_are_shown_in_full_and_back_forward_and_reload_restore_them()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context, Matrix);
        var fold = page.Locator("[id='scope.staff'] details:not(.used-by)");
        await Assertions.Expect(fold).Not.ToHaveAttributeAsync("open", "");
        await Chip(page, "Senior Data Scientist L5").ClickAsync();
        await Chip(page, "Staff Data Scientist L6").ClickAsync();
        await AssertPairAsync();

        await page.ReloadAsync();
        await AssertPairAsync();
        await page.GoBackAsync();
        Assert.EndsWith("?levels=senior", page.Url);
        await Assertions.Expect(Chip(page, "Staff Data Scientist L6")).ToHaveAttributeAsync("aria-pressed", "false");
        await Assertions.Expect(page.Locator("th[data-level=staff]")).ToBeHiddenAsync();
        await page.GoForwardAsync();
        await AssertPairAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();
        Assert.EndsWith(Matrix, page.Url);
        await Assertions.Expect(page.Locator(".matrix th[data-level]:visible")).ToHaveCountAsync(14);
        await Assertions.Expect(fold).Not.ToHaveAttributeAsync("open", "");

        async Task AssertPairAsync()
        {
            Assert.EndsWith("?levels=senior,staff", page.Url);
            await Assertions.Expect(Chip(page, "Staff Data Scientist L6")).ToHaveAttributeAsync("aria-pressed", "true");
            await Assertions.Expect(page.Locator(".matrix th[data-level]:visible")).ToHaveCountAsync(2);
            await Assertions.Expect(fold).ToHaveAttributeAsync("open", "");
            await Assertions
                .Expect(page.Locator("[id='scope.staff'] .cell-summary"))
                .ToHaveCSSAsync("font-size", "17px");
            await Assertions
                .Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new("^What changes from Senior") }))
                .ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task A_click_on_the_name_of_a_level_chooses_it()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context, Matrix);
        await page.Locator("th[data-level=staff] .code").ClickAsync();
        Assert.EndsWith("?levels=staff", page.Url);
        await Assertions.Expect(Chip(page, "Staff Data Scientist L6")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Theory]
    [InlineData("?levels=nobody,senior&track=x&dimensions=y,scope&text=%20", 1, 1)]
    [InlineData("?track=individual,manager&levels=", 14, 4)]
    [InlineData("?track=manager&levels=staff", 9, 4)]
    public async Task Values_that_the_ladder_does_not_know_are_ignored(string query, int levels, int dimensions)
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context, Matrix + query);
        await Assertions.Expect(page.Locator(".matrix th[data-level]:visible")).ToHaveCountAsync(levels);
        await Assertions.Expect(page.Locator(".matrix tbody tr:visible")).ToHaveCountAsync(dimensions);
    }

    [Theory]
    [InlineData("A&B")]
    [InlineData("c# 100%")]
    [InlineData("a+b, c")]
    public async Task Any_words_are_found_again_after_a_reload(string words)
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context, Matrix);
        await page.GetByLabel("Find in matrix").FillAsync(words);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByLabel("Find in matrix")).ToHaveValueAsync(words);
        await Assertions.Expect(page.Locator(".matrix-filter output")).ToContainTextAsync("No matches");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?levels=senior,staff")]
    public async Task The_links_of_a_cell_are_shown_on_hover_on_focus_and_on_a_click(string query)
    {
        await using var context = await site.NewContextAsync(1440);
        var page = await OpenAsync(context, Matrix + query);
        await page.SetViewportSizeAsync(1440, 2000);
        var link = page.GetByRole(
            AriaRole.Link,
            new() { Name = "Copy link to Scope at Senior Data Scientist", Exact = true }
        );
        await AssertShownAsync(false);
        await page.Locator("[id='scope.senior'] .cell-summary").HoverAsync();
        await AssertShownAsync(true);
        await page.Mouse.MoveAsync(0, 0);
        await AssertShownAsync(false);
        await link.FocusAsync();
        await AssertShownAsync(true);
        await page.GetByLabel("Find in matrix").FocusAsync();
        await AssertShownAsync(false);
        await page.Locator("[id='scope.senior'] .cell-summary").ClickAsync();
        await page.Mouse.MoveAsync(0, 0);
        await AssertShownAsync(true);

        async Task AssertShownAsync(bool isShown) =>
            await page.WaitForFunctionAsync(
                """
                ([link, isShown]) => {
                  const { left, top, width, height } = link.getBoundingClientRect();
                  const at = document.elementFromPoint(left + width / 2, top + height / 2);
                  return (link.contains(at) && getComputedStyle(link.parentElement).opacity === '1') === isShown;
                }
                """,
                new object[] { await link.ElementHandleAsync(), isShown },
                new() { Timeout = 20_000 }
            );
    }

    [Fact]
    public async Task In_the_overview_one_card_of_signals_is_open_and_Escape_closes_it()
    {
        await using var context = await site.NewContextAsync(1440);
        var page = await OpenAsync(context, Matrix + "#scope.staff.problem");
        var first = page.Locator("[id='scope.staff'] details:not(.used-by)");
        var second = page.Locator("[id='scope.senior'] details:not(.used-by)");
        await Assertions.Expect(page.Locator("[id='scope.staff.problem']")).ToBeInViewportAsync();
        await page.Locator("[id='scope.senior'] .cell-summary").ClickAsync();
        await Assertions.Expect(second).ToHaveAttributeAsync("open", "");
        await Assertions.Expect(first).Not.ToHaveAttributeAsync("open", "");
        await second.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(second).Not.ToHaveAttributeAsync("open", "");
    }

    [Fact]
    public async Task Escape_hides_the_card_under_the_pointer_until_the_pointer_has_left_its_cell()
    {
        await using var context = await site.NewContextAsync(1440);
        var page = await OpenAsync(context, Matrix);
        var card = page.Locator("[id='scope.staff'] .cell-more");
        await page.Locator("[id='scope.staff'] .cell-summary").HoverAsync();
        await Assertions.Expect(card).Not.ToHaveCSSAsync("width", Hidden);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(card).ToHaveCSSAsync("width", Hidden);
        await page.Locator("[id='scope.senior'] .cell-summary").HoverAsync();
        await page.Locator("[id='scope.staff'] .cell-summary").HoverAsync();
        await Assertions.Expect(card).Not.ToHaveCSSAsync("width", Hidden);
    }

    [Fact]
    public async Task The_names_of_the_level_and_the_dimension_of_a_cell_in_use_are_marked()
    {
        await using var context = await site.NewContextAsync(1440);
        var page = await OpenAsync(context, Matrix);
        await page.Locator("[id='scope.staff'] .cell-summary").HoverAsync();
        await Assertions.Expect(page.Locator("th.is-here")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("th.is-here[data-level]")).ToHaveAttributeAsync("data-level", "staff");
        await page.Locator("[id='scope.senior'] summary").First.FocusAsync();
        await Assertions.Expect(page.Locator("th.is-here[data-level]")).ToHaveAttributeAsync("data-level", "senior");
    }

    [Fact]
    public async Task On_a_phone_levels_are_chosen_first()
    {
        await using var context = await site.NewTouchContextAsync();
        var page = await OpenAsync(context, Matrix);
        await Assertions.Expect(page.Locator(".matrix-region")).ToBeHiddenAsync();
        Assert.InRange(await HeightAsync(page), 1, 2500);
        await Chip(page, "Staff Data Scientist L6").TapAsync();
        await Chip(page, "Data Science Manager M6").TapAsync();
        Assert.EndsWith("?levels=staff,manager", page.Url);
        await Assertions.Expect(page.Locator(".matrix td:visible")).ToHaveCountAsync(8);
        Assert.False(await page.EvaluateAsync<bool>(ScrollsSideways));

        var link = page.Locator("[id='scope.staff'] .cell-foot a").First;
        await Assertions.Expect(page.Locator("[id='scope.staff'] .cell-foot")).ToHaveCSSAsync("position", "absolute");
        await page.Locator("[id='scope.staff'] .cell-summary").TapAsync();
        await Assertions.Expect(page.Locator("[id='scope.staff'] .cell-foot")).ToHaveCSSAsync("position", "static");
        Assert.InRange((await link.BoundingBoxAsync())!.Height, 43.5, 100);
    }

    [Fact]
    public async Task On_a_phone_a_link_to_a_signal_chooses_its_level()
    {
        await using var context = await site.NewTouchContextAsync();
        var page = await OpenAsync(context, Matrix + "#scope.staff.problem");
        Assert.EndsWith("?levels=staff#scope.staff.problem", page.Url);
        await Assertions.Expect(page.Locator("[id='scope.staff.problem']")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator(".matrix td:visible")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task On_a_phone_only_cells_with_the_words_are_shown()
    {
        await using var context = await site.NewTouchContextAsync();
        var page = await OpenAsync(context, Matrix + "?text=budget");
        await Assertions.Expect(page.Locator(".matrix td:visible").First).ToBeVisibleAsync();
        Assert.All(
            await page.Locator(".matrix td:visible").AllTextContentsAsync(),
            text => Assert.Contains("budget", text, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task A_ladder_of_one_level_can_be_read()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context, ladder.Matrix);
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "Track" })).ToHaveCountAsync(0);
        await Chip(page, "Member").ClickAsync();
        await Assertions.Expect(page.Locator("[id='work.member.ask']")).ToBeVisibleAsync();
        Assert.False(await page.EvaluateAsync<bool>(ScrollsSideways));
    }

    private static ILocator Chip(IPage page, string name) =>
        page.GetByRole(AriaRole.Group, new() { Name = "Levels" })
            .GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static Task<double> HeightAsync(IPage page) =>
        page.EvaluateAsync<double>("document.documentElement.scrollHeight");

    private static async Task<IPage> OpenAsync(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }
}
