using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests;

/// <summary>Opens every page once, several at a time, and looks at it from all sides while it is open: how wide it is, what axe-core says of it, and what it says and asks for until all of its controls have been used.</summary>
public sealed class PageCrawl
{
    private const int Phone = 375;
    private const int Desk = 1280;

    /// <summary>Each page is opened as by a reader who comes for the first time, and nothing goes to a printer.</summary>
    private const string AsAtFirst = "localStorage.clear(); sessionStorage.clear(); window.print = () => {};";

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
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await context.AddInitScriptAsync(AsAtFirst);
        var useControls = await PageScript.ReadAsync("use-controls.js");
        var page = await context.NewPageAsync();
        var witness = await PageWitness.OfAsync(page, site.Address);
        while (left.TryDequeue(out var path))
        {
            await page.GotoAsync(path);
            var isExamined = ManyAlike.IsExamined(path);
            var wide = await WideAtAsync(page, isExamined ? Widths : Widths[..1]);
            var (inLight, inTheDark, onAPhone) = isExamined ? await ExamineAsync(page) : ([], [], []);
            var controls = await page.EvaluateAsync<string[]>(useControls, new { isSearched = isExamined });
            var (complaints, elsewhere) = witness.Take();
            seen.Add(new(path, complaints, elsewhere, controls, wide, inLight, inTheDark, onAPhone));
        }
    }

    private static async Task<(string[] InLight, string[] InTheDark, string[] OnAPhone)> ExamineAsync(IPage page)
    {
        await Axe.PutIntoAsync(page);
        var onAPhone = await At(Phone, page, () => Axe.ViolationsAsync(page));
        var inLight = await At(Desk, page, () => Axe.ViolationsAsync(page));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var inTheDark = await Axe.ViolationsAsync(page, Axe.OfColours);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return (inLight, inTheDark, onAPhone);
    }

    private static async Task<IReadOnlyList<int>> WideAtAsync(IPage page, int[] widths)
    {
        var wide = new List<int>();
        foreach (var width in widths)
            if (await At(width, page, () => page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))) wide.Add(width);
        return wide;
    }

    private static async Task<T> At<T>(int width, IPage page, Func<Task<T>> look)
    {
        await page.SetViewportSizeAsync(width, 800);
        return await look();
    }
}
