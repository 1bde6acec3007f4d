using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Files;
using KnowledgeSite.Imaging;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Rendering;

public sealed partial class SharingTests
{
    private const string Base = "https://kb.example/handbook/";

    [Fact]
    public void A_page_names_its_card_by_the_full_address_and_the_card_is_there()
    {
        var files = Site().Prepared("title: Test\ncards: true").Files(Base);
        var picture = PictureOf(files["ladders/craft/index.html"]);
        Assert.StartsWith($"{Base}api/cards/", picture);
        Assert.Contains(picture![Base.Length..], files.Keys);
        Assert.Contains("<meta property=\"og:title\" content=\"Craft\" />", files["ladders/craft/index.html"]);
        Assert.Contains("content=\"Craft · Ladders · Test\"", files["ladders/craft/index.html"]);
        Assert.Contains("content=\"summary_large_image\"", files["ladders/craft/index.html"]);
    }

    [Fact]
    public void A_page_whose_title_no_font_of_cards_has_shows_the_card_of_its_section_and_then_of_the_site()
    {
        var files = Site()
            .With("ladders/other.md", "# 评估\n")
            .With("评估/index.md", "# 评估\n")
            .With("评估/page.md", "# 晋升\n")
            .Prepared("title: Test\ncards: true")
            .Files(Base);
        Assert.Equal(PictureOf(files["ladders/index.html"]), PictureOf(files["ladders/other/index.html"]));
        Assert.Equal(PictureOf(files["tags/index.html"]), PictureOf(files["评估/page/index.html"]));
        Assert.Null(
            PictureOf(
                Site().Prepared("title: 知識\ncards: true").With("评估/page.md", "# 晋升\n").Files(Base)[
                    "评估/page/index.html"
                ]
            )
        );
    }

    [Fact]
    public void A_page_has_a_card_of_its_own_if_a_font_of_the_system_has_the_letters_of_its_title()
    {
        var options = Options with
        {
            FontFolders = [Path.Combine(Repository.Root, "tests/KnowledgeSite.Tests/Cards/Data")],
        };
        var files = Build(options);
        Assert.NotNull(PictureOf(files["page/index.html"]));
        Assert.NotEqual(PictureOf(files["tags/index.html"]), PictureOf(files["page/index.html"]));
        var others = Build(Options);
        Assert.Equal(PictureOf(others["tags/index.html"]), PictureOf(others["page/index.html"]));
    }

    [Fact]
    public void A_site_is_built_without_cards_and_png_icons_if_the_libraries_that_draw_them_cannot_be_loaded()
    {
        var result = Run(Options, _ => throw new DllNotFoundException("Unable to load 'libSkiaSharp'. More"));
        var files = result.Files.ToDictionary(f => f.Path.File);
        Assert.Equal(
            "warning KS127: The site has no cards and no PNG icons, because a library that draws them cannot be "
                + "loaded: Unable to load 'libSkiaSharp'. Build the site on Linux, macOS or Windows with an x64 or "
                + "Arm64 processor.\n",
            TestSite.Print(result.Diagnostics)
        );
        Assert.DoesNotContain(files.Keys, f => f.EndsWith(".png", StringComparison.Ordinal));
        Assert.Contains("icon.svg", files.Keys);
        Assert.DoesNotContain(".png", Text(files["manifest.webmanifest"]), StringComparison.Ordinal);
        Assert.Null(PictureOf(Text(files["page/index.html"])));
    }

    [Theory]
    [InlineData("title: Test\ncards: true", null)]
    [InlineData("title: Test", Base)]
    public void Cards_are_drawn_only_where_they_are_asked_for_and_can_be_named(string yaml, string? baseUrl)
    {
        var files = Site().Prepared(yaml).Files(baseUrl);
        Assert.DoesNotContain(files.Keys, f => f.StartsWith("api/cards/", StringComparison.Ordinal));
        Assert.Null(PictureOf(files["ladders/craft/index.html"]));
        Assert.Equal(
            baseUrl is not null,
            files["ladders/craft/index.html"].Contains("og:title", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Two_pages_that_would_look_the_same_share_a_card_which_the_next_build_does_not_draw_again()
    {
        using var site = new DiskSite();
        site.With("site.yaml", "title: Test\ncards: true").With("a/one.md", "# Same\n").With("a/two.md", "# Same\n");
        site.Build(Base);
        var card = site.Folder.Combine("output/" + PictureOf(site.Page("a/one/index.html"))![Base.Length..]);
        Assert.Equal(PictureOf(site.Page("a/one/index.html")), PictureOf(site.Page("a/two/index.html")));

        // A cached file is identified by its name, so its content is not read.
        File.WriteAllText(card, "as it was");
        site.With("a/three.md", "# Other\n").Build(Base);
        Assert.Equal("as it was", File.ReadAllText(card));
        Assert.True(
            new FileInfo(
                site.Folder.Combine("output/" + PictureOf(site.Page("a/three/index.html"))![Base.Length..])
            ).Length > 1000
        );
    }

    [Fact]
    public void A_manifest_names_icons_that_are_there_by_addresses_that_hold_in_any_folder()
    {
        var files = Site().Prepared("title: Test & more\nlanguage: en-GB").Files();
        using var manifest = System.Text.Json.JsonDocument.Parse(files["manifest.webmanifest"]);
        Assert.Equal("Test & more", manifest.RootElement.GetProperty("name").GetString());
        Assert.Equal("./", manifest.RootElement.GetProperty("start_url").GetString());
        Assert.Equal("#faf7f0", manifest.RootElement.GetProperty("theme_color").GetString());
        Assert.All(
            manifest.RootElement.GetProperty("icons").EnumerateArray(),
            i => Assert.Contains(i.GetProperty("src").GetString(), files.Keys)
        );
        Assert.Contains(
            "<link rel=\"manifest\" href=\"../../manifest.webmanifest\" />",
            files["ladders/craft/index.html"]
        );
    }

    private static BuildOptions Options => new("input", null, Strict: false, new Uri(Base), new DateOnly(2026, 11, 20));

    private static Dictionary<string, string> Build(BuildOptions options) =>
        Run(options, PngImage.LoadLibraries).Files.ToDictionary(f => f.Path.File, Text);

    /// <summary>Builds a site with a page whose title the fonts of cards lack.</summary>
    private static BuildResult Run(BuildOptions options, Action<bool> loadLibraries)
    {
        var tree = new MemoryTree(
            new Dictionary<string, byte[]>
            {
                ["site.yaml"] = "title: Test\ncards: true\n"u8.ToArray(),
                ["index.md"] = "# Home\n\nSee [the page](page.md).\n"u8.ToArray(),
                ["page.md"] = Encoding.UTF8.GetBytes("# 評価\n\nText.\n"),
            }
        );
        return new SiteBuild(options, tree, new Theme.Theme()) { LoadImageLibraries = loadLibraries }
            .RunAsync(check: false, null, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
    }

    private static string Text(OutputFile file) => Encoding.UTF8.GetString(file.ToBytes());

    private static TestSite Site() =>
        new TestSite()
            .With("index.md", "# Home\n")
            .With("ladders/index.md", "# Ladders\n")
            .With("ladders/craft.md", "# Craft\n\nText.\n");

    private static string? PictureOf(string html) =>
        OpenGraphImage().Match(html) is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex("property=\"og:image\" content=\"([^\"]+)\"")]
    private static partial Regex OpenGraphImage();
}
