using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Support;

/// <summary>
/// Runs axe-core in a page. It is loaded once and can examine the page several times, in different states. It reports
/// only violations, with the text of the element instead of selectors, because a full report takes more than twice as
/// long.
/// </summary>
internal static class Axe
{
    /// <summary>The rules about colours. They take more than half of the time of all rules.</summary>
    private static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];

    private const string Ask = """
        ({ within, only, without }) => axe.run(within ?? document, { resultTypes: ['violations'], selectors: false,
          ...(only.length > 0 ? { runOnly: only } : {}),
          rules: Object.fromEntries(without.map(rule => [rule, { enabled: false }])) })
            .then(found => found.violations.map(v => `${v.id}: ${v.nodes[0].html}`))
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>The violations on the page in its current state, one line each.</summary>
    /// <param name="within">A selector of the part to examine; null for the whole page.</param>
    public static async Task<string[]> FoundOnAsync(IPage page, string? within = null)
    {
        await PutIntoAsync(page);
        return await AskAsync(page, within, [], []);
    }

    public static Task PutIntoAsync(IPage page) => page.EvaluateAsync(Script);

    /// <param name="only">The rules to apply. If empty, the default rules of axe-core.</param>
    public static Task<string[]> ViolationsAsync(IPage page, params string[] only) => AskAsync(page, null, only, []);

    /// <summary>The violations of the rules about colours.</summary>
    public static Task<string[]> ViolationsOfColoursAsync(IPage page) => ViolationsAsync(page, OfColours);

    /// <summary>The violations of all rules but those about colours.</summary>
    public static Task<string[]> ViolationsApartFromColoursAsync(IPage page) => AskAsync(page, null, [], OfColours);

    private static Task<string[]> AskAsync(IPage page, string? within, string[] only, string[] without) =>
        page.EvaluateAsync<string[]>(
            Ask,
            new
            {
                within,
                only,
                without,
            }
        );
}
