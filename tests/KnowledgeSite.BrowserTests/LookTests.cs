using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests;

public sealed class LookTests(LooksSite site) : IClassFixture<LooksSite>
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
        ("another tint of the paper", ":root { --surface: light-dark(#f2f6fb, #14181c); }"),
        ("headings and names that are not bold", ":root { --bold: 400; }"),
        ("a column that is moved by the width of a letter", "main { position: relative; inset-inline-start: 0.5rem; }"),
        ("half a line more above a title", "h1 { margin-block-start: 1.75rem !important; }"),
        ("a sidebar that is lost", ".sidebar { visibility: hidden !important; }"),
    ];

    [Theory]
    [MemberData(nameof(KeyPages))]
    public async Task A_key_page_looks_as_it_was_accepted_in_three_widths_and_two_themes(string name, string path)
    {
        var complaints = new List<string>();
        await using var page = await site.OpenAsync(path);
        foreach (var look in Look.AllOf(name))
            if (
                await AcceptedLooks.JudgeAsync(look, await page.SeeAsync(look.Size, look.Colours), site.Bench!) is
                { } complaint
            )
                complaints.Add(complaint);
        Assert.True(
            complaints.Count == 0,
            $"""
            {string.Join('\n', complaints)}
            artifacts/looks has the accepted images, the new ones, and in red where they differ. To accept the new ones:
            UPDATE_EXPECTED=1 bash eng/test.sh LookTests (docs/looks.md)
            """
        );
    }

    [Fact]
    public async Task A_change_that_readers_would_see_is_found_in_light_and_in_the_dark()
    {
        await using var page = await site.OpenAsync(Changed);
        var before = await SeeBothAsync(page);
        foreach (var (change, css) in Changes)
        {
            await using var restyled = await page.RestyleAsync(css);
            foreach (var (accepted, seen) in before.Zip(await SeeBothAsync(page)))
            {
                var difference = await site.Bench!.CompareAsync(accepted, seen);
                Assert.False(difference.IsTolerated, $"{change}: {difference}");
            }
        }
    }

    [Fact]
    public async Task Letters_that_are_smoothed_in_another_way_are_no_change()
    {
        await using var page = await site.OpenAsync(Changed);
        await using var finer = await site.OpenAsync(Changed, density: 2);
        foreach (var size in LookSize.All)
        {
            var difference = await site.Bench!.CompareAsync(
                await page.SeeAsync(size, ColorScheme.Light),
                await finer.SeeAsync(size, ColorScheme.Light)
            );
            Assert.NotEqual(0, difference.LittleShare);
            Assert.True(difference.IsTolerated, $"{size}: {difference}");
        }
    }

    [Fact]
    public void Each_look_has_one_accepted_picture_and_no_other_is_kept() =>
        Assert.Equal(
            KeyPages
                .SelectMany(page => Look.AllOf((string)page[0]))
                .Select(look => look.File)
                .Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(AcceptedLooks.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );

    private static async Task<byte[][]> SeeBothAsync(LookPage page) =>
        [await page.SeeAsync(LookSize.Desk, ColorScheme.Light), await page.SeeAsync(LookSize.Desk, ColorScheme.Dark)];
}
