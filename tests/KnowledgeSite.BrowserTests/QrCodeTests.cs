using System.Diagnostics;
using KnowledgeSite.Content;

namespace KnowledgeSite.BrowserTests;

/// <summary>The codes on the sheets, as they look on the screen, read by a decoder that is not ours (zbar).</summary>
[Collection(PaperBrowser.Name)]
public sealed class QrCodeTests(BuiltSite site)
{
    [Fact]
    public async Task Every_sheet_and_pack_has_a_code_that_leads_to_it()
    {
        await using var context = await site.NewZoomedContextAsync(1280);
        var page = await context.NewPageAsync();
        var paths = site.Workshops.SelectMany(w => new[] { w.Sheet(Audience.Participant), w.Sheet(Audience.Facilitator), w.Sheet(Audience.Participant, isLarge: true), w.Pack }.Select(p => p.Value)).Concat(site.Site.Packs.Select(p => p.Address.Value));
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            var picture = await page.Locator(".qr").First.ScreenshotAsync();
            Assert.Equal("https://kb.example" + path, await DecodeAsync(picture));
            Assert.Equal("kb.example" + path, await page.Locator(".handout-foot .address").First.InnerTextAsync());
        }
    }

    private static async Task<string> DecodeAsync(byte[] picture)
    {
        var file = Path.Combine(Path.GetTempPath(), $"knowledgesite-{Guid.NewGuid():N}.png");
        await File.WriteAllBytesAsync(file, picture);
        try
        {
            using var zbar = Process.Start(new ProcessStartInfo("zbarimg", ["--quiet", "--raw", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = await zbar.StandardOutput.ReadToEndAsync();
            await zbar.WaitForExitAsync();
            return said.Trim();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
