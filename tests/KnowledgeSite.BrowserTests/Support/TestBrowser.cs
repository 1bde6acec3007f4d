using KnowledgeSite.Cli.Printing;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Support;

/// <summary>A browser that was started for a fixture.</summary>
internal sealed class TestBrowser : IAsyncDisposable
{
    /// <summary>
    /// How long a test waits for something to appear, in milliseconds. It is long because the machine may be busy.
    /// </summary>
    private const float Timeout = 120_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private TestBrowser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <exception cref="InvalidOperationException">No browser is installed.</exception>
    public static async Task<TestBrowser> LaunchAsync(params string[] arguments)
    {
        var playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Timeout);
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Find(),
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    .. arguments,
                ],
            }
        );
        return new(playwright, browser);
    }

    /// <summary>The path of the installed browser.</summary>
    /// <exception cref="InvalidOperationException">No browser is installed.</exception>
    public static string Find() =>
        InstalledBrowser.Find(null)
        ?? throw new InvalidOperationException(
            "No Chromium, Chrome or Edge is installed. eng/test.sh installs one; or name one in KNOWLEDGESITE_BROWSER."
        );

    /// <summary>Creates a browser profile.</summary>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(Timeout);
        return context;
    }

    public Task<IPage> NewPageAsync() => _browser.NewPageAsync();

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
