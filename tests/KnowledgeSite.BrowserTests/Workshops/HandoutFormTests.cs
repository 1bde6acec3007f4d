using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Workshops;

/// <summary>Tests filling in a participant sheet on a screen.</summary>
public sealed class HandoutFormTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    private const string Sheet = "/workshops/find-your-spike/participant/";

    [Fact]
    public async Task Answers_survive_a_reload_and_can_be_downloaded_as_Markdown()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        await FillAsync(page);
        await page.ReloadAsync();

        Assert.Equal("Price tests <b>& more</b>", await page.GetByLabel("Piece of work, row 1").InputValueAsync());
        Assert.Equal(
            "Forecasts\nTeaching SQL",
            await page.GetByRole(AriaRole.Textbox, new() { Name = "What you will keep" }).InputValueAsync()
        );
        Assert.Equal("a price test", await page.Locator("input.gap-field").First.InputValueAsync());
        Assert.True(await page.Locator(".scale input[value='4']").IsCheckedAsync());
        Assert.Contains("5 answers saved in this browser", await page.Locator(".form-bar output").InnerTextAsync());
        Assert.Equal(0, await page.Locator("handout-form b").CountAsync());

        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = "Download (Markdown)" }).ClickAsync()
        );
        Assert.Equal("find-your-spike.md", download.SuggestedFilename);
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.StartsWith("# Find your spike\n", text);
        Assert.Contains("| Price tests <b>& more</b> |", text);
        Assert.Contains("> Forecasts\n> Teaching SQL", text);
        Assert.Contains("When a price test goes wrong", text);
        Assert.Contains("> 4 (not convinced to convinced)", text);
    }

    [Fact]
    public async Task On_a_phone_each_cell_is_as_wide_as_the_text_and_shows_its_column_header()
    {
        await using var context = await site.NewContextAsync(375);
        var page = await OpenAsync(context);
        var cell = page.Locator("td", new() { Has = page.GetByLabel("What only you could add, row 1") });
        Assert.Equal(
            "\"What only you could add\"",
            await cell.EvaluateAsync<string>("cell => getComputedStyle(cell, '::before').content")
        );
        Assert.InRange((await cell.Locator("textarea").BoundingBoxAsync())!.Width, 330, 343);
    }

    [Fact]
    public async Task Ticked_boxes_are_saved_too()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/workshops/audit-your-week/participant/");
        await page.GetByLabel("automate it").CheckAsync();
        await page.ReloadAsync();
        Assert.True(await page.GetByLabel("automate it").IsCheckedAsync());
        Assert.False(await page.GetByLabel("stop it").IsCheckedAsync());
    }

    [Fact]
    public async Task Choices_are_saved_and_the_hours_of_each_are_added_up()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/workshops/audit-your-week/participant/");
        await page.GetByLabel("Hours, row 1").FillAsync("7");
        await page.GetByLabel("Hours, row 2").FillAsync("2,5 h");
        await page.GetByLabel("Hours, row 3").FillAsync("30");
        for (var row = 1; row <= 2; row++)
            await page.GetByRole(AriaRole.Radiogroup, new() { Name = $"Mark, row {row}" }).GetByLabel("A").CheckAsync();
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator("[data-sum][data-of='A']")).ToHaveTextAsync("9.5");
        Assert.Equal("", (await page.Locator("[data-sum][data-of='M']").InnerTextAsync()).Trim());
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = "Download (Markdown)" }).ClickAsync()
        );
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains("|  | 7 | (x) A ( ) M ( ) N |  |", text);
        Assert.Contains("A takes 9.5 hours, M takes ____ and N takes ____.", text);
    }

    [Fact]
    public async Task An_answer_is_printed_in_place_of_the_lines_and_a_long_one_grows()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        var empty = await PagesAsync(page);
        var answer = string.Join(
            '\n',
            Enumerable.Range(1, 70).Select(line => $"Line {line} of what stays at good enough until the summer.")
        );
        await page.GetByRole(AriaRole.Textbox, new() { Name = "What you will keep" }).FillAsync(answer);
        await page.Locator(".box textarea").FillAsync("Two counts of one customer.");
        await page.Locator("input.gap-field").First.FillAsync("a price test");

        var filled = await PagesAsync(page);
        Assert.InRange(filled.Count - empty.Count, 1, 3);
        Assert.Contains(PrintedPages.LettersOf(answer), string.Concat(filled), StringComparison.Ordinal);
        Assert.Contains(
            PrintedPages.LettersOf("Two counts of one customer."),
            string.Concat(filled),
            StringComparison.Ordinal
        );
        Assert.Contains(
            PrintedPages.LettersOf("When a price test goes wrong"),
            string.Concat(filled),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            PrintedPages.LettersOf("Download (Markdown)"),
            string.Concat(filled),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_empty_form_prints_as_the_sheet_does_without_scripts()
    {
        await using var with = await site.NewContextAsync();
        await using var without = await site.NewContextAsync(scripts: false);
        var plain = await PagesAsync(await OpenAsync(without));
        Assert.True(plain.Count > 0);
        Assert.Equal(plain, await PagesAsync(await OpenAsync(with)));
    }

    [Fact]
    public async Task Answers_are_cleared_after_confirmation()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        await FillAsync(page);
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync(),
            r => r.Url.EndsWith(Sheet, StringComparison.Ordinal)
        );
        await Assertions.Expect(page.Locator(".form-bar output")).ToContainTextAsync("Fill it in here");
    }

    private static async Task FillAsync(IPage page)
    {
        await page.GetByLabel("Piece of work, row 1").FillAsync("Price tests <b>& more</b>");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "What you will keep" })
            .FillAsync("Forecasts\nTeaching SQL");
        await page.Locator("input.gap-field").First.FillAsync("a price test");
        await page.Locator(".box textarea").FillAsync("Two counts");
        await page.Locator(".scale input[value='4']").CheckAsync(new() { Force = true });
    }

    private static async Task<IReadOnlyList<string>> PagesAsync(IPage page) =>
        [.. (await PaperPage.PrintAsync(page, "A4")).Select(p => p.Text)];

    private static async Task<IPage> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(Sheet);
        return page;
    }
}
