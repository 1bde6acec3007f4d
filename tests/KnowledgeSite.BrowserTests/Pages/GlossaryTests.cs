using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>
/// Tests the tooltips of glossary terms: with a pointer, keyboard and screen reader, and not on a touch screen.
/// </summary>
public sealed class GlossaryTests(BuiltSite site, LinkedSite linked)
    : IClassFixture<LinkedSite>,
        IClassFixture<BuiltSite>
{
    private const string Note = ".link-panel";

    [Fact]
    public async Task A_pointer_that_rests_on_a_term_opens_its_definition()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        await StopTimeAsync(page);
        await page.Locator("a.term").First.HoverAsync();
        await page.Clock.RunForAsync(290);
        await Assertions.Expect(page.Locator(Note)).ToBeHiddenAsync();
        await page.Clock.RunForAsync(20);
        await Assertions
            .Expect(page.Locator(Note))
            .ToContainTextAsync("How often a model ranks a case above a non-case.");
        await Assertions.Expect(page.Locator(Note)).ToContainTextAsync("Area under the curve (AUC)");

        // The tooltip stays while the pointer is on it or on the link.
        await page.Locator(Note).HoverAsync();
        await page.Clock.RunForAsync(1000);
        await Assertions.Expect(page.Locator(Note)).ToBeVisibleAsync();
        await page.Mouse.MoveAsync(5, 700);
        await page.Clock.RunForAsync(160);
        await Assertions.Expect(page.Locator(Note)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_pointer_that_only_passes_opens_no_preview()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        await StopTimeAsync(page);
        await page.Locator("a.term").First.HoverAsync();
        await page.Clock.RunForAsync(200);
        await page.Mouse.MoveAsync(5, 700);
        await page.Clock.RunForAsync(1000);
        await Assertions.Expect(page.Locator(Note)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Keyboard_focus_opens_the_definition_and_Escape_closes_it()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        await TabToAsync(page, "AUC");
        await Assertions.Expect(page.Locator(Note)).ToContainTextAsync("How often a model ranks");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(Note)).ToBeHiddenAsync();
        Assert.Equal("AUC", await page.EvaluateAsync<string>("document.activeElement.textContent"));

        // A link to a term that an author wrote also has a tooltip.
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(Note)).ToContainTextAsync("Data that is no longer what it was.");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(Note)).ToContainTextAsync("Keeps features");
    }

    [Fact]
    public async Task A_touch_follows_the_link_without_a_preview()
    {
        await using var context = await site.NewTouchContextAsync();
        await context.Clock.InstallAsync();
        var page = await OpenAsync(context);
        await page.EvaluateAsync("document.addEventListener('click', e => e.preventDefault())");
        await page.Locator("a.term").First.TapAsync();
        await page.Clock.RunForAsync("01:00");
        await Assertions.Expect(page.Locator(Note)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_screen_reader_announces_the_definition_with_the_link()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        foreach (
            var (name, description) in new[]
            {
                ("AUC", "How often a model ranks a case above a non-case."),
                ("drift", "Data that is no longer what it was."),
            }
        )
            await Assertions
                .Expect(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }))
                .ToHaveAccessibleDescriptionAsync(description);
    }

    [Fact]
    public async Task Without_scripts_the_link_leads_to_the_term()
    {
        await using var context = await site.NewContextAsync(scripts: false);
        var page = await OpenAsync(context);
        await page.Locator("a.term").First.ClickAsync();
        Assert.EndsWith("/glossary/#auc", page.Url);
        Assert.True(await page.Locator("#auc").IsVisibleAsync());
    }

    [Fact]
    public async Task A_citation_links_to_its_note_the_note_to_the_source_and_the_source_back()
    {
        await using var context = await site.NewContextAsync(scripts: false);
        var page = await OpenAsync(context);
        Assert.Equal(["1", "2", "3", "4"], await page.Locator(".footnote-ref sup").AllInnerTextsAsync());
        await page.Locator(".footnote-ref").First.ClickAsync();
        Assert.EndsWith("/page/#fn:1", page.Url);
        Assert.StartsWith("Some Body, A book (2021), p. 4.", await page.Locator("[id='fn:1']").InnerTextAsync());
        await page.Locator("[id='fn:1']").GetByRole(AriaRole.Link, new() { Name = "A book" }).ClickAsync();
        Assert.EndsWith("/sources/#book", page.Url);
        await page.Locator(".uses").First.GetByRole(AriaRole.Link, new() { Name = "Page" }).ClickAsync();
        Assert.EndsWith("/page/", page.Url);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task The_definition_stays_inside_the_window(int width)
    {
        await using var context = await site.NewContextAsync(width);
        var page = await OpenAsync(context);
        foreach (var link in await page.Locator("a.term").AllAsync())
        {
            await link.HoverAsync();
            await Assertions.Expect(page.Locator(Note)).ToBeVisibleAsync();
            var box = (await page.Locator(Note).BoundingBoxAsync())!;
            Assert.InRange(box.X, 0, width - box.Width);
            Assert.False(
                await page.EvaluateAsync<bool>(
                    "document.documentElement.scrollWidth > document.documentElement.clientWidth"
                )
            );
            await page.Mouse.MoveAsync(5, 790);
            await Assertions.Expect(page.Locator(Note)).ToBeHiddenAsync();
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_in_an_open_definition(ColorScheme colours)
    {
        await using var context = await site.NewContextAsync(colours: colours);
        var page = await context.NewPageAsync();
        await page.GotoAsync(linked.At("/page/"));
        await page.Locator("a.term").First.HoverAsync();
        await Assertions.Expect(page.Locator(Note)).ToHaveCSSAsync("opacity", "1");
        Assert.Empty(await Axe.FoundOnAsync(page, "main"));
    }

    /// <summary>From here on, timers only run as far as the test advances them, on any machine.</summary>
    private static async Task StopTimeAsync(IPage page)
    {
        await page.Clock.InstallAsync();
        await page.Clock.PauseAtAsync(DateTime.UtcNow.AddHours(1));
    }

    private async Task<IPage> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(linked.At("/page/"));
        return page;
    }

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
