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

    [Fact]
    public async Task No_script_runs()
    {
        var (pages, seen) = await OpenAsync(XssVectors.Read(), enforcesPolicy: false);
        Assert.True(pages > 300, $"{pages} pages");
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
        var (_, seen) = await OpenAsync(files, enforcesPolicy);
        var kinds = seen.Select(s =>
            s.Contains("script-src", StringComparison.Ordinal) ? "/: forbidden by script-src" : s
        );
        Assert.Equal(expected.Split('|').Select(e => $"/: {e}"), kinds.Distinct().Order(StringComparer.Ordinal));
    }

    private async Task<(int Pages, IReadOnlyList<string> Seen)> OpenAsync(
        Dictionary<string, byte[]> files,
        bool enforcesPolicy
    )
    {
        using var folder = new TemporaryFolder();
        var options = new BuildOptions("input", folder.Root, Strict: false, null, new DateOnly(2026, 11, 20));
        var result = await new SiteBuild(options, new MemoryTree(files), new Theme.Theme()).RunAsync(
            check: false,
            null,
            CancellationToken.None
        );
        var pages = result.Site!.Pages.Select(p => p.Address.Value).ToList();
        await using var server = await SiteServer.StartAsync(folder.Root, enforcesPolicy);
        return (pages.Count, await OpenAsync(server, pages));
    }

    /// <returns>The actions of the pages that only code can cause.</returns>
    private async Task<IReadOnlyList<string>> OpenAsync(SiteServer server, IReadOnlyList<string> pages)
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
        foreach (var path in pages)
        {
            at = path;
            await page.GotoAsync(server.Address + path);
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
