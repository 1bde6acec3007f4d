using System.Text.Json;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Search;

/// <summary>A page of the built site in which tests call the search modules.</summary>
internal sealed class SearchPageInBrowser : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly IPage _page;

    private SearchPageInBrowser(IBrowserContext context, IPage page)
    {
        _context = context;
        _page = page;
    }

    /// <summary>Opens the page and imports the search modules.</summary>
    public static async Task<SearchPageInBrowser> OpenAsync(BuiltSite site)
    {
        var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.EvaluateAsync(
            """
            async () => {
                const entry = await (await fetch('/search/search.js')).text();
                const folder = /\.\/index\/[^/]+\//.exec(entry)[0];
                const names = ['analysis', 'store', 'searcher', 'site-files'];
                window.search = Object.fromEntries(await Promise.all(names.map(async name => [name,
                  await import(new URL(`${folder}${name}.js`, `${location.origin}/search/`))])));
                window.search.folder = new URL(folder, `${location.origin}/search/`).href;
                const { SiteFiles } = window.search['site-files'];
                window.search.files = new SiteFiles(window.search.folder, `${location.origin}/`);
                window.search.entry = await import('/search/search.js');
            }
            """
        );
        return new(context, page);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    /// <summary>Runs a function in the page.</summary>
    /// <param name="function">The body of an async function with the parameters <c>search</c> (the modules by name) and
    /// <c>given</c>. It returns a value that JSON can represent.</param>
    public async Task<T> RunAsync<T>(string function, object? given = null)
    {
        var answer = await _page.EvaluateAsync<string>(
            $"async text => JSON.stringify(await (async (search, given) => {{ {function} }})(window.search, "
                + "JSON.parse(text)))",
            JsonSerializer.Serialize(given)
        );
        return JsonSerializer.Deserialize<T>(answer, JsonSerializerOptions.Web)!;
    }
}
