using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>
/// Opens the examined pages of a site on a phone, several at a time, and records what must not happen on any page.
/// </summary>
public sealed class InputCrawl
{
    private const int Phone = 320;

    private const string LinksWithin =
        "[...document.querySelectorAll('a[href]')].map(a => new URL(a.href.baseVal ?? a.href, "
        + "document.baseURI)).filter(u => u.origin === location.origin).map(u => u.pathname + u.search + "
        + "u.hash)";

    private const string Ids = "[...document.querySelectorAll('[id]')].map(e => e.id)";

    private Task<IReadOnlyList<InputPage>>? _pages;

    /// <summary>The pages in the order of <see cref="BuiltSite.Examined"/>.</summary>
    internal Task<IReadOnlyList<InputPage>> OpenAllAsync(BuiltSite site) => _pages ??= CrawlAsync(site);

    private static async Task<IReadOnlyList<InputPage>> CrawlAsync(BuiltSite site)
    {
        var left = new ConcurrentQueue<string>(site.Examined);
        var seen = new ConcurrentBag<InputPage>();
        var atOnce = Math.Clamp(Environment.ProcessorCount, 2, 4);
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => WalkAsync(site, left, seen)));
        return [.. seen.OrderBy(p => p.Path, StringComparer.Ordinal)];
    }

    private static async Task WalkAsync(BuiltSite site, ConcurrentQueue<string> left, ConcurrentBag<InputPage> seen)
    {
        await using var context = await site.NewContextAsync(Phone);
        var page = await context.NewPageAsync();
        var witness = await PageMonitor.AttachAsync(page, site.Address);
        while (left.TryDequeue(out var path))
        {
            await page.GotoAsync(path);
            var isWide = await page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            );
            var links = await page.EvaluateAsync<string[]>(LinksWithin);
            var ids = await page.EvaluateAsync<string[]>(Ids);
            await Axe.PutIntoAsync(page);
            var violations = await Axe.ViolationsApartFromColoursAsync(page);
            var (problems, elsewhere) = witness.Take();
            seen.Add(
                new(
                    Path: path,
                    Problems: problems,
                    Elsewhere: elsewhere,
                    IsWide: isWide,
                    Links: links,
                    Ids: ids,
                    Violations: violations
                )
            );
        }
    }
}

/// <param name="Problems">Messages on the console, errors, requests that failed, violations of the
/// Content-Security-Policy.</param>
/// <param name="Elsewhere">The requests to other hosts.</param>
/// <param name="Links">The path, query and fragment of each link that stays on the site.</param>
/// <param name="Violations">The findings of axe-core. It does not examine colours, which do not depend on the
/// content; <see cref="PageCrawl"/> does.</param>
internal sealed record InputPage(
    string Path,
    IReadOnlyList<string> Problems,
    IReadOnlyList<string> Elsewhere,
    bool IsWide,
    IReadOnlyList<string> Links,
    IReadOnlyList<string> Ids,
    IReadOnlyList<string> Violations
);
