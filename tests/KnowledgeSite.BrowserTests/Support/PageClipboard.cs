using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Support;

/// <summary>
/// A clipboard for the pages of one context. The clipboard of the browser is shared by all tests that run at the same
/// time, so that a test could read what another one had copied.
/// </summary>
internal static class PageClipboard
{
    private const string Script = """
        let copied = '';
        const clipboard = {
          writeText: (text) => {
            copied = text;
            return Promise.resolve();
          },
          readText: () => Promise.resolve(copied),
        };
        Object.defineProperty(navigator, 'clipboard', { value: clipboard });
        """;

    /// <summary>Gives each page that the context opens from now on a clipboard of its own.</summary>
    internal static Task GiveToAsync(IBrowserContext context) =>
        context.AddInitScriptAsync("(() => {" + Script + "})()");

    /// <summary>What the page has copied; empty before it has copied anything.</summary>
    internal static Task<string> ReadAsync(IPage page) => page.EvaluateAsync<string>("navigator.clipboard.readText()");
}
