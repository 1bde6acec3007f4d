using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.SiteModel;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Paper;

/// <summary>
/// Prints every handout on both paper sizes and reads the PDFs: the number of pages, and text that must stay together.
/// </summary>
public sealed partial class HandoutPaperTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    /// <summary>A page with fewer letters is considered empty.</summary>
    private const int MinLetters = 60;

    private static readonly string[] Papers = ["A4", "Letter"];

    [Theory]
    [InlineData(Audience.Participant)]
    [InlineData(Audience.Facilitator)]
    public async Task Every_sheet_fits_its_pages_and_no_block_is_split(Audience audience)
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        Assert.Equal(3, site.Workshops.Count);
        foreach (var workshop in site.Workshops)
        {
            var counts = await AssertWholeAsync(page, workshop.Sheet(audience).Value);
            Assert.All(counts, count => Assert.InRange(count, 1, workshop.Workshop.PageLimit(audience)!.Value));
            Assert.InRange(Math.Abs(counts[0] - counts[1]), 0, 1);
        }
    }

    [Theory]
    [InlineData(Audience.Participant)]
    [InlineData(Audience.Facilitator)]
    public async Task In_large_print_no_block_is_split(Audience audience)
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        foreach (var workshop in site.Workshops)
            await AssertWholeAsync(page, workshop.Sheet(audience, isLarge: true).Value);
    }

    [Theory]
    [InlineData("A4")]
    [InlineData("Letter")]
    public async Task A_pack_starts_each_part_on_a_new_page_and_numbers_all_pages(string paper)
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        Assert.Contains(site.Site.Packs, p => p.Ladder is not null);
        Assert.Contains(site.Site.Packs, p => p.HoldsSheetsOnly);
        Assert.Contains(site.Site.Packs, p => p.Ladder is null && !p.HoldsSheetsOnly);
        foreach (var pack in site.Site.Packs)
        {
            await page.GotoAsync(pack.Address.Value);
            var titles = await page.Locator(".pack > :is(.handout, .part)")
                .EvaluateAllAsync<string[]>(
                    "parts => parts.map(p => [...p.querySelectorAll('.handout-kind, .kind, h1')].slice(0, "
                        + "2).map(e => e.textContent).join(''))"
                );
            var pages = await PaperPage.PrintAsync(page, paper);
            Assert.Equal(await page.Locator(".pack-contents li").CountAsync(), titles.Length);
            var start = 0; // The cover has a page of its own.
            foreach (var title in titles)
            {
                start = pages.FindIndex(
                    start + 1,
                    p => p.Text.StartsWith(PrintedPages.LettersOf(title), StringComparison.Ordinal)
                );
                Assert.True(start > 0, $"{paper} {pack.Address}: '{title}' begins on no page of its own.");
            }

            Assert.All(
                pages,
                p =>
                    Assert.True(
                        p.Text.Length > MinLetters,
                        $"{paper} {pack.Address}: page {p.Number} is empty: {p.Text}"
                    )
            );
        }
    }

    [Fact]
    public async Task Nothing_overflows_or_is_clipped_and_no_letter_is_too_small_or_too_faint()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var look = await PageScript.ReadAsync("Paper/check-sheet.js");
        foreach (var workshop in site.Workshops)
        {
            foreach (var audience in Enum.GetValues<Audience>())
            {
                foreach (var (isLarge, smallest, body) in new[] { (false, 9.0, 10.25), (true, 14.0, 18.0) })
                {
                    await page.GotoAsync(workshop.Sheet(audience, isLarge).Value);
                    foreach (var (paper, width) in new[] { ("A4", 672), ("Letter", 694) })
                    {
                        await page.SetViewportSizeAsync(width, 800);
                        var problems = await page.EvaluateAsync<string[]>(look, new { smallest, body });
                        Assert.True(problems.Length == 0, $"{paper} {page.Url}: {string.Join("; ", problems)}");
                    }
                }
            }
        }
    }

    /// <summary>
    /// The number of pages on each paper size. Writing spaces have no letters, so each gets a mark at its upper and
    /// lower end.
    /// </summary>
    private static async Task<List<int>> AssertWholeAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        var marked = await page.EvaluateAsync<JsonElement>(await PageScript.ReadAsync("Paper/mark-sheet.js"));
        var foot = WithoutMarks(PrintedPages.LettersOf(await page.Locator(".handout-foot").TextContentAsync() ?? ""));
        var counts = new List<int>();
        foreach (var paper in Papers)
        {
            var pages = await PaperPage.PrintAsync(page, paper);
            AssertWhole(pages, marked, foot, $"{paper} {path}");
            counts.Add(pages.Count);
        }

        return counts;
    }

    private static void AssertWhole(List<PaperPage> pages, JsonElement marked, string foot, string sheet)
    {
        foreach (var pair in marked.GetProperty("pairs").EnumerateArray())
            Assert.True(
                pages.Exists(p => p.Holds(pair[0].GetString()!) && p.Holds(pair[1].GetString()!)),
                $"{sheet}: '{pair[0]}' and '{pair[1]}' stand on two pages: "
                    + string.Join(
                        ", ",
                        pages
                            .Where(p => p.Holds(pair[0].GetString()!) || p.Holds(pair[1].GetString()!))
                            .Select(p => p.Number)
                    )
                    + "."
            );
        foreach (var follows in marked.GetProperty("headings").EnumerateArray())
            Assert.True(pages.Exists(p => p.Holds(follows.GetString()!)), $"{sheet}: '{follows}' is torn apart.");
        Assert.All(
            pages,
            p =>
                Assert.True(
                    WithoutMarks(p.Text).Length - (p.Holds(foot[..20]) ? foot.Length : 0) > MinLetters,
                    $"{sheet}: page {p.Number} holds nothing or the foot alone: {p.Text}"
                )
        );
    }

    private static string WithoutMarks(string text) => Mark().Replace(text, "");

    [GeneratedRegex("(Lead)?Upper\\d+end|Lower\\d+end")]
    private static partial Regex Mark();
}
