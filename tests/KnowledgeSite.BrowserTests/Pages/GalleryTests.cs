using KnowledgeSite.SiteModel;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>The site with every construct that a page can have (tests/fixtures/gallery).</summary>
public sealed class GallerySite : BuiltSite
{
    public GallerySite()
        : base(Input) { }

    internal static string Input { get; } = Repository.Combine("tests", "fixtures", "gallery", "input");

    internal override IReadOnlyList<string> Examined => WithSource(Site);

    /// <summary>The paths of the pages that have a source, without generated ones.</summary>
    internal static IReadOnlyList<string> WithSource(Site site) =>
        [.. site.Pages.Select(p => p.Address.Value).Order(StringComparer.Ordinal)];
}

/// <summary>Opens each page of the gallery.</summary>
public sealed class GalleryTests(GallerySite site, PageCrawl crawl)
    : CrawledPageTests(site, crawl),
        IClassFixture<GallerySite>
{
    /// <summary>Names that other tools give to blocks, and that parts of the frame have too.</summary>
    private static readonly string[] Names =
    [
        "note",
        "notice",
        "sidebar",
        "actions",
        "document",
        "connections",
        "whole",
    ];

    /// <summary>What a reader cannot see, though no fold and no tab hides it.</summary>
    private const string Hidden = """
        [...document.querySelectorAll('article :is(h2, h3, p, li, dd, td, pre, math, img, figure)')]
          .filter(e => !e.closest('details:not([open]), .only-dark, [hidden="until-found"], .tab-title'))
          .filter(e => !e.checkVisibility())
          .map(e => `${e.localName} ${e.textContent.trim().slice(0, 40)}`)
        """;

    /// <summary>Neighbours in the text that cover each other by more than a pixel.</summary>
    private const string Overlapping = """
        [...document.querySelectorAll('article :is(p, ul, ol, dl, pre, figure, blockquote, table, h2, h3)')]
          .filter(e => e.checkVisibility()).flatMap(e => {
            const next = e.nextElementSibling;
            return next?.checkVisibility() && getComputedStyle(next).position === 'static'
              && next.getBoundingClientRect().top < e.getBoundingClientRect().bottom - 1
              && next.getBoundingClientRect().left < e.getBoundingClientRect().right - 1
              ? [`${next.localName} over ${e.localName} ${e.textContent.trim().slice(0, 40)}`] : [];
          })
        """;

    /// <summary>
    /// What scrolls without a sign of it, formulas that scroll on a desk, rules that are not in the middle of the text,
    /// and heads of tables with lines of two colours.
    /// </summary>
    private const string Unclear = """
        [...document.querySelectorAll('article *')]
          .filter(e => e.checkVisibility() && getComputedStyle(e).overflowX === 'auto')
          .filter(e => e.scrollWidth > e.clientWidth + 1)
          .filter(e => !getComputedStyle(e).backgroundImage.includes('gradient')
            || (e.localName === 'math' && innerWidth > 1000))
          .concat([...document.querySelectorAll('article hr')].filter(e => {
            const middle = b => b.getBoundingClientRect().left + b.getBoundingClientRect().width / 2;
            return Math.abs(middle(e) - middle(e.previousElementSibling)) > 1;
          }))
          .concat([...document.querySelectorAll('article thead tr')].filter(e =>
            new Set([...e.cells].map(c => getComputedStyle(c).borderBottomColor)).size > 1))
          .map(e => `${e.localName} ${e.textContent.trim().slice(0, 40)}`)
        """;

    /// <summary>On paper, lines that are wider than the page, and folds that are not open.</summary>
    private const string WrongOnPaper = """
        [...document.querySelectorAll('article :is(p, pre, table, svg, math, img)')]
          .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)
          .concat([...document.querySelectorAll('article details > :not(summary)')]
            .filter(e => !e.closest('.diagram') && !e.checkVisibility()))
          .map(e => `${e.localName} ${e.textContent.trim().slice(0, 40)}`)
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Everything_is_visible_and_nothing_overlaps_with_and_without_scripts(bool scripts)
    {
        await using var context = await site.NewContextAsync(scripts: scripts);
        var page = await context.NewPageAsync();
        var problems = new List<string>();
        foreach (var path in site.Examined)
        {
            await page.GotoAsync(path);
            foreach (var width in new[] { 1440, 375 })
            {
                await page.SetViewportSizeAsync(width, 800);
                var found = $"[...{Hidden}, ...{Overlapping}, ...{Unclear}]";
                foreach (var problem in await page.EvaluateAsync<string[]>(found))
                    problems.Add($"{path} at {width} px: {problem}");
            }
        }
        Assert.Equal([], problems);
    }

    [Fact]
    public async Task A_block_of_any_name_is_shown_and_printed()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        foreach (var name in Names)
        {
            await page.EmulateMediaAsync(new() { Media = Media.Screen });
            await page.EvaluateAsync(
                "name => { document.querySelector('#block')?.remove();"
                    + "document.querySelector('article').insertAdjacentHTML('beforeend', "
                    + "`<div class='${name}' id='block'><p>Title</p><p id='last'>Words of ${name}</p></div>`) }",
                name
            );
            var words = page.GetByText($"Words of {name}", new() { Exact = true });
            await Assertions.Expect(words).ToBeVisibleAsync();
            var above = (await page.GetByText("Title", new() { Exact = true }).BoundingBoxAsync())!;
            Assert.True((await words.BoundingBoxAsync())!.Y > above.Y, name);
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await Assertions.Expect(words).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Video_and_sound_print_their_name_and_address()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/images/");
        await page.EvaluateAsync(
            "document.querySelector('article').insertAdjacentHTML('beforeend', "
                + "'<p><video aria-label=\"A video in HTML\"><source src=\"other.mp4\"></video></p>')"
        );
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        var links = page.Locator("article a.on-paper:has(+ .link-note)");
        await Assertions
            .Expect(links)
            .ToHaveTextAsync(["Our talk about drift", "Interview with a facilitator", "A video in HTML"]);
        foreach (var link in await links.AllAsync())
            await Assertions.Expect(link).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("article video[poster]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("article :is(audio, video:not([poster]))").First).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".link-notes")).ToContainTextAsync(" images/other.mp4");
        await page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        await Assertions.Expect(page.GetByText("A video in HTML")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_tall_image_is_printed_on_one_page()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/images/");
        await page.EvaluateAsync(
            "document.querySelector('article').innerHTML = '<figure><img alt=\"Tall\" width=\"600\" height=\"2400\" "
                + "src=\"data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%22600%22 "
                + "height=%222400%22/>\"><figcaption>Caption</figcaption></figure>'"
        );
        Assert.Single(PrintedPages.Read(await page.PdfAsync(new() { Format = "A4" })));
    }

    [Fact]
    public async Task On_paper_no_line_is_wider_than_the_page_and_folds_are_open()
    {
        await using var context = await site.NewContextAsync(582);
        var page = await context.NewPageAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var problems = new List<string>();
        foreach (var path in site.Examined)
        {
            await page.GotoAsync(path);
            foreach (var problem in await page.EvaluateAsync<string[]>(WrongOnPaper))
                problems.Add($"{path}: {problem}");
        }
        Assert.Equal([], problems);
    }
}
