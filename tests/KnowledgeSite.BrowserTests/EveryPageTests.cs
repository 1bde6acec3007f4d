using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests;

[Collection(OneBrowser.Name)]
public sealed class EveryPageTests(BuiltSite site)
{
    [Fact]
    public async Task No_page_breaks_the_content_security_policy_or_writes_to_the_console()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add($"{page.Url}: {message.Text}");
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.RequestFailed += (_, request) => complaints.Add($"{page.Url}: {request.Url} failed");
        foreach (var path in site.Pages) await page.GotoAsync(path);
        Assert.Equal([], complaints);
    }

    [Fact]
    public async Task No_page_asks_for_anything_from_elsewhere()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        var elsewhere = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address, StringComparison.Ordinal)) elsewhere.Add(request.Url);
        };
        foreach (var path in site.Pages) await page.GotoAsync(path);
        Assert.Equal([], elsewhere);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(768)]
    [InlineData(1440)]
    public async Task No_page_scrolls_sideways(int width)
    {
        await using var context = await site.NewContextAsync(width);
        var page = await context.NewPageAsync();
        var wide = new List<string>();
        foreach (var path in site.Pages)
        {
            await page.GotoAsync(path);
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth")) wide.Add(path);
        }

        Assert.Equal([], wide);
    }

    [Fact]
    public async Task Axe_finds_nothing_on_any_page() => Assert.Equal([], await AxeViolations(ColorScheme.Light, [.. site.Pages, "/tags/", "/review/", "/map/", "/nothing-here/"]));

    [Fact]
    public async Task Axe_finds_nothing_on_a_page_of_each_kind_in_the_dark() => Assert.Equal([], await AxeViolations(ColorScheme.Dark,
        ["/", "/ladders/", "/ladders/data-science/", "/ladders/data-science/matrix/", "/ladders/data-science/compare/senior--staff/", "/ladders/data-science/levels/staff/", "/staff/archetypes/solver/", "/workflow/interrogate-metrics/", "/workshops/audit-your-week/", "/workflow/design-on-paper/", "/review/", "/tags/", "/nothing-here/"]));

    private async Task<IReadOnlyList<string>> AxeViolations(ColorScheme colours, IReadOnlyList<string> paths)
    {
        await using var context = await site.NewContextAsync(colours: colours, bypassPolicy: true);
        var page = await context.NewPageAsync();
        var violations = new List<string>();
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            var found = await page.RunAxe();
            violations.AddRange(found.Violations.Select(v => $"{path}: {v.Id}: {v.Nodes[0].Html}"));
        }

        return violations;
    }
}
