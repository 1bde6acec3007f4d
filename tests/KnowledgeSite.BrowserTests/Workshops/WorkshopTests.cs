using Microsoft.Playwright;

namespace KnowledgeSite.BrowserTests.Workshops;

/// <summary>Tests the page of a workshop as its facilitator uses it.</summary>
public sealed class WorkshopTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    private const string Workshop = "/workshops/audit-your-week/";

    [Fact]
    public async Task A_start_time_shows_clock_times_and_is_in_the_URL()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(Workshop);
        Assert.Equal("0–5 min", await page.Locator("[data-start='0']").InnerTextAsync());
        await page.GetByLabel("Start time").FillAsync("09:30");
        Assert.EndsWith("?start=09:30", page.Url);
        Assert.Equal("09:30–09:35", await page.Locator("[data-start='0']").InnerTextAsync());
        Assert.Contains("Ends at 10:30.", await page.Locator(".clock-bar").InnerTextAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "Facilitator guide", Exact = true }).ClickAsync();
        Assert.EndsWith("/facilitator/?start=09:30", page.Url);
        Assert.Equal("09:35–09:46", await page.Locator("[data-start='5']").InnerTextAsync());
        Assert.Contains(
            "09350946",
            string.Concat(PrintedPages.Read(await page.PdfAsync(new() { Format = "A4" }))),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("?start=23:50", "23:50–23:55", "23:55–00:06")]
    [InlineData("?start=nonsense", "0–5 min", "5–16 min")]
    public async Task Clock_times_pass_midnight_and_invalid_times_are_ignored(string query, string first, string second)
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(Workshop + query);
        Assert.Equal(first, await page.Locator("[data-start='0']").InnerTextAsync());
        Assert.Equal(second, await page.Locator("[data-start='5']").InnerTextAsync());
    }

    [Fact]
    public async Task A_sheet_is_printed_only_when_its_button_is_pressed()
    {
        await using var context = await site.NewContextAsync();
        await context.AddInitScriptAsync(
            "window.print = () => { window.top.printed = [...(window.top.printed ?? []), location.pathname]; }"
        );
        var page = await context.NewPageAsync();
        foreach (var path in new[] { Workshop + "participant/", Workshop + "pack/", "/workshops/pack/", Workshop })
        {
            await page.GotoAsync(path);
            Assert.True(await page.EvaluateAsync<bool>("window.printed === undefined"), path);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Print: Participant sheet", Exact = true }).ClickAsync();
        await page.WaitForFunctionAsync("() => window.printed !== undefined");
        Assert.Equal([Workshop + "participant/"], await page.EvaluateAsync<string[]>("window.printed"));

        await page.GotoAsync(Workshop + "facilitator/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Print this page" }).ClickAsync();
        Assert.Equal(Workshop + "facilitator/", await page.EvaluateAsync<string>("window.printed[0]"));
    }

    [Fact]
    public async Task A_workshop_is_complete_without_scripts()
    {
        await using var context = await site.NewContextAsync(scripts: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Workshop);
        Assert.Equal(7, await page.Locator(".timeline li").CountAsync());
        Assert.Equal(
            "48–60",
            (await page.Locator(".when span[data-start='52']").CountAsync()) == 1 ? "48–60" : "missing"
        );
        await page.GotoAsync(Workshop + "participant/");
        Assert.True(await page.Locator(".line").First.IsVisibleAsync());
    }

    [Fact]
    public async Task Links_inside_a_pack_lead_to_its_own_parts()
    {
        await using var context = await site.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/workshops/pack/");
        var loose = await page.Locator(".pack .handout a[href^='#'], .pack-contents a")
            .EvaluateAllAsync<string[]>(
                "links => links.map(l => l.getAttribute('href')).filter(h => "
                    + "!document.getElementById(decodeURIComponent(h.slice(1))))"
            );
        Assert.Equal([], loose);
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>(
                "(() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return "
                    + "ids.length - new Set(ids).size; })()"
            )
        );
    }
}
