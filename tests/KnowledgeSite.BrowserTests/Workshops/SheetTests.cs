using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Workshops;

/// <summary>Tests filling in a sheet in one tab and in two, and how screen readers announce its fields.</summary>
public sealed class SheetTests(WorkshopSite site) : IClassFixture<WorkshopSite>
{
    private const string Sheet = "/workshops/count-the-hours/participant/";

    [Fact]
    public async Task Two_tabs_of_one_sheet_keep_the_answers_of_both()
    {
        await using var context = await site.NewContextAsync();
        var first = await OpenAsync(context);
        var second = await OpenAsync(context);
        await Gap(first, 0).FillAsync("5");
        await Gap(second, 1).FillAsync("9");
        await Assertions.Expect(Gap(second, 0)).ToHaveValueAsync("5");
        await Assertions.Expect(Gap(first, 1)).ToHaveValueAsync("9");
        await first.GetByLabel("teach it to somebody").CheckAsync();
        await Assertions.Expect(second.GetByLabel("teach it to somebody")).ToBeCheckedAsync();
        await first.ReloadAsync();
        await Assertions.Expect(Gap(first, 0)).ToHaveValueAsync("5");
        await Assertions.Expect(Gap(first, 1)).ToHaveValueAsync("9");
    }

    [Fact]
    public async Task The_page_behind_a_code_says_whether_the_printed_copy_is_the_newest()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(Sheet + "#printed=1.0");
        await Assertions
            .Expect(page.Locator("print-sheet .printed"))
            .ToHaveTextAsync("Your copy has version 1.0. The newest is version 1.2: print this page again.");
        await page.GotoAsync(Sheet + "#printed=1.2");
        await Assertions
            .Expect(page.Locator("print-sheet .printed"))
            .ToHaveTextAsync("Your copy has version 1.2, which is the newest one.");
        await page.GotoAsync(Sheet + "#week");
        await Assertions.Expect(page.Locator("print-sheet .printed")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Text_being_typed_is_not_replaced_by_another_tab()
    {
        await using var context = await site.NewContextAsync();
        var first = await OpenAsync(context);
        var second = await OpenAsync(context);
        await Gap(second, 0).FocusAsync();
        await second.Keyboard.TypeAsync("1");
        await Gap(first, 0).FillAsync("7");
        await Gap(first, 1).FillAsync("8");
        await Assertions.Expect(Gap(second, 1)).ToHaveValueAsync("8");
        await Assertions.Expect(Gap(second, 0)).ToHaveValueAsync("1");
    }

    [Fact]
    public async Task An_answer_is_restored_even_if_the_gap_before_it_is_filled_in()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        for (var i = 0; i < 4; i++)
            await Gap(page, i).FillAsync($"answer {i}");
        await page.ReloadAsync();
        for (var i = 0; i < 4; i++)
            await Assertions.Expect(Gap(page, i)).ToHaveValueAsync($"answer {i}");
    }

    [Fact]
    public async Task The_field_of_a_gap_is_as_wide_as_the_gap_and_grows_with_the_answer()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        var widths = new List<double>();
        foreach (var place in new[] { 0, 3 })
            widths.Add((await Gap(page, place).BoundingBoxAsync())!.Width);
        Assert.True(widths[1] > 2 * widths[0], $"{widths[0]} and {widths[1]} pixels");
        await Gap(page, 0).FillAsync("as long as anybody can remember");
        Assert.True((await Gap(page, 0).BoundingBoxAsync())!.Width > 2 * widths[0]);
    }

    [Fact]
    public async Task On_a_phone_an_empty_row_appears_when_the_one_above_it_is_filled_in()
    {
        await using var context = await site.NewContextAsync(390);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/workshops/desk-hour/participant/");
        var rows = page.Locator("handout-form tbody tr:visible");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await rows.First.GetByRole(AriaRole.Textbox).First.FillAsync("Green");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(rows).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Every_field_has_its_own_accessible_name()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        var names = new List<string>();
        foreach (var role in new[] { AriaRole.Textbox, AriaRole.Checkbox })
        {
            foreach (var node in await page.Locator("handout-form").GetByRole(role).AllAsync())
            {
                names.Add(
                    await node.EvaluateAsync<string>(
                        "e => e.ariaLabel ?? [...e.labels].map(l => l.textContent.trim()).join(' ')"
                    )
                );
            }
        }

        Assert.Equal(
            [
                "Questions take … hours",
                "shelves take",
                "and meetings take",
                "by",
                "What it takes:",
                "teach it to somebody",
                "stop it, by",
            ],
            names
        );
    }

    [Fact]
    public async Task A_click_on_a_label_ticks_its_checkbox()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        await page.GetByText("teach it to somebody").ClickAsync();
        Assert.True(await page.GetByRole(AriaRole.Checkbox, new() { Name = "teach it to somebody" }).IsCheckedAsync());
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_list_of_options_is_a_named_group_of_radio_buttons_without_violations(int width)
    {
        await using var context = await site.NewContextAsync(width);
        var page = await OpenAsync(context);
        var group = page.GetByRole(AriaRole.Radiogroup, new() { Name = "The meeting that goes" });
        Assert.Equal(3, await group.GetByRole(AriaRole.Radio).CountAsync());
        await group.GetByRole(AriaRole.Radio, new() { Name = "the daily one" }).CheckAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await group.GetByRole(AriaRole.Radio, new() { Name = "none" }).IsCheckedAsync());
        Assert.Empty(await Axe.FoundOnAsync(page));
        await page.ReloadAsync();
        Assert.True(await group.GetByRole(AriaRole.Radio, new() { Name = "none" }).IsCheckedAsync());
    }

    [Fact]
    public async Task The_Markdown_of_a_sheet_contains_only_what_is_shown()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context);
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = "Download (Markdown)" }).ClickAsync()
        );
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains("## Your week", text, StringComparison.Ordinal);
        Assert.DoesNotContain("On the participant sheet", text, StringComparison.Ordinal);
    }

    private static ILocator Gap(IPage page, int place) => page.Locator("input.gap-field").Nth(place);

    private static async Task<IPage> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(Sheet);
        return page;
    }
}
