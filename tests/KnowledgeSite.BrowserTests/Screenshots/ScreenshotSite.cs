using KnowledgeSite.Sources;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Screenshots;

/// <summary>
/// The site that screenshots are taken of: a page of each kind, in tests/fixtures/screenshots. Its text does not change
/// when authors edit <c>input/</c>, so a difference comes from the theme or from rendering. The theme's own fonts make
/// it the same on every machine.
/// </summary>
public sealed class ScreenshotSite : ServedSite
{
    private TestBrowser? _browser;

    internal static string Folder { get; } = Repository.Combine("tests", "fixtures", "screenshots");

    internal static string InputFolder { get; } = Path.Combine(Folder, "input");

    internal ImageComparer? Comparer { get; private set; }

    private protected override ISourceTree Input { get; } = new FolderTree(InputFolder);

    public override async Task InitializeAsync()
    {
        AcceptedScreenshots.Clear();
        await base.InitializeAsync();
        _browser = await TestBrowser.LaunchAsync(
            "--font-render-hinting=none",
            "--disable-lcd-text",
            "--force-color-profile=srgb"
        );
        Comparer = await ImageComparer.OpenAsync(_browser);
    }

    public override async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        await base.DisposeAsync();
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
        return await StillPage.OpenAsync(page, Comparer!, density);
    }
}
