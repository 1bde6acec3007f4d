using KnowledgeSite.Sources;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Screenshots;

/// <summary>
/// A site that screenshots are taken of. Its text does not change when authors edit <c>input/</c>, so a difference
/// comes from the theme or from rendering. The theme's own fonts make it the same on every machine.
/// </summary>
public class ScreenshotSite : ServedSite
{
    private TestBrowser? _browser;

    /// <summary>The site with a page of each kind.</summary>
    public ScreenshotSite()
        : this("screenshots") { }

    private protected ScreenshotSite(string fixture)
    {
        Accepted = new(fixture);
        Input = new FolderTree(Repository.Combine("tests", "fixtures", fixture, "input"));
    }

    internal static string InputFolder { get; } = Repository.Combine("tests", "fixtures", "screenshots", "input");

    internal AcceptedScreenshots Accepted { get; }

    private protected override ISourceTree Input { get; }

    public override async Task InitializeAsync()
    {
        Accepted.Clear();
        await base.InitializeAsync();
        _browser = await TestBrowser.GetAsync(
            "--font-render-hinting=none",
            "--disable-lcd-text",
            "--force-color-profile=srgb"
        );
    }

    /// <param name="density">Device pixels per CSS pixel.</param>
    internal async Task<StillPage> OpenAsync(string path, int density = 1)
    {
        var context = await _browser!.NewContextAsync(
            new()
            {
                BaseURL = Address,
                BypassCSP = true,
                DeviceScaleFactor = density,
                Locale = "en-GB",
                ReducedMotion = ReducedMotion.Reduce,
                TimezoneId = "UTC",
            }
        );
        await context.Clock.SetFixedTimeAsync(Today.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return await StillPage.OpenAsync(page, density);
    }
}
