using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests;

/// <summary>Opens every page once, several at a time, and looks at it from all sides while it is open: what it says, what it asks for, how wide it is, what axe-core says of it.</summary>
public sealed class PageCrawl
{
    private const int Phone = 375;
    private const int Desk = 1280;

    private static readonly int[] Widths = [320, 768, 1440];

    private Task<IReadOnlyList<PageSeen>>? _seen;

    /// <summary>In the order of <see cref="BuiltSite.Pages"/>.</summary>
    internal Task<IReadOnlyList<PageSeen>> OfAsync(BuiltSite site) => _seen ??= CrawlAsync(site);

    private static async Task<IReadOnlyList<PageSeen>> CrawlAsync(BuiltSite site)
    {
        var (left, seen) = (new ConcurrentQueue<string>(site.Pages), new ConcurrentBag<PageSeen>());
        var atOnce = Math.Clamp(Environment.ProcessorCount, 2, 4);
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => WalkAsync(site, left, seen)));
        return [.. seen.OrderBy(s => s.Path, StringComparer.Ordinal)];
    }

    private static async Task WalkAsync(BuiltSite site, ConcurrentQueue<string> left, ConcurrentBag<PageSeen> seen)
    {
        await using var context = await site.NewContextAsync(Desk);
        var page = await context.NewPageAsync();
        var witness = await PageWitness.OfAsync(page, site.Address);
        while (left.TryDequeue(out var path))
        {
            await page.GotoAsync(path);
            var wide = await WideAtAsync(page);
            var (complaints, elsewhere) = witness.Take();
            if (!ManyAlike.IsExamined(path))
            {
                seen.Add(new(path, complaints, elsewhere, wide, [], [], []));
                continue;
            }

            await Axe.PutIntoAsync(page);
            var onAPhone = await At(Phone, page, () => Axe.ViolationsAsync(page));
            var inLight = await At(Desk, page, () => Axe.ViolationsAsync(page));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            var inTheDark = await Axe.ViolationsAsync(page, Axe.OfColours);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            witness.Take();
            seen.Add(new(path, complaints, elsewhere, wide, inLight, inTheDark, onAPhone));
        }
    }

    private static async Task<IReadOnlyList<int>> WideAtAsync(IPage page)
    {
        var wide = new List<int>();
        foreach (var width in Widths)
            if (await At(width, page, () => page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))) wide.Add(width);
        return wide;
    }

    private static async Task<T> At<T>(int width, IPage page, Func<Task<T>> look)
    {
        await page.SetViewportSizeAsync(width, 800);
        return await look();
    }
}
