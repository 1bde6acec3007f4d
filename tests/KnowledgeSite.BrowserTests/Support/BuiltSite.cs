using System.Buffers;
using KnowledgeSite.Files;
using KnowledgeSite.Search;
using KnowledgeSite.Search.Indexing;
using KnowledgeSite.SiteModel;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Support;

/// <summary>
/// A server with the knowledge base in <c>tests/fixtures/knowledge</c>, and a browser, for one class of tests. The
/// pages are built once for all classes, and classes run in parallel. Only <see cref="Pages.InputSmokeTests"/> reads
/// <c>input/</c>, because authors may change it.
/// </summary>
public class BuiltSite : IAsyncLifetime
{
    /// <summary>The input folder of the fixture.</summary>
    private protected static readonly string Fixture = Repository.Combine("tests", "fixtures", "knowledge");

    private readonly string _input;
    private BuiltPages? _built;
    private SiteServer? _server;
    private TestBrowser? _browser;

    public BuiltSite()
        : this(Fixture) { }

    private protected BuiltSite(string input) => _input = input;

    public string Address => _server!.Address;

    /// <summary>The model that the pages were rendered from.</summary>
    internal Site Site => _built!.Site;

    /// <summary>The pages that <see cref="Pages.PageCrawl"/> opens.</summary>
    internal virtual IReadOnlyList<string> Examined => field ??= PageSample.Choose(Folder, Pages);

    /// <summary>The search index of the pages.</summary>
    internal SearchIndex Index => field ??= IndexBuilder.Build(Site);

    /// <summary>The paths of all pages, including those that no sitemap and no search lists.</summary>
    public IReadOnlyList<string> Pages => _built!.Paths;

    /// <summary>The folder of the finished site.</summary>
    private protected string Folder => _built!.Folder;

    internal IReadOnlyList<WorkshopUrls> Workshops => Site.Workshops;

    public virtual async Task InitializeAsync()
    {
        _built = await BuiltPages.GetAsync(_input);
        _server = await SiteServer.StartAsync(Folder);
        _browser = await TestBrowser.GetAsync();
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }

    /// <summary>Whether the site has a file for the path of a link.</summary>
    internal bool HasFile(string path) =>
        File.Exists(Path.Combine(Folder, path.TrimStart('/') + (path.EndsWith('/') ? "index.html" : "")));

    /// <summary>The files of the finished site; a page has the path of its link.</summary>
    internal IReadOnlyList<OutputFile> ReadFiles() =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
                .Select(file =>
                {
                    var path = "/" + Path.GetRelativePath(Folder, file).Replace('\\', '/');
                    return new OutputFile(
                        new(path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^10] : path),
                        output => output.Write(File.ReadAllBytes(file))
                    );
                }),
        ];

    /// <summary>Creates a browser profile. Its pages resolve paths against the site's address.</summary>
    public Task<IBrowserContext> NewContextAsync(
        int width = 1280,
        ColorScheme colours = ColorScheme.Light,
        bool scripts = true
    ) =>
        _browser!.NewContextAsync(
            new()
            {
                BaseURL = Address,
                ViewportSize = new() { Width = width, Height = 800 },
                ColorScheme = colours,
                JavaScriptEnabled = scripts,
            }
        );

    /// <summary>Creates the browser profile of a phone, without a mouse.</summary>
    public Task<IBrowserContext> NewTouchContextAsync() =>
        _browser!.NewContextAsync(
            new()
            {
                BaseURL = Address,
                ViewportSize = new() { Width = 375, Height = 700 },
                HasTouch = true,
                IsMobile = true,
            }
        );

    /// <summary>
    /// Creates a browser profile with windows of this width and a zoom of 200 %: half as many CSS pixels, twice the
    /// density.
    /// </summary>
    public Task<IBrowserContext> NewZoomedContextAsync(int window) =>
        _browser!.NewContextAsync(
            new()
            {
                BaseURL = Address,
                ViewportSize = new() { Width = window / 2, Height = 400 },
                DeviceScaleFactor = 2,
            }
        );
}
