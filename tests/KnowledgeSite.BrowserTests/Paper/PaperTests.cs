using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Paper;

/// <summary>Prints the matrix and the sheets of levels with the browser and reads the PDFs.</summary>
public sealed class PaperTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    private const string Ladder = "/ladders/data-science/";
    private const string Overlay = "/ladders/machine-learning-scientist/";

    [Theory]
    [InlineData(Ladder)]
    [InlineData(Overlay)]
    public async Task The_sheet_of_each_level_fits_one_sheet_of_paper_and_no_row_is_split(string ladder)
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        foreach (var level in await LevelsAsync(page, ladder))
        {
            await page.GotoAsync($"{ladder}levels/{level}/sheet/");
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            var head = PrintedPages.LettersOf(await page.Locator(".single-point thead").InnerTextAsync());
            foreach (var paper in new[] { "A4", "Letter" })
            {
                var pages = await PrintAsync(page, paper);
                Assert.True(pages.Count == 1, $"{paper} {ladder}{level}: {pages.Count} pages");
                await AssertWholeAsync(page, ".single-point tbody tr", pages);
                Assert.All(pages, p => Assert.StartsWith(head, p[p.IndexOf(head[..6], StringComparison.Ordinal)..]));
            }
        }
    }

    [Theory]
    [InlineData("A4", "")]
    [InlineData("Letter", "")]
    [InlineData("A4", "?track=manager")]
    [InlineData("Letter", "?track=individual")]
    public async Task The_matrix_is_printed_with_its_headers_on_every_page_and_no_cell_cut(string paper, string choice)
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{Ladder}matrix/{choice}");
        var pages = await PrintAsync(page, paper);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await AssertWholeAsync(page, ".matrix td:visible", pages);
        await AssertWholeAsync(page, ".matrix tbody th", pages);
        var head = PrintedPages.LettersOf(await page.Locator(".matrix thead tr:last-child").InnerTextAsync());
        Assert.All(pages, p => Assert.Contains(head, p, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A4", Ladder)]
    [InlineData("Letter", Ladder)]
    [InlineData("A4", Overlay)]
    [InlineData("Letter", Overlay)]
    public async Task A_matrix_fits_one_page_and_fewer_levels_make_the_text_larger(string paper, string ladder)
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        var sizes = new List<double>();
        foreach (var choice in new[] { "", "?track=individual", "?levels=senior,staff,manager" })
        {
            await page.GotoAsync($"{ladder}matrix/{choice}");
            Assert.Single(await PrintAsync(page, paper));
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            sizes.Add(
                await page.Locator(".matrix")
                    .EvaluateAsync<double>("table => parseFloat(getComputedStyle(table).fontSize)")
            );
            await page.EmulateMediaAsync(new() { Media = Media.Null });
        }

        Assert.Equal(sizes.Distinct().Order(), sizes);
    }

    [Fact]
    public async Task Notes_are_printed_in_full_and_empty_ones_take_no_space()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(Ladder + "levels/staff/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record evidence" }).ClickAsync();
        var without = (await PrintAsync(page, "A4")).Count;
        var evidence = string.Join(
            '\n',
            Enumerable
                .Range(1, 90)
                .Select(line => $"Line {line} of what was seen in spring, kept for the talk in autumn.")
        );
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Evidence" }).First.FillAsync(evidence);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Progress" }).First.SelectOptionAsync("steady");

        var pages = await PrintAsync(page, "A4");
        var foot = await FootAsync(page);
        var texts = pages.Select(
            (text, index) => text.Replace(foot, "", StringComparison.Ordinal)[$"{index + 1}{pages.Count}".Length..]
        ); // The margin comes first: "1 / 9".
        Assert.Contains(
            PrintedPages.LettersOf($"Evidence: {evidence} Progress: steady"),
            string.Concat(texts),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(PrintedPages.LettersOf("Not rated"), string.Concat(pages), StringComparison.Ordinal);
        Assert.InRange(pages.Count - without, 1, 3);
    }

    [Fact]
    public async Task Printed_pages_name_the_site_the_URL_and_the_date_and_number_their_links()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/staff/clarity/");
        var pages = await PrintAsync(page, "A4");
        var foot = await FootAsync(page);
        Assert.All(pages, text => Assert.Contains(foot, text, StringComparison.Ordinal));
        Assert.Contains(
            PrintedPages.LettersOf("How the question changes [1] has four more"),
            string.Concat(pages),
            StringComparison.Ordinal
        );
        Assert.Contains(
            PrintedPages.LettersOf("[1] staff/how-the-question-changes/"),
            pages[^1],
            StringComparison.Ordinal
        );
        await Assertions.Expect(page.Locator(".link-note")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_scripts_a_page_on_paper_names_the_site_at_its_end()
    {
        await using var context = await site.NewContextAsync(scripts: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/staff/clarity/");
        Assert.EndsWith(
            PrintedPages.LettersOf("Knowledge https://kb.example/staff/clarity/"),
            (await PrintAsync(page, "A4"))[^1],
            StringComparison.Ordinal
        );
    }

    /// <summary>The letters at the foot of each page.</summary>
    private static async Task<string> FootAsync(IPage page) =>
        PrintedPages.LettersOf(
            await page.EvaluateAsync<string>(
                "`Knowledge${document.querySelector('link[rel=canonical]').href}${new "
                    + "Date().toLocaleDateString(document.documentElement.lang === 'en' ? 'en-GB' : "
                    + "document.documentElement.lang, { dateStyle: 'long' })}`"
            )
        );

    private static async Task<IReadOnlyList<string>> LevelsAsync(IPage page, string ladder)
    {
        await page.GotoAsync(ladder + "matrix/");
        return await page.Locator(".matrix thead th[data-level]")
            .EvaluateAllAsync<string[]>("cells => cells.map(c => c.dataset.level)");
    }

    private static async Task<IReadOnlyList<string>> PrintAsync(IPage page, string paper) =>
        PrintedPages.Read(
            await page.PdfAsync(
                new()
                {
                    Format = paper,
                    PreferCSSPageSize = false,
                    Landscape = page.Url.Contains("/matrix/", StringComparison.Ordinal),
                }
            )
        );

    /// <summary>The content of an element is on one page from its first to its last letter.</summary>
    private static async Task AssertWholeAsync(IPage page, string selector, IReadOnlyList<string> pages)
    {
        var texts = await page.Locator(selector).AllInnerTextsAsync();
        Assert.NotEmpty(texts);
        Assert.All(
            texts,
            text => Assert.Contains(pages, p => p.Contains(PrintedPages.LettersOf(text), StringComparison.Ordinal))
        );
    }
}
