using System.Collections.Concurrent;
using KnowledgeSite.Sources;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>
/// Pages that try to run code, opened as from a host that sends no Content-Security-Policy. The browser blocks nothing
/// and reports what the site's policy would block, so that code is also seen if it has no visible effect. What passes
/// here also passes where the policy is enforced.
/// </summary>
public sealed class XssTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    /// <summary>Fires the events of every element, and lists the addresses that would run code when followed.</summary>
    private const string Touch = """
        () => {
          const found = [];
          for (const element of document.querySelectorAll('main *')) {
            for (const type of ['mouseover', 'pointerenter', 'focus', 'toggle', 'animationstart', 'error', 'load'])
              EventTarget.prototype.dispatchEvent.call(element, new Event(type));
            // An input may have the name of a property of its form.
            for (const name of Element.prototype.getAttributeNames.call(element)) {
              const value = Element.prototype.getAttribute.call(element, name);
              let address;
              try { address = new URL(value, 'https://x.invalid/'); } catch { continue; }
              const names = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'to', 'values'];
              if (names.includes(name.replace('xlink:', '')) && /^(javascript|vbscript|data):/.test(address.protocol)
                && !value.startsWith('data:image/'))
                found.push(`${element.localName} ${name}=${value}`);
            }
          }
          if (document.baseURI !== location.href.split('#')[0] && document.baseURI !== location.href)
            found.push(`base ${document.baseURI}`);
          return found;
        }
        """;

    /// <summary>How many pages are opened as one, which takes about a quarter of the time.</summary>
    private const int AtOnce = 12;

    [Fact]
    public async Task No_script_runs()
    {
        using var folder = new TemporaryFolder();
        var pages = await BuildAsync(XssVectors.Read(), folder.Root);
        Assert.True(pages.Count > 300, $"{pages.Count} pages");
        await using var server = await SiteServer.StartAsync(folder.Root, enforcesPolicy: false);
        var joined = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var batch in pages.GroupBy(p => p.Count(c => c == '/')).SelectMany(g => g.Chunk(AtOnce)))
            joined.Add(Join(batch, folder.Root, joined.Count), batch);
        var seen = await OpenAsync(server, joined);
        // Alone, each page is named.
        var suspects = joined.Where(j => seen.Any(s => s.StartsWith(j.Key + ":", StringComparison.Ordinal)));
        Assert.Empty(await OpenAsync(server, suspects.SelectMany(s => s.Value).ToDictionary(p => p, p => new[] { p })));
        Assert.Empty(seen);
    }

    /// <summary>Checks the test itself: it notices code that runs, and code that the policy blocks.</summary>
    [Theory]
    [InlineData(false, "a dialog says 1|a href=javascript:alert(2)|forbidden by script-src")]
    [InlineData(true, "a href=javascript:alert(2)|forbidden by script-src")]
    public async Task Code_that_a_site_allows_is_seen(bool enforcesPolicy, string expected)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["site.yaml"] = "title: Allowed\nallow: [onerror, 'javascript:']"u8.ToArray(),
            ["index.md"] = "# Home\n\n<img src=data:, onerror=alert(1)> [x](javascript:alert(2))"u8.ToArray(),
        };
        using var folder = new TemporaryFolder();
        var pages = await BuildAsync(files, folder.Root);
        await using var server = await SiteServer.StartAsync(folder.Root, enforcesPolicy);
        var seen = await OpenAsync(server, pages.ToDictionary(p => p, p => new[] { p }));
        var kinds = seen.Select(s =>
            s.Contains("script-src", StringComparison.Ordinal) ? "/: forbidden by script-src" : s
        );
        Assert.Equal(expected.Split('|').Select(e => $"/: {e}"), kinds.Distinct().Order(StringComparer.Ordinal));
    }

    /// <returns>The paths of the pages.</returns>
    private static async Task<IReadOnlyList<string>> BuildAsync(Dictionary<string, byte[]> files, string folder)
    {
        var options = new BuildOptions("input", folder, Strict: false, null, new DateOnly(2026, 11, 20));
        var result = await new SiteBuild(options, new MemoryTree(files), new Theme.Theme()).RunAsync(
            check: false,
            null,
            CancellationToken.None
        );
        return [.. result.Site!.Pages.Select(p => p.Address.Value)];
    }

    /// <summary>Writes a page with the articles of several pages, beside the first of them.</summary>
    /// <returns>Its path; that of the page itself if there is only one.</returns>
    private static string Join(IReadOnlyList<string> pages, string folder, int number)
    {
        if (pages is [var only])
            return only;
        var texts = pages.Select(p => File.ReadAllText(Path.Combine(folder, p[1..] + "index.html"))).ToList();
        var first = texts[0];
        var end = ArticleOf(first).End.GetOffset(first.Length);
        var others = string.Concat(texts.Skip(1).Select(t => t[ArticleOf(t)]));
        var path = $"{pages[0][..(pages[0].TrimEnd('/').LastIndexOf('/') + 1)]}joined-{number}/";
        Directory.CreateDirectory(Path.Combine(folder, path[1..]));
        File.WriteAllText(Path.Combine(folder, path[1..] + "index.html"), first.Insert(end, others));
        return path;
    }

    private static Range ArticleOf(string html) =>
        html.IndexOf("<article", StringComparison.Ordinal)..(
            html.LastIndexOf("</article>", StringComparison.Ordinal) + "</article>".Length
        );

    /// <param name="pages">The pages to open, and the pages whose articles each of them contains.</param>
    /// <returns>The actions of the pages that only code can cause.</returns>
    private async Task<IReadOnlyList<string>> OpenAsync(SiteServer server, Dictionary<string, string[]> pages)
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        var seen = new ConcurrentQueue<string>();
        var at = "";
        page.Dialog += async (_, dialog) =>
        {
            seen.Enqueue($"{at}: a dialog says {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(server.Address, StringComparison.Ordinal) && !IsImage(request.Url))
                seen.Enqueue($"{at}: requested {request.Url}");
        };
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("script-src", StringComparison.Ordinal))
                seen.Enqueue($"{at}: {message.Text}");
        };
        page.PageError += (_, error) => seen.Enqueue($"{at}: {error}");
        foreach (var (path, articles) in pages)
        {
            at = path;
            await page.GotoAsync(server.Address + path);
            // No article may hide those after it, as an open <plaintext> would.
            Assert.Equal(articles.Length, await page.Locator("main > article").CountAsync());
            foreach (var address in await page.EvaluateAsync<string[]>(Touch))
                seen.Enqueue($"{at}: {address}");
            if (new Uri(page.Url).AbsolutePath != new Uri(server.Address + path).AbsolutePath)
                seen.Enqueue($"{at}: goes to {page.Url}");
        }

        return [.. seen];
    }

    private static bool IsImage(string url) =>
        url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("data:text/", StringComparison.Ordinal);
}
