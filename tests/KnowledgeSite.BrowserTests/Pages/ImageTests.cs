using System.Buffers;
using KnowledgeSite.Imaging;
using KnowledgeSite.Sources;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

public sealed class ImageTests(BuiltSite site, ImageTests.ImageSite images)
    : IClassFixture<ImageTests.ImageSite>,
        IClassFixture<BuiltSite>
{
    /// <summary>A page with a large image, a small one, and one for each theme.</summary>
    public sealed class ImageSite : ServedSite
    {
        private protected override ISourceTree Input { get; } =
            new MemoryTree(
                new Dictionary<string, byte[]>(StringComparer.Ordinal)
                {
                    ["site.yaml"] = "title: Images"u8.ToArray(),
                    ["index.md"] =
                        """
                    # Images

                    ![Squares](large.png "Many squares")

                    ![Few squares](small.png) ![Light](small.png#only-light) ![Dark](small.png#only-dark)
                    """u8.ToArray(),
                    ["large.png"] = Draw(1600, 900),
                    ["small.png"] = Draw(120, 60),
                }
            );

        private static byte[] Draw(int width, int height)
        {
            using var image = new PngImage(width, height, 0xFFFFFF);
            for (var i = 0; i < width * height / 64; i++)
                image.FillRectangle(i * 37 % width, i * 101 % height, 7, 5, i * 7919 & 0xFFFFFF);
            var output = new ArrayBufferWriter<byte>();
            image.WritePng(output);
            return output.WrittenSpan.ToArray();
        }
    }

    [Fact]
    public async Task A_phone_loads_a_small_variant_of_a_large_image()
    {
        await using var context = await site.NewContextAsync(width: 375);
        var page = await context.NewPageAsync();
        await page.GotoAsync(images.At("/"));
        var loaded = await page.GetByAltText("Squares", new() { Exact = true })
            .EvaluateAsync<string>("async image => { await image.decode(); return image.currentSrc; }");
        Assert.EndsWith(".480.webp", loaded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_image_opens_in_its_full_size_and_closes_by_keyboard()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(images.At("/"));
        var enlarge = page.GetByRole(AriaRole.Button, new() { Name = "Enlarge image: Squares" });
        await Assertions.Expect(enlarge).ToHaveCountAsync(1);
        await enlarge.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Squares" });
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        var width = await dialog.Locator("img").EvaluateAsync<int>("async i => { await i.decode(); return i.width; }");
        Assert.Equal(1600, width);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(enlarge).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Few squares" })).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task An_image_for_one_theme_is_shown_in_that_theme_and_the_light_one_on_paper(ColorScheme theme)
    {
        await using var context = await site.NewContextAsync(colours: theme);
        var page = await context.NewPageAsync();
        await page.GotoAsync(images.At("/"));
        var isDark = theme == ColorScheme.Dark;
        await Assertions.Expect(page.GetByAltText("Light")).ToBeVisibleAsync(new() { Visible = !isDark });
        await Assertions.Expect(page.GetByAltText("Dark")).ToBeVisibleAsync(new() { Visible = isDark });
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.GetByAltText("Light")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByAltText("Dark")).ToBeHiddenAsync();
    }
}
