using KnowledgeSite.Cli.Printing;
using KnowledgeSite.Search;
using KnowledgeSite.Search.Indexing;
using KnowledgeSite.SiteModel;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests;

/// <summary>
/// The knowledge base in <c>tests/fixtures/knowledge</c>, served, and a browser to look at it: one for each collection
/// of tests. The pages are built once. No test but <see cref="InputSmokeTests"/> reads <c>input/</c>, which anybody may
/// change.
/// </summary>
public class BuiltSite : IAsyncLifetime
{
    private readonly string _input;
    private BuiltPages? _built;
    private SiteServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public BuiltSite()
        : this("tests", "fixtures", "knowledge") { }

    private protected BuiltSite(params string[] input) => _input = Path.Combine([RepositoryRoot(), .. input]);

    public string Address => _server!.Address;

    /// <summary>What the pages were made of.</summary>
    public Site Site => _built!.Site;

    /// <summary>What is found in them.</summary>
    internal SearchIndex Index => field ??= IndexBuilder.Build(Site);

    /// <summary>The paths of all pages, those that no map and no search lists among them.</summary>
    public IReadOnlyList<string> Pages => _built!.Paths;

    /// <summary>Whether the finished site has a file for the path of a link.</summary>
    internal bool HasFile(string path) =>
        File.Exists(Path.Combine(_built!.Folder, path.TrimStart('/') + (path.EndsWith('/') ? "index.html" : "")));

    internal IReadOnlyList<SiteModel.WorkshopUrls> Workshops => Site.Workshops;

    public async Task InitializeAsync()
    {
        _built = await BuiltPages.TakeAsync(_input);
        _server = await SiteServer.StartAsync(_built.Folder);
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        if (_built is not null)
            await _built.GiveBackAsync();
    }

    internal static Task<IBrowser> LaunchAsync(IPlaywright playwright, params string[] more) =>
        playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = FindBrowser(),
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    .. more,
                ],
            }
        );

    /// <summary>
    /// How long a test waits for what has to come, in milliseconds. A machine that builds something else meanwhile is
    /// slow.
    /// </summary>
    private const float Patience = 120_000;

    private async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    /// <summary>A fresh browser profile; its pages take paths.</summary>
    public Task<IBrowserContext> NewContextAsync(
        int width = 1280,
        ColorScheme colours = ColorScheme.Light,
        bool scripts = true
    ) =>
        OpenAsync(
            new()
            {
                BaseURL = Address,
                ViewportSize = new() { Width = width, Height = 800 },
                ColorScheme = colours,
                JavaScriptEnabled = scripts,
            }
        );

    /// <summary>A phone: fingers, and no pointer.</summary>
    public Task<IBrowserContext> NewTouchContextAsync() =>
        OpenAsync(
            new()
            {
                BaseURL = Address,
                ViewportSize = new() { Width = 375, Height = 700 },
                HasTouch = true,
                IsMobile = true,
            }
        );

    /// <summary>
    /// A window of this width as a reader sees it who has enlarged everything to 200 %: half as many CSS pixels, twice
    /// as dense.
    /// </summary>
    public Task<IBrowserContext> NewZoomedContextAsync(int window) =>
        OpenAsync(
            new()
            {
                BaseURL = Address,
                ViewportSize = new() { Width = window / 2, Height = 400 },
                DeviceScaleFactor = 2,
            }
        );

    internal static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "KnowledgeSite.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    internal static string FindBrowser() =>
        InstalledBrowser.Find(null)
        ?? throw new InvalidOperationException(
            "No Chromium, Chrome or Edge is installed. eng/test.sh installs one; or name one in KNOWLEDGESITE_BROWSER."
        );
}
