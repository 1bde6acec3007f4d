using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>The site with every construct that a page can have (tests/fixtures/gallery).</summary>
public sealed class GallerySite : BuiltSite
{
    public GallerySite()
        : base("tests", "fixtures", "gallery", "input") { }

    /// <summary>The pages that have a source, without generated ones.</summary>
    internal override IReadOnlyList<string> Examined =>
        [.. Site.Pages.Select(p => p.Address.Value).Order(StringComparer.Ordinal)];
}

/// <summary>Opens each page of the gallery.</summary>
[Collection(GalleryBrowser.Name)]
public sealed class GalleryTests(GallerySite site, PageCrawl crawl) : CrawledPageTests(site, crawl)
{
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

    [Theory]
    [InlineData(375, true)]
    [InlineData(375, false)]
    [InlineData(1440, true)]
    [InlineData(1440, false)]
    public async Task Everything_is_visible_and_nothing_overlaps_with_and_without_scripts(int width, bool scripts)
    {
        await using var context = await site.NewContextAsync(width, scripts: scripts);
        var page = await context.NewPageAsync();
        var problems = new List<string>();
        foreach (var path in site.Examined)
        {
            await page.GotoAsync(path);
            foreach (var problem in await page.EvaluateAsync<string[]>($"[...{Hidden}, ...{Overlapping}]"))
                problems.Add($"{path}: {problem}");
        }
        Assert.Equal([], problems);
    }

    /// <summary>Names that other tools give to blocks, and that parts of the frame have too.</summary>
    [Theory]
    [InlineData("note")]
    [InlineData("notice")]
    [InlineData("sidebar")]
    [InlineData("actions")]
    [InlineData("document")]
    [InlineData("connections")]
    [InlineData("whole")]
    public async Task A_block_of_any_name_is_shown_and_printed(string name)
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.EvaluateAsync(
            "name => document.querySelector('article').insertAdjacentHTML('beforeend', "
                + "`<div class='${name}'><p>Title</p><p id='last'>Words</p></div>`)",
            name
        );
        var words = page.Locator("#last");
        await Assertions.Expect(words).ToBeVisibleAsync();
        var above = (await page.GetByText("Title", new() { Exact = true }).BoundingBoxAsync())!;
        Assert.True((await words.BoundingBoxAsync())!.Y > above.Y);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(words).ToBeVisibleAsync();
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
            foreach (
                var problem in await page.EvaluateAsync<string[]>(
                    """
                    [...document.querySelectorAll('article :is(p, pre, table, svg, math, img)')]
                      .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)
                      .concat([...document.querySelectorAll('article details > :not(summary)')]
                        .filter(e => !e.closest('.diagram') && !e.checkVisibility()))
                      .map(e => `${e.localName} ${e.textContent.trim().slice(0, 40)}`)
                    """
                )
            )
                problems.Add($"{path}: {problem}");
        }
        Assert.Equal([], problems);
    }
}
