using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Screenshots;

public sealed class VisualRegressionTests(ScreenshotSite site) : IClassFixture<ScreenshotSite>
{
    public static readonly TheoryData<string, string> KeyPages = new()
    {
        { "home", "/" },
        { "section", "/work/" },
        { "level", "/ladders/librarians/levels/senior/" },
        { "dimension", "/ladders/librarians/dimensions/readers/" },
        { "matrix", "/ladders/librarians/matrix/" },
        { "comparison", "/ladders/librarians/compare/senior--keeper/" },
        { "archetype", "/archetypes/cartographer/" },
        { "stage", "/work/find/" },
        { "role", "/roles/enquiry-librarian/" },
        { "workshop", "/workshops/desk-hour/" },
    };

    private const string Changed = "/ladders/librarians/levels/senior/";

    private static readonly (string Change, string Css)[] Changes =
    [
        ("another accent", ":root { --accent: light-dark(#7a1f1f, #e0a0a0); }"),
        ("another background colour", ":root { --surface: light-dark(#f2f6fb, #14181c); }"),
        ("headings and names that are not bold", ":root { --bold: 400; }"),
        ("a column that is moved by the width of a letter", "main { position: relative; inset-inline-start: 0.5rem; }"),
        ("half a line more above a title", "h1 { margin-block-start: 1.75rem !important; }"),
        ("a sidebar that is lost", ".sidebar { visibility: hidden !important; }"),
    ];

    [Theory]
    [MemberData(nameof(KeyPages))]
    public async Task A_key_page_looks_as_accepted_in_three_widths_and_two_themes(string name, string path)
    {
        var problems = new List<string>();
        await using var page = await site.OpenAsync(path);
        foreach (var screenshot in Screenshot.All(name))
            if (
                await site.Accepted.CompareAsync(
                    screenshot.File,
                    await page.CaptureAsync(screenshot.Size, screenshot.Colours)
                ) is
                { } problem
            )
                problems.Add(problem);
        Assert.True(
            problems.Count == 0,
            $"""
            {string.Join('\n', problems)}
            artifacts/screenshots/screenshots has the accepted and the new images, with differences in red.
            To accept the new ones: UPDATE_EXPECTED=1 bash eng/test.sh VisualRegressionTests (docs/screenshots.md)
            """
        );
    }

    [Fact]
    public async Task A_visible_change_is_found_in_light_and_dark()
    {
        await using var page = await site.OpenAsync(Changed);
        var before = await CaptureBothAsync(page);
        foreach (var (change, css) in Changes)
        {
            await using var restyled = await page.RestyleAsync(css);
            foreach (var (accepted, actual) in before.Zip(await CaptureBothAsync(page)))
            {
                var difference = ImageComparer.Compare(accepted, actual);
                Assert.False(difference.IsTolerated, $"{change}: {difference}");
            }
        }
    }

    [Fact]
    public async Task Different_text_smoothing_is_tolerated()
    {
        await using var page = await site.OpenAsync(Changed);
        await using var finer = await site.OpenAsync(Changed, density: 2);
        foreach (var size in WindowSize.All)
        {
            var difference = ImageComparer.Compare(
                await page.CaptureAsync(size, ColorScheme.Light),
                await finer.CaptureAsync(size, ColorScheme.Light)
            );
            Assert.NotEqual(0, difference.SmallShare);
            Assert.True(difference.IsTolerated, $"{size}: {difference}");
        }
    }

    [Fact]
    public void Each_screenshot_has_one_accepted_image_and_there_is_no_other() =>
        Assert.Equal(
            KeyPages
                .SelectMany(page => Screenshot.All((string)page[0]))
                .Select(s => s.File)
                .Order(StringComparer.Ordinal),
            site.Accepted.Files
        );

    private static async Task<byte[][]> CaptureBothAsync(StillPage page) =>
        [
            await page.CaptureAsync(WindowSize.Desktop, ColorScheme.Light),
            await page.CaptureAsync(WindowSize.Desktop, ColorScheme.Dark),
        ];
}
