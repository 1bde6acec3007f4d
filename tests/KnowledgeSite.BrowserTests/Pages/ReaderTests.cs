using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

public sealed class ReaderTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    private const string LevelPage = "/ladders/data-science/levels/staff/";

    [Fact]
    public async Task The_first_tab_stop_skips_to_the_text()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(LevelPage);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to main content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("site:main", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Theory]
    [InlineData(375)]
    [InlineData(1280)]
    public async Task A_reader_without_scripts_finds_a_level_from_the_first_page(int width)
    {
        await using var context = await site.NewContextAsync(width, scripts: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Sections" })
            .GetByRole(AriaRole.Link, new() { Name = "Ladders" })
            .ClickAsync();
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Data science" }).First.ClickAsync();
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Levels", Exact = true }).First.ClickAsync();
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Staff", Exact = true }).First.ClickAsync();
        Assert.Equal("Staff Data Scientist", await page.Locator("h1").TextContentAsync());
    }

    [Fact]
    public async Task The_owner_below_the_title_links_to_the_details_of_the_page()
    {
        await using var context = await site.NewContextAsync(375, scripts: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(LevelPage);
        var owner = page.Locator(".byline a");
        await Assertions.Expect(owner).ToBeInViewportAsync();
        await owner.ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = "About this page" }))
            .ToBeInViewportAsync();
    }

    [Theory]
    [InlineData(375)]
    [InlineData(1280)]
    public async Task The_table_of_contents_links_to_the_owner_and_to_editing(int width)
    {
        await using var context = await site.NewContextAsync(width);
        var page = await context.NewPageAsync();
        await page.GotoAsync(LevelPage);
        if (width < 500)
            await page.Locator(".contents summary").ClickAsync();
        await page.Locator(".contents").GetByRole(AriaRole.Link, new() { Name = "About this page" }).ClickAsync();
        await Assertions.Expect(page.Locator(".about-page li", new() { HasText = "Owner" })).ToBeInViewportAsync();
        await Assertions
            .Expect(page.Locator(".about-page").GetByRole(AriaRole.Link, new() { Name = "Suggest a change" }))
            .ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_change_of_an_expectation_can_be_suggested_beside_it()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(LevelPage);
        var suggest = page.GetByRole(
            AriaRole.Link,
            new() { Name = "Suggest a change to Scope at Staff Data Scientist" }
        );
        Assert.EndsWith("&statement=scope.staff", await suggest.GetAttributeAsync("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(375)]
    [InlineData(1280)]
    public async Task The_sheet_of_a_workshop_can_be_printed_from_its_first_screen(int width)
    {
        await using var context = await site.NewContextAsync(width);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/workshops/audit-your-week/");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Button, new() { Name = "Print: Participant sheet", Exact = true }))
            .ToBeInViewportAsync();
    }

    [Theory]
    [InlineData(375)]
    [InlineData(1280)]
    public async Task A_link_to_a_heading_shows_the_heading(int width)
    {
        await using var context = await site.NewContextAsync(width);
        var page = await context.NewPageAsync();
        await page.GotoAsync(LevelPage + "#strategy");
        Assert.True(
            await page.EvaluateAsync<bool>(
                "(() => { const r = document.getElementById('strategy').getBoundingClientRect(); const top = "
                    + "document.elementFromPoint(r.left + 2, r.top + r.height / 2); return r.top >= 0 && r.bottom "
                    + "<= innerHeight && top.closest('#strategy') !== null })()"
            )
        );
    }

    [Fact]
    public async Task The_page_is_dark_if_the_system_is()
    {
        Assert.True(await Brightness(ColorScheme.Light) > 200);
        Assert.True(await Brightness(ColorScheme.Dark) < 60);
    }

    [Fact]
    public async Task The_first_screen_of_a_phone_shows_the_text()
    {
        await using var context = await site.NewContextAsync(375);
        var page = await context.NewPageAsync();
        await page.GotoAsync(LevelPage);
        var heading = await page.Locator("h1").BoundingBoxAsync();
        Assert.True(heading!.Y < 400, $"The title begins at {heading.Y} px.");
    }

    [Fact]
    public async Task Printed_pages_have_the_text_and_no_navigation()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(LevelPage);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await page.Locator("main h1").IsVisibleAsync());
        foreach (var navigation in await page.GetByRole(AriaRole.Navigation).AllAsync())
            Assert.False(await navigation.IsVisibleAsync());
    }

    [Fact]
    public async Task A_missing_page_links_to_similar_pages()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        var answer = await page.GotoAsync("/no/such/page/");
        Assert.Equal(404, answer!.Status);
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Ladders" }).ClickAsync();
        Assert.Equal($"{site.Address}/ladders/", page.Url);
    }

    private async Task<double> Brightness(ColorScheme colours)
    {
        await using var context = await site.NewContextAsync(colours: colours);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        var colour = await page.EvaluateAsync<string>(
            """
            (() => {
                const pixel = document.createElement('canvas').getContext('2d');
                for (const element of [document.documentElement, document.body]) {
                    pixel.fillStyle = getComputedStyle(element).backgroundColor;
                    pixel.fillRect(0, 0, 1, 1);
                }
                return pixel.getImageData(0, 0, 1, 1).data.slice(0, 3).join(' ');
            })()
            """
        );
        return colour.Split(' ').Average(c => double.Parse(c, System.Globalization.CultureInfo.InvariantCulture));
    }
}
