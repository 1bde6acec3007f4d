using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Support;

/// <summary>
/// axe-core, put into a page once and asked as often as the page is made to look otherwise. It tells of violations
/// alone, by what stands there and not by selectors: describing all that is right, and where, takes it more than twice
/// as long.
/// </summary>
internal static class Axe
{
    /// <summary>The rules that read colours.</summary>
    public static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];

    private const string Ask = """
        ({ within, rules }) => axe.run(within ?? document, { resultTypes: ['violations'],
          selectors: false, ...(rules.length > 0 ? { runOnly: rules } : {}) })
            .then(found => found.violations.map(v => `${v.id}: ${v.nodes[0].html}`))
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What it says of a page as it stands, in the words of <see cref="ViolationsAsync"/>.</summary>
    /// <param name="within">A selector of what to look at, where the rest of the page is looked at elsewhere.</param>
    public static async Task<string[]> FoundOnAsync(IPage page, string? within = null)
    {
        await PutIntoAsync(page);
        return await AskAsync(page, within, []);
    }

    public static Task PutIntoAsync(IPage page) => page.EvaluateAsync(Script);

    /// <param name="rules">None are all that axe-core has on by itself.</param>
    public static Task<string[]> ViolationsAsync(IPage page, params string[] rules) => AskAsync(page, null, rules);

    private static Task<string[]> AskAsync(IPage page, string? within, string[] rules) =>
        page.EvaluateAsync<string[]>(Ask, new { within, rules });
}
