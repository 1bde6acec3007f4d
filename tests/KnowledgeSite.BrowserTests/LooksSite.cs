using KnowledgeSite.Sources;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests;

/// <summary>
/// The site that looks are taken of: a page of each kind, in tests/fixtures/looks. Its words stay as they are while
/// people write on our own, so a difference is one of the theme, or of how pages are made. Letters come from the
/// theme's own fonts, so they are the same on every machine.
/// </summary>
public sealed class LooksSite : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "knowledgesite-" + Guid.NewGuid().ToString("N"));
    private SiteServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal static string Folder => Path.Combine(BuiltSite.RepositoryRoot(), "tests", "fixtures", "looks");

    internal PictureBench? Bench { get; private set; }

    public async Task InitializeAsync()
    {
        AcceptedLooks.Clear();
        var (input, output) = (Path.Combine(Folder, "input"), Path.Combine(_folder, "output"));
        var options = new BuildOptions(input, output, Strict: true, new Uri("https://kb.example/"), Today);
        await new SiteBuild(options, new FolderTree(input), new Theme.Theme()).RunAsync(
            check: false,
            null,
            CancellationToken.None
        );
        _server = await SiteServer.StartAsync(output);
        _playwright = await Playwright.CreateAsync();
        _browser = await BuiltSite.LaunchAsync(
            _playwright,
            "--font-render-hinting=none",
            "--disable-lcd-text",
            "--force-color-profile=srgb"
        );
        Bench = await PictureBench.OpenAsync(_browser);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <param name="density">Pixels of the screen to one of CSS, each way.</param>
    internal async Task<LookPage> OpenAsync(string path, int density = 1)
    {
        var context = await _browser!.NewContextAsync(
            new()
            {
                BaseURL = _server!.Address,
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
        return await LookPage.OfAsync(page, Bench!, density);
    }
}
