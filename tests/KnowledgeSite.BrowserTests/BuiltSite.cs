using System.Xml.Linq;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests;

/// <summary>Our own pages, built, served, and a browser to look at them; made once for all tests.</summary>
public sealed class BuiltSite : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "knowledgesite-" + Guid.NewGuid().ToString("N"));
    private SiteServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Address => _server!.Address;

    /// <summary>What the pages were made of.</summary>
    public Site Site { get; private set; } = null!;

    /// <summary>The paths of pages, from the site's own map; of those that one template makes of one model, a few.</summary>
    public IReadOnlyList<string> Pages { get; private set; } = [];

    internal IReadOnlyList<SiteModel.WorkshopPlaces> Workshops => Site.Workshops;

    public async Task InitializeAsync()
    {
        var input = Path.Combine(RepositoryRoot(), "input");
        var options = new BuildOptions(input, Path.Combine(_folder, "output"), Strict: false, new Uri("https://kb.example/"), new DateOnly(2026, 11, 20));
        var built = await new SiteBuild(options, new FolderTree(input), new Theme.Theme()).RunAsync(check: false, null, CancellationToken.None);
        Site = built.Site!;
        var map = XDocument.Load(Path.Combine(_folder, "output", "sitemap.xml"));
        Pages = [.. map.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).AbsolutePath).Where(p => !IsOneOfMany(p))];

        _server = await SiteServer.StartAsync(Path.Combine(_folder, "output"));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = FindBrowser(),
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A fresh browser profile; its pages take paths.</summary>
    public Task<IBrowserContext> NewContextAsync(int width = 1280, ColorScheme colours = ColorScheme.Light, bool scripts = true, bool bypassPolicy = false) =>
        _browser!.NewContextAsync(new() { BaseURL = Address, ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = colours, JavaScriptEnabled = scripts, BypassCSP = bypassPolicy });

    /// <summary>A phone: fingers, and no pointer.</summary>
    public Task<IBrowserContext> NewTouchContextAsync() =>
        _browser!.NewContextAsync(new() { BaseURL = Address, ViewportSize = new() { Width = 375, Height = 700 }, HasTouch = true, IsMobile = true });

    /// <summary>A window of this width as a reader sees it who has enlarged everything to 200 %: half as many CSS pixels, twice as dense.</summary>
    public Task<IBrowserContext> NewZoomedContextAsync(int window) =>
        _browser!.NewContextAsync(new() { BaseURL = Address, ViewportSize = new() { Width = window / 2, Height = 400 }, DeviceScaleFactor = 2 });

    private static bool IsOneOfMany(string path)
    {
        if (path.Contains("/compare/", StringComparison.Ordinal)) return !path.EndsWith("/senior--staff/", StringComparison.Ordinal) && !path.EndsWith("/staff--manager/", StringComparison.Ordinal) && !path.EndsWith("/compare/", StringComparison.Ordinal);
        if (path.EndsWith("/sheet/", StringComparison.Ordinal)) return !path.EndsWith("/staff/sheet/", StringComparison.Ordinal);
        if (path.EndsWith("/pack/", StringComparison.Ordinal)) return path is not ("/staff/pack/" or "/workshops/pack/" or "/workshops/find-your-spike/pack/" or "/ladders/machine-learning-scientist/pack/");
        if (path.StartsWith("/workshops/", StringComparison.Ordinal) && path.Count(c => c == '/') > 3) return !path.StartsWith("/workshops/find-your-spike/", StringComparison.Ordinal);
        return path.Contains("/machine-learning-scientist/levels/", StringComparison.Ordinal) && !path.EndsWith("/senior/", StringComparison.Ordinal);
    }

    internal static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "KnowledgeSite.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    internal static string FindBrowser()
    {
        if (Environment.GetEnvironmentVariable("KNOWLEDGESITE_BROWSER") is { Length: > 0 } given) return given;
        var names = new[] { "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge" };
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(p => names.Select(n => Path.Combine(p, n))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("No Chromium, Chrome or Edge is installed. eng/test.sh installs one; or name one in KNOWLEDGESITE_BROWSER.");
    }
}

[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<BuiltSite>
{
    public const string Name = "browser";
}
