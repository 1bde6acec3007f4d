using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Screenshots;

/// <summary>The gallery, of which screenshots are taken.</summary>
public sealed class GalleryScreenshots : ScreenshotSite
{
    public GalleryScreenshots()
        : base("gallery") { }
}

/// <summary>
/// Compares each page of the gallery with accepted images: on a phone, on a desk, in the dark and on paper.
/// </summary>
public sealed class GalleryScreenshotTests(GalleryScreenshots site) : IClassFixture<GalleryScreenshots>
{
    private static readonly (string Name, WindowSize Size, ColorScheme Colours, Media Media)[] Views =
    [
        ("375", WindowSize.Phone, ColorScheme.Light, Media.Screen),
        ("375-dark", WindowSize.Phone, ColorScheme.Dark, Media.Screen),
        ("1440", WindowSize.Desktop, ColorScheme.Light, Media.Screen),
        ("1440-dark", WindowSize.Desktop, ColorScheme.Dark, Media.Screen),
        ("paper", WindowSize.Paper, ColorScheme.Light, Media.Print),
    ];

    /// <summary>The controls of films and sounds and the viewer of documents belong to the browser.</summary>
    private const string WithoutPlayers = "video, audio, iframe { visibility: hidden; }";

    private static readonly string[] Names =
    [
        .. Directory
            .EnumerateFiles(Repository.Combine("tests", "fixtures", "gallery", "input"))
            .Where(f => Path.GetExtension(f) is ".md" or ".ipynb")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Pages() => [.. Names];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_looks_as_accepted(string name)
    {
        var problems = new List<string>();
        await using var page = await site.OpenAsync(name == "index" ? "/" : $"/{name}/");
        await using var restyled = await page.RestyleAsync(WithoutPlayers);
        foreach (var view in Views)
        {
            var image = await page.CaptureArticleAsync(view.Size, view.Colours, view.Media);
            if (await site.Accepted.CompareAsync($"{name}-{view.Name}.png", image) is { } problem)
                problems.Add(problem);
        }
        Assert.True(
            problems.Count == 0,
            $"""
            {string.Join('\n', problems)}
            artifacts/screenshots/gallery has the accepted and the new images, with differences in red. To accept the
            new ones: UPDATE_EXPECTED=1 bash eng/test.sh GalleryScreenshotTests (docs/screenshots.md)
            """
        );
    }

    [Fact]
    public void Each_view_has_one_accepted_image_and_there_is_no_other() =>
        Assert.Equal(
            Names.SelectMany(name => Views.Select(view => $"{name}-{view.Name}.png")).Order(StringComparer.Ordinal),
            site.Accepted.Files
        );
}
