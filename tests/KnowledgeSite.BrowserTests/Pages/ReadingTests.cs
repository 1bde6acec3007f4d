using System.Text.Json;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>Tests links to headings, headings in screen readers, filtered lists, and system colours.</summary>
public sealed class ReadingTests(WorkshopSite site) : IClassFixture<WorkshopSite>
{
    private const string Matrix = "/ladders/librarians/matrix/";

    [Theory]
    [InlineData("#readers.senior", "readers.senior", 1280)]
    [InlineData("#judgement.head", "judgement.head", 1280)]
    [InlineData("?track=manager#judgement.keeper", "judgement.keeper", 1280)]
    [InlineData("?levels=junior&dimensions=readers#judgement.keeper.end", "judgement.keeper.end", 1280)]
    [InlineData("?text=eels#judgement.keeper.end", "judgement.keeper.end", 375)]
    public async Task A_link_into_the_matrix_shows_its_target_below_the_level_headers(
        string address,
        string id,
        int width
    )
    {
        await using var context = await site.NewContextAsync(width);
        var page = await OpenAsync(context, Matrix + address);
        var target = page.Locator($"[id='{id}']");
        await Assertions.Expect(target).ToBeVisibleAsync();
        await Assertions.Expect(target).ToBeInViewportAsync();
        Assert.True(
            await target.EvaluateAsync<bool>(
                "e => !(e.querySelector('details') ?? e.closest('details')) || (e.querySelector('details') "
                    + "?? e.closest('details')).open"
            )
        );
        if (width < 640)
            return;

        await Assertions.Expect(page.Locator("thead th[data-level]").First).ToBeInViewportAsync();
        var cell = (await target.BoundingBoxAsync())!;
        var head = (await page.Locator("thead th").First.BoundingBoxAsync())!;
        Assert.True(cell.Y >= head.Y + head.Height - 1, "The target lies under the names of the levels.");
    }

    [Fact]
    public async Task Without_scripts_a_link_to_a_statement_shows_it_below_the_level_headers()
    {
        await using var context = await site.NewContextAsync(scripts: false);
        var page = await OpenAsync(context, Matrix + "#readers.senior");
        await Assertions.Expect(page.Locator("[id='readers.senior']")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("thead th").First).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData("/ladders/librarians/compare/junior--senior/#judgement", "judgement")]
    [InlineData("/ladders/librarians/levels/senior/#judgement.senior", "judgement.senior")]
    [InlineData("/ladders/librarians/levels/senior/#site:judgement", "judgement.senior")]
    [InlineData("/ladders/librarians/levels/senior/#judgement", "judgement.senior")]
    [InlineData("/ladders/librarians/dimensions/judgement/#judgement.head.week", "judgement.head.week")]
    public async Task A_link_to_a_part_of_a_page_shows_it(string address, string id)
    {
        await using var context = await site.NewContextAsync(375);
        var page = await OpenAsync(context, address);
        await Assertions.Expect(page.Locator($"[id='{id}']")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Folded_text_with_found_words_is_opened_marked_and_folded_again()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context, Matrix);
        await page.GetByLabel("Find in matrix").FillAsync("dispute");
        var fold = page.Locator("[id='judgement.senior'] details:not(.used-by)");
        await Assertions.Expect(fold).ToHaveAttributeAsync("open", "");
        Assert.True(await page.EvaluateAsync<int>("CSS.highlights.get('matrix-words').size") > 0);
        await page.GetByLabel("Find in matrix").FillAsync("");
        await Assertions.Expect(fold).Not.ToHaveAttributeAsync("open", "");
    }

