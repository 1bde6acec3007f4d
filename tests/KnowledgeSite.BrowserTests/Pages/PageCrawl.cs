using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>
/// Opens each page of <see cref="BuiltSite.Examined"/>, several at a time, and examines it: its width, the findings of
/// axe-core, and its messages and requests until its controls have been used.
/// </summary>
public sealed class PageCrawl
{
    private const int Phone = 320;
    private const int Tablet = 768;
    private const int Desk = 1440;

    /// <summary>How many controls of a page that are alike are used.</summary>
    private static readonly int MostAlike = PageSample.IsWhole ? int.MaxValue : 3;

    /// <summary>Each page is opened with an empty cache, and printing is disabled.</summary>
    private const string AsAtFirst = "localStorage.clear(); sessionStorage.clear(); window.print = () => {};";

    /// <summary>
    /// Elements whose content is at least a line higher than they are, so that it covers the text after them. Not
    /// checkboxes, which have an invisible area around them that can be touched.
    /// </summary>
    private const string FindOverflowing = """
        [...document.querySelectorAll('body *')].filter(element => {
          const { display, overflowY } = getComputedStyle(element);
          return !['inline', 'contents', 'none'].includes(display) && overflowY === 'visible'
            && element.checkVisibility() && !element.closest('svg, math, input')
            && element.clientHeight > 0 && element.scrollHeight >= element.clientHeight + 16;
        }).map(e => `${e.localName}.${e.className} is ${e.clientHeight} px high for ${e.scrollHeight} px of content`)
        """;

    private Task<IReadOnlyList<PageReport>>? _seen;

    /// <summary>The results, sorted by path.</summary>
    internal Task<IReadOnlyList<PageReport>> OfAsync(BuiltSite site) => _seen ??= CrawlAsync(site);

    private static async Task<IReadOnlyList<PageReport>> CrawlAsync(BuiltSite site)
    {
        var left = new ConcurrentQueue<string>(site.Examined);
        var seen = new ConcurrentBag<PageReport>();
        var atOnce = Math.Clamp(Environment.ProcessorCount, 2, 4);
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => WalkAsync(site, left, seen)));
        return [.. seen.OrderBy(s => s.Path, StringComparer.Ordinal)];
    }

    private static async Task WalkAsync(BuiltSite site, ConcurrentQueue<string> left, ConcurrentBag<PageReport> seen)
    {
        await using var context = await site.NewContextAsync(Desk);
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await context.AddInitScriptAsync(AsAtFirst);
        var useControls = await PageScript.ReadAsync("Support/use-controls.js");
        var page = await context.NewPageAsync();
        var witness = await PageMonitor.AttachAsync(page, site.Address);
        while (left.TryDequeue(out var path))
        {
            await page.GotoAsync(path);
            var (wide, overflowing, inLight, inTheDark, onAPhone) = await ExamineAsync(page);
            var controls = await page.EvaluateAsync<string[]>(useControls, MostAlike);
            var (problems, elsewhere) = witness.Take();
            seen.Add(
                new(
                    Path: path,
                    Problems: problems,
                    Elsewhere: elsewhere,
                    Controls: controls,
                    WideAt: wide,
                    Overflowing: overflowing,
                    InLight: inLight,
                    InTheDark: inTheDark,
                    OnAPhone: onAPhone
                )
            );
        }
    }

    /// <summary>The widths in ascending order, because each change of width takes as long as an examination.</summary>
    private static async Task<(
        IReadOnlyList<int> WideAt,
        string[] Overflowing,
        string[] InLight,
        string[] InTheDark,
        string[] OnAPhone
    )> ExamineAsync(IPage page)
    {
        await Axe.PutIntoAsync(page);
        var wide = new List<int>();
        wide.AddRange(await WideAtAsync(page, Phone));
        var overflowing = await page.EvaluateAsync<string[]>(FindOverflowing);
        var onAPhone = await Axe.ViolationsApartFromColoursAsync(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var inTheDark = await Axe.ViolationsOfColoursAsync(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        wide.AddRange(await WideAtAsync(page, Tablet));
        wide.AddRange(await WideAtAsync(page, Desk));
        var inLight = await Axe.ViolationsAsync(page);
        return (wide, overflowing, inLight, inTheDark, onAPhone);
    }

    /// <returns>The width, if the page is wider than that.</returns>
    private static async Task<IReadOnlyList<int>> WideAtAsync(IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, 800);
        return await page.EvaluateAsync<bool>(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
            ? [width]
            : [];
    }
}

/// <summary>What was found on a page.</summary>
/// <param name="Problems">Messages on the console, errors, failed requests, violations of the
/// Content-Security-Policy.</param>
/// <param name="Elsewhere">The requests to other hosts.</param>
/// <param name="Controls">The names of the controls that were used.</param>
/// <param name="WideAt">The widths at which the page scrolls sideways.</param>
/// <param name="Overflowing">At 320 px, the elements whose content covers what follows them.</param>
/// <param name="InLight">Violations that axe-core found in light colours at desktop width.</param>
/// <param name="InTheDark">At 320 px, violations of the rules for colours in dark colours.</param>
/// <param name="OnAPhone">At 320 px, violations of the other rules.</param>
internal sealed record PageReport(
    string Path,
    IReadOnlyList<string> Problems,
    IReadOnlyList<string> Elsewhere,
    IReadOnlyList<string> Controls,
    IReadOnlyList<int> WideAt,
    IReadOnlyList<string> Overflowing,
    IReadOnlyList<string> InLight,
    IReadOnlyList<string> InTheDark,
    IReadOnlyList<string> OnAPhone
);
