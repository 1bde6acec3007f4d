using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Ladders;

/// <summary>Tests the matrix and the pages of levels as readers use them.</summary>
public sealed class LadderTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    private const string Matrix = "/ladders/data-science/matrix/";

    [Fact]
    public async Task The_matrix_is_complete_without_scripts()
    {
        await using var context = await site.NewContextAsync(scripts: false);
        var page = await OpenAsync(context, Matrix);
        Assert.Equal(14, await page.Locator(".matrix thead th[data-level]").CountAsync());
        Assert.Equal(4, await page.Locator(".matrix tbody th[scope=row]").CountAsync());
        var cells = await page.Locator(".matrix td").AllInnerTextsAsync();
        Assert.Equal(4 * 14, cells.Count);
        Assert.All(cells, c => Assert.True(c.Trim().Length > 20, c));
    }

    [Fact]
    public async Task The_selection_is_in_the_URL_and_the_back_button_undoes_it()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context, Matrix);
        await page.GetByRole(AriaRole.Button, new() { Name = "Manager", Exact = true }).ClickAsync();
        await page.GetByLabel("Find in matrix").FillAsync("budget");
        Assert.EndsWith("?track=manager&text=budget", page.Url);
        Assert.False(await page.Locator("th[data-level=staff]").IsVisibleAsync());
        Assert.True(await page.Locator("th[data-level=senior-director]").IsVisibleAsync());

        await page.GoBackAsync();
        Assert.EndsWith(Matrix, page.Url);
        Assert.True(await page.Locator("th[data-level=staff]").IsVisibleAsync());

        await page.GotoAsync(Matrix + "?levels=senior,staff&dimensions=scope");
        Assert.Equal(2, await page.Locator(".matrix td:visible").CountAsync());
        await page.GetByRole(
                AriaRole.Link,
                new() { Name = "What changes from Senior Data Scientist to Staff Data Scientist" }
            )
            .ClickAsync();
        Assert.EndsWith("/ladders/data-science/compare/senior--staff/", page.Url);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task A_link_to_a_cell_shows_it_beside_the_sticky_headers(int width)
    {
        await using var context = await site.NewContextAsync(width);
        var page = await OpenAsync(context, Matrix + "#strategy.principal");
        var cell = (await page.Locator("[id='strategy.principal']").BoundingBoxAsync())!;
        Assert.InRange(cell.Y, 0, 799);
        if (width < 640)
            return;

        var header = (await page.Locator("thead th").First.BoundingBoxAsync())!;
        var row = (await page.Locator("tr[data-dimension=strategy] th").BoundingBoxAsync())!;
        Assert.True(cell.Y >= header.Y + header.Height - 1, "The cell lies under the header row.");
        Assert.True(cell.X >= row.X + row.Width - 1, "The cell lies under the first column.");
    }

    [Theory]
    [InlineData("Staff Data Scientist (L6)", "Senior Data Scientist (L5)", "senior--staff")]
    [InlineData("Junior Data Scientist (L3)", "Data Science Manager (M6)", "junior--manager")]
    public async Task Any_two_different_levels_can_be_compared_in_any_order(string first, string second, string pair)
    {
        await using var context = await site.NewContextAsync(375);
        var page = await OpenAsync(context, "/ladders/data-science/compare/");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Compare" }).SelectOptionAsync(first);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "with" }).SelectOptionAsync(first);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Compare" })).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "with" }).SelectOptionAsync(second);
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{site.Address}/ladders/data-science/compare/{pair}/");
    }

    [Fact]
    public async Task The_signal_that_another_one_raises_is_shown_beside_it()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context, Matrix + "#scope.staff.problem");
        await page.Locator("[id='scope.staff.problem'] .raises a").ClickAsync();
        Assert.EndsWith("#scope.senior.product", page.Url);
        var raised = page.Locator("[id='scope.senior.product']");
        Assert.True(await raised.IsVisibleAsync());
        var box = (await raised.BoundingBoxAsync())!;
        var header = (await page.Locator("thead th").First.BoundingBoxAsync())!;
        Assert.True(box.Y >= header.Y + header.Height - 1, "The signal lies under the header row.");
    }

    [Theory]
    [InlineData("scope.senior")]
    [InlineData("communication.staff")]
    [InlineData("strategy.staff")]
    public async Task Without_scripts_a_link_to_a_cell_shows_it_with_the_column_heads(string cell)
    {
        await using var context = await site.NewContextAsync(scripts: false);
        var page = await OpenAsync(context, $"{Matrix}#{cell}");
        var head = (await page.Locator("thead th").First.BoundingBoxAsync())!;
        var box = (await page.Locator($"[id='{cell}']").BoundingBoxAsync())!;
        Assert.InRange(head.Y, 0, box.Y - head.Height + 1);
        Assert.InRange(box.Y + box.Height, 0, page.ViewportSize!.Height);
    }

    [Fact]
    public async Task The_matrix_scrolls_by_keyboard()
    {
        await using var context = await site.NewContextAsync(768);
        var page = await OpenAsync(context, Matrix);
        var region = page.GetByRole(AriaRole.Region);
        await region.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForFunctionAsync("region => region.scrollLeft > 0", await region.ElementHandleAsync());
    }

    [Fact]
    public async Task On_a_phone_each_cell_names_its_level()
    {
        await using var context = await site.NewContextAsync(320);
        var page = await OpenAsync(context, Matrix + "?levels=senior,staff");
        Assert.StartsWith(
            "Senior Data Scientist (L5)",
            (await page.Locator("[id='scope.senior']").InnerTextAsync()).Trim()
        );
    }

    [Fact]
    public async Task Evidence_is_saved_in_the_browser_and_can_be_exported_and_imported()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context, "/ladders/data-science/levels/staff/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record evidence" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Evidence" })
            .First.FillAsync("Settled churn for four teams <b>");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Progress" }).First.SelectOptionAsync("steady");
        await page.ReloadAsync();
        Assert.Contains("1 statement has evidence", await page.Locator(".notes-bar").InnerTextAsync());
        Assert.DoesNotContain("%", await page.Locator(".notes-bar").InnerTextAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = "Record evidence" }).ClickAsync();
        Assert.Equal(
            "Settled churn for four teams <b>",
            await page.GetByRole(AriaRole.Textbox, new() { Name = "Evidence" }).First.InputValueAsync()
        );
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = "Download notes" }).ClickAsync()
        );
        var file = await download.PathAsync();

        await using var other = await site.NewContextAsync();
        var elsewhere = await OpenAsync(other, "/ladders/data-science/levels/staff/");
        await elsewhere.GetByRole(AriaRole.Button, new() { Name = "Record evidence" }).ClickAsync();
        await elsewhere
            .Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "evidence.json",
                    MimeType = "application/json",
                    Buffer = await File.ReadAllBytesAsync(file),
                }
            );
        await Assertions.Expect(elsewhere.Locator(".notes-bar")).ToContainTextAsync("1 statement has evidence");
    }

    [Fact]
    public async Task Every_box_of_the_ladder_diagram_links_to_its_level()
    {
        await using var context = await site.NewContextAsync();
        var page = await OpenAsync(context, "/ladders/data-science/");
        Assert.Equal(14, await page.Locator(".ladder-diagram a").CountAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Data Science Director M8" }).ClickAsync();
        Assert.EndsWith("/levels/director/", page.Url);
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }
}