    [Fact]
    public async Task No_table_is_shown_without_matches()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context, Matrix + "?text=submarine");
        await Assertions
            .Expect(page.Locator(".matrix-filter output"))
            .ToHaveTextAsync("No matches for “submarine”. Use fewer or other words, or clear filters.");
        await Assertions.Expect(page.Locator(".matrix")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();
        await Assertions.Expect(page.Locator(".matrix")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_list_of_reviews_in_which_nothing_is_overdue_says_so()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.Clock.SetFixedTimeAsync(new DateTime(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc));
        await page.GotoAsync("/review/");
        await page.GetByLabel("Overdue", new() { Exact = true }).CheckAsync();
        await Assertions.Expect(page.Locator(".review table:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".review-none:visible").First).ToHaveTextAsync("No matching pages.");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/glossary/")]
    [InlineData("/work/")]
    [InlineData("/work/hear/")]
    [InlineData("/ladders/librarians/")]
    [InlineData("/ladders/librarians/levels/senior/")]
    [InlineData("/ladders/librarians/dimensions/judgement/")]
    [InlineData("/ladders/librarians/compare/junior--senior/")]
    [InlineData(Matrix)]
    [InlineData("/archetypes/rescuer/")]
    [InlineData("/roles/enquiry-librarian/")]
    [InlineData("/workshops/desk-hour/")]
    [InlineData("/sources/")]
    [InlineData("/map/")]
    [InlineData("/health/")]
    public async Task A_heading_is_announced_once_and_names_its_region(string path)
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context, path);
        await Assertions.Expect(page.Locator("site-shortcuts, .shortcuts-button").First).ToBeAttachedAsync();
        var session = await context.NewCDPSessionAsync(page);
        var tree = (await session.SendAsync("Accessibility.getFullAXTree"))!.Value;
        var nodes = tree.GetProperty("nodes")
            .EnumerateArray()
            .Where(n => !n.GetProperty("ignored").GetBoolean())
            .ToList();
        var headings = nodes.Where(n => Role(n) is "heading").ToList();
        Assert.NotEmpty(headings);
        Assert.DoesNotContain(
            nodes.Where(n => Role(n) is "heading" or "region").Select(Name),
            n => n.Contains("Copy link", StringComparison.Ordinal)
        );
        Assert.All(headings, h => Assert.NotEqual("", Name(h)));
        Assert.Equal(
            await page.Locator("main :is(h1, h2, h3, h4, h5, h6)").CountAsync(),
            await page.Locator("main").GetByRole(AriaRole.Heading, new() { IncludeHidden = true }).CountAsync()
        );
    }

    [Fact]
    public async Task In_forced_colours_dialogs_have_a_border_and_targets_an_outline()
    {
        await using var context = await site.NewContextAsync(forcedColours: true);
        var page = await OpenAsync(context, "/work/hear/");
        await page.Keyboard.PressAsync("Control+k");
        var dialog = page.Locator("dialog.search-dialog");
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        Assert.Equal(
            "1px solid",
            await dialog.EvaluateAsync<string>(
                "e => `${getComputedStyle(e).borderTopWidth} ${getComputedStyle(e).borderTopStyle}`"
            )
        );
        Assert.DoesNotMatch(
            ", 0\\)$|/ 0\\)$|transparent",
            await dialog.EvaluateAsync<string>("e => getComputedStyle(e, '::backdrop').backgroundColor")
        );
        await page.Locator("dialog input[type=search]").FillAsync("dispute");
        var mark = dialog.Locator("mark").First;
        await Assertions.Expect(mark).ToBeVisibleAsync();
        Assert.False(
            await mark.EvaluateAsync<bool>("e => getComputedStyle(e).color === getComputedStyle(e).backgroundColor"),
            "Found words have the colour of their background."
        );
        await page.Keyboard.PressAsync("Escape");

        await page.GotoAsync("/ladders/librarians/levels/senior/#story");
        var (frame, paper) = await page.Locator("#story")
            .EvaluateAsync<JsonElement>(
                "e => [getComputedStyle(e).outlineColor, getComputedStyle(document.documentElement).backgroundColor]"
            )
            is var colours
            ? (colours[0].GetString(), colours[1].GetString())
            : default;
        Assert.NotEqual(paper, frame);
    }

    [Fact]
    public async Task The_date_on_paper_is_written_as_on_the_page_whatever_the_language_of_the_browser()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.Clock.SetFixedTimeAsync(new DateTime(2026, 11, 29, 12, 0, 0, DateTimeKind.Utc));
        await page.GotoAsync("/work/hear/");
        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        var foot = await page.EvaluateAsync<string>(
            "document.adoptedStyleSheets.map(s => [...s.cssRules].map(r => r.cssText).join()).join()"
        );
        Assert.Contains("29 November 2026", foot, StringComparison.Ordinal);
    }

    private static string Role(JsonElement node) =>
        node.TryGetProperty("role", out var role) ? role.GetProperty("value").GetString()! : "";

    private static string Name(JsonElement node) =>
        node.TryGetProperty("name", out var name) ? name.GetProperty("value").GetString()! : "";

    private static async Task<IPage> OpenAsync(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }
}
