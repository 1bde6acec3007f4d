using System.Collections.Concurrent;
using KnowledgeSite.Cli.Printing;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Support;

/// <summary>
/// A browser that all fixtures share, because a start takes as long as several tests. Each test has a profile of its
/// own in it. It ends together with the process of the tests.
/// </summary>
internal sealed class TestBrowser
{
    /// <summary>
    /// How long a test waits for something to appear, in milliseconds. It is long because the machine may be busy.
    /// </summary>
    private const float Timeout = 120_000;

    private static readonly Lazy<Task<IPlaywright>> Driver = new(Playwright.CreateAsync);
    private static readonly ConcurrentDictionary<string, Lazy<Task<TestBrowser>>> Started = new(StringComparer.Ordinal);

    private readonly IBrowser _browser;

    private TestBrowser(IBrowser browser) => _browser = browser;

    /// <summary>The browser with these arguments, which is started if it does not run yet.</summary>
    /// <exception cref="InvalidOperationException">No browser is installed.</exception>
    public static Task<TestBrowser> GetAsync(params string[] arguments) =>
        Started.GetOrAdd(string.Join(' ', arguments), _ => new(() => LaunchAsync(arguments))).Value;

    private static async Task<TestBrowser> LaunchAsync(string[] arguments)
    {
        var playwright = await Driver.Value;
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
        return new(browser);
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
}
