using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>Pages reserve space for content that scripts add, so that the text does not move.</summary>
public sealed class LayoutShiftTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    /// <summary>
    /// The positions of all visible text, without content that scripts add. Collapsed text is left out, because
    /// Chromium lays it out late and may report 0 until then.
    /// </summary>
    private const string Places = """
        async () => {
          await document.fonts.ready;
          const seen = 'main :is(h1, h2, h3, p, li, dt, table, .lines, .box, .scale, .handout-foot)';
          const late = 'form, .form-bar, .clock-bar, .sheets, .about-page, page-actions, .search-panel';
          const top = e => Math.round(e.getBoundingClientRect().top + scrollY);
          return [...document.querySelectorAll(seen)]
            .filter(e => e.checkVisibility() && !e.closest(late))
            .map(e => `${e.localName} ${e.textContent.trim().slice(0, 40)}: ${top(e)}`);
        }
        """;

    [Theory]
    [InlineData("/ladders/data-science/matrix/", "matrix-filter:defined", 1280)]
    [InlineData("/ladders/data-science/matrix/", "matrix-filter:defined", 375)]
    [InlineData("/ladders/data-science/compare/", ".level-pair", 1280)]
    [InlineData("/ladders/data-science/compare/", ".level-pair", 375)]
    [InlineData("/ladders/data-science/levels/staff/", ".note-evidence:not([hidden])", 1280)]
    [InlineData("/ladders/data-science/levels/senior/", ".note-evidence:not([hidden])", 375)]
    [InlineData("/search/", ".search-form", 1280)]
    [InlineData("/search/", ".search-form", 375)]
    [InlineData("/workshops/audit-your-week/", ".clock-bar", 1280)]
    [InlineData("/workshops/audit-your-week/", ".clock-bar", 375)]
    [InlineData("/workshops/promotion-case/facilitator/", ".clock-bar", 1280)]
    [InlineData("/workshops/promotion-case/participant/", ".form-bar", 1280)]
    [InlineData("/workshops/promotion-case/participant/", ".form-bar", 375)]
    [InlineData("/workshops/find-your-spike/participant/", ".form-bar", 1280)]
    [InlineData("/workshops/find-your-spike/participant/", ".form-bar", 375)]
    public async Task Nothing_moves_when_the_scripts_load(string path, string brought, int width)
    {
        await using var context = width < 400 ? await site.NewTouchContextAsync() : await site.NewContextAsync(width);
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/*.js", route => route.AbortAsync());
        await page.GotoAsync(path);
        var before = await page.EvaluateAsync<string[]>(Places);
        Assert.Equal(0, await page.Locator(brought).CountAsync());

        await page.UnrouteAsync("**/*.js");
        await page.ReloadAsync();
        await page.Locator(brought).First.WaitForAsync();
        Assert.NotEmpty(before);
        Assert.Equal(before, await page.EvaluateAsync<string[]>(Places));
    }
}
