using System.IO.Compression;
using System.Text;
using AngleSharp.Html.Parser;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Themes;

/// <summary>
/// The files that a reader loads at the first visit: the page, its styles and scripts with their imports, and the
/// fonts, once.
/// </summary>
public sealed class WeightTests
{
    private const int MaxBytes = 60_000;
    private const int MaxFontBytes = 80_000;

    /// <summary>
    /// The fonts of a page in a Western European language, including code. Other fonts are only loaded for pages with
    /// their letters.
    /// </summary>
    private static readonly string[] CommonFonts = ["serif", "serif-bold", "serif-italic", "sans", "sans-bold", "mono"];

    [Fact]
    public void The_fonts_of_a_page_are_at_most_80_kB_and_a_style_loads_every_file()
    {
        var files = TestSite
            .Run(MemoryTree.OfText([new("index.md", "# Home\n")]))
            .Files.Where(f => f.Path.Value.StartsWith("/assets/", StringComparison.Ordinal))
            .ToList();
        var fonts = files
            .Where(f => f.Path.Value.EndsWith(".woff2", StringComparison.Ordinal))
            .ToDictionary(f => f.Path.File["assets/".Length..], f => f.ToBytes().Length, StringComparer.Ordinal);
        var style = Encoding.UTF8.GetString(
            files.Single(f => f.Path.Value.StartsWith("/assets/site.", StringComparison.Ordinal)).ToBytes()
        );
        // Each has a second file with rarer letters. The font of formulas is published on use.
        Assert.Equal(2 * CommonFonts.Length, fonts.Count);
        Assert.All(fonts.Keys, name => Assert.Contains($"url(\"{name}\")", style, StringComparison.Ordinal));
        Assert.InRange(fonts.Where(f => CommonFonts.Contains(f.Key.Split('.')[0])).Sum(f => f.Value), 1, MaxFontBytes);
    }

    [Fact]
    public void Every_page_except_packs_is_at_most_60_kB_compressed()
    {
        var files = TestSite
            .Run(new FolderTree(FixtureSite.Input))
            .Files.ToDictionary(f => f.Path.Value, f => f, StringComparer.Ordinal);
        var assets = files
            .Keys.Where(f => f.StartsWith("/assets/", StringComparison.Ordinal))
            .ToDictionary(f => f[(f.LastIndexOf('/') + 1)..], f => files[f].ToBytes(), StringComparer.Ordinal);
        var weights = assets.ToDictionary(a => a.Key, a => Compressed(a.Value), StringComparer.Ordinal);
        var pages = files.Keys.Where(f => f.EndsWith('/') && !f.EndsWith("/pack/", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count > 200);
        Assert.All(pages, p => Assert.InRange(WeightOf(files[p].ToBytes()), 1, MaxBytes));

        int WeightOf(byte[] page)
        {
            using var document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page));
            var fetched = new HashSet<string>(StringComparer.Ordinal);
            foreach (var element in document.QuerySelectorAll("link[rel=stylesheet], script[src]"))
                Fetch((element.GetAttribute("href") ?? element.GetAttribute("src"))!, fetched);
            Assert.True(fetched.Count > 5);
            return Compressed(page) + fetched.Sum(f => weights[f]);
        }

        void Fetch(string address, HashSet<string> fetched)
        {
            var name = address[(address.LastIndexOf('/') + 1)..];
            if (!fetched.Add(name) || !name.EndsWith(".js", StringComparison.Ordinal))
                return;
            foreach (
                var other in assets.Keys.Where(a =>
                    Encoding.UTF8.GetString(assets[name]).Contains($"'./{a}'", StringComparison.Ordinal)
                )
            )
                Fetch(other, fetched);
        }
    }

    /// <summary>Compresses with gzip at level 6, as most hosts do.</summary>
    private static int Compressed(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return (int)output.Length;
    }
}
