using System.Diagnostics;
using KnowledgeSite.Content;

namespace KnowledgeSite.BrowserTests.Paper;

/// <summary>Reads the QR codes of handouts, as they are on the screen, with an independent decoder (zbar).</summary>
public sealed class QrCodeTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    /// <summary>The number of codes that a window can show.</summary>
    private const int AtOnce = 9;

    /// <summary>The codes of other pages side by side, each with its URL below it.</summary>
    private const string ShowSome = """
        async paths => {
            const texts = await Promise.all(paths.map(async path => (await fetch(path)).text()));
            const feet = texts.map(text => new DOMParser().parseFromString(text, 'text/html')
              .querySelector('.handout-foot'));
            const addresses = feet.map(foot => foot.querySelector('.address').textContent.trim());
            const codes = feet.map(foot => document.importNode(foot.querySelector('.qr'), true));
            for (const code of codes) code.style = 'width: 8rem; height: 8rem; margin: 1rem';
            document.querySelector('main').replaceChildren(...codes);
            return addresses;
        }
        """;

    [Fact]
    public async Task The_code_of_a_sheet_or_pack_can_be_scanned_from_the_screen()
    {
        await using var context = await site.NewZoomedContextAsync(1280);
        var page = await context.NewPageAsync();
        foreach (var path in SheetsOf(site.Workshops[0]).Append(site.Site.Packs[0].Address.Value))
        {
            await page.GotoAsync(path);
            Assert.Equal(
                ["https://kb.example" + path],
                (await DecodeAsync(await page.Locator(".qr").First.ScreenshotAsync())).Select(PageOf)
            );
        }
    }

    [Fact]
    public async Task Every_sheet_and_pack_has_a_code_that_leads_to_it()
    {
        await using var context = await site.NewZoomedContextAsync(1280);
        var page = await context.NewPageAsync();
        var paths = site
            .Workshops.SelectMany(SheetsOf)
            .Concat(site.Site.Packs.Select(p => p.Address.Value))
            .Order(StringComparer.Ordinal)
            .ToList();
        await page.GotoAsync(paths[0]);
        foreach (var some in paths.Chunk(AtOnce))
        {
            Assert.Equal(some.Select(p => "kb.example" + p), await page.EvaluateAsync<string[]>(ShowSome, some));
            var codes = await DecodeAsync(await page.Locator("main").ScreenshotAsync());
            Assert.Equal(
                some.Select(p => "https://kb.example" + p),
                codes.Select(PageOf).Order(StringComparer.Ordinal)
            );
            Assert.All(codes, c => Assert.Contains("#printed=", c));
        }
    }

    /// <summary>The address of the page that a code leads to, without the version of the copy.</summary>
    private static string PageOf(string code) => code.Split("#printed=")[0];

    private static IEnumerable<string> SheetsOf(SiteModel.WorkshopUrls workshop) =>
        new[]
        {
            workshop.Sheet(Audience.Participant),
            workshop.Sheet(Audience.Facilitator),
            workshop.Sheet(Audience.Participant, isLarge: true),
            workshop.Pack,
        }.Select(p => p.Value);

    private static async Task<string[]> DecodeAsync(byte[] image)
    {
        var file = Path.Combine(Path.GetTempPath(), $"knowledgesite-{Guid.NewGuid():N}.png");
        await File.WriteAllBytesAsync(file, image);
        try
        {
            using var zbar = Process.Start(
                new ProcessStartInfo("zbarimg", ["--quiet", "--raw", file])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            var said = await zbar.StandardOutput.ReadToEndAsync();
            await zbar.WaitForExitAsync();
            return said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
