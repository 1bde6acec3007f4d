using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests;

/// <summary>axe-core, put into a page once and asked as often as the page is made to look otherwise. It tells of violations alone: describing all that is right takes it twice as long.</summary>
internal static class Axe
{
    /// <summary>The rules that read colours.</summary>
    public static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];

    private const string Ask = """
        rules => axe.run(document, { resultTypes: ['violations'], ...(rules.length > 0 ? { runOnly: rules } : {}) })
            .then(found => found.violations.map(v => `${v.id}: ${v.nodes[0].html}`))
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public static Task PutIntoAsync(IPage page) => page.EvaluateAsync(Script);

    /// <param name="rules">None are all that axe-core has on by itself.</param>
    public static Task<string[]> ViolationsAsync(IPage page, params string[] rules) => page.EvaluateAsync<string[]>(Ask, rules);
}
