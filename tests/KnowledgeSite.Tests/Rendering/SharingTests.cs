using System.Text.RegularExpressions;
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

    private static TestSite Site() =>
        new TestSite()
            .With("index.md", "# Home\n")
            .With("ladders/index.md", "# Ladders\n")
            .With("ladders/craft.md", "# Craft\n\nText.\n");

    private static string? PictureOf(string html) =>
        Picture().Match(html) is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex("property=\"og:image\" content=\"([^\"]+)\"")]
    private static partial Regex Picture();
}
