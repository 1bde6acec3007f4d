using System.Text;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Themes;

/// <summary>Tests a custom theme: its files replace those of the default theme, and the others are kept.</summary>
public sealed class OwnThemeTests
{
    [Fact]
    public void A_template_replaces_the_one_with_its_name()
    {
        var page = FileOf(new(new Dictionary<string, byte[]>(), typeof(SiteFooter).Assembly), "index.html");
        Assert.Contains("<footer>Acme keeps Test</footer>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("site-footer", page, StringComparison.Ordinal);
        Assert.Contains("site-header", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_style_replaces_the_one_with_its_name_and_new_styles_come_last()
    {
        var style = FileOf(
            With(("styles/tokens.css", ":root { --accent: teal; }"), ("styles/acme.css", ".acme { color: teal; }")),
            "assets/site."
        );
        Assert.Contains("--accent: teal", style, StringComparison.Ordinal);
        Assert.DoesNotContain("--accent-quiet:", style, StringComparison.Ordinal);
        Assert.EndsWith(".acme { color: teal; }", style, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_of_the_default_theme_gives_the_same_pages()
    {
        var copy = Path.Combine(Repository.Combine("theme"), "styles", "tokens.css");
        Assert.Equal(
            FileOf(With(), "index.html"),
            FileOf(With(("styles/tokens.css", File.ReadAllText(copy))), "index.html")
        );
    }

    [Fact]
    public void An_additional_script_is_on_every_page()
    {
        var theme = With(("scripts/acme.js", "// ours"));
        Assert.Matches("<script type=\"module\" src=\"assets/acme\\.[0-9a-f]+\\.js\">", FileOf(theme, "index.html"));
        Assert.Contains("assets/acme.", FileOf(theme, "search/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("assets/matrix-filter.", FileOf(theme, "index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_styles_and_the_font_of_formulas_are_published_only_if_a_page_has_formulas()
    {
        var files = FilesOf(With(("styles/math.css", ".ours { src: url('math.woff2') }")), "The root of $x^2$.");
        Assert.Contains(
            files,
            f => f.Path.IsAssetOf("math") && f.Path.File.EndsWith(".woff2", StringComparison.Ordinal)
        );
        var style = files.Single(f =>
            f.Path.IsAssetOf("math") && f.Path.File.EndsWith(".css", StringComparison.Ordinal)
        );
        Assert.Contains(".ours", Encoding.UTF8.GetString(style.ToBytes()), StringComparison.Ordinal);
        Assert.Contains(style.Path.File, TextOf("index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("assets/math.", TextOf("other/index.html"), StringComparison.Ordinal);

        Assert.DoesNotContain(FilesOf(With(), "Costs $5 and $6."), f => f.Path.IsAssetOf("math"));

        string TextOf(string file) => Encoding.UTF8.GetString(files.Single(f => f.Path.File == file).ToBytes());
    }

    [Fact]
    public async Task A_theme_folder_beside_the_input_is_used_and_a_missing_one_is_an_error()
    {
        using var folder = new TemporaryFolder();
        folder.Write("input/index.md", "# Home\n\nHello.\n");
        folder.Write("theme/styles/acme.css", ".acme { color: teal; }\n");
        Assert.Equal(0, (await Tool.RunAsync(folder.Root, "build")).ExitCode);
        Assert.Contains(
            ".acme",
            File.ReadAllText(Directory.GetFiles(folder.Combine("output/assets"), "site.*.css").Single()),
            StringComparison.Ordinal
        );

        var missing = await Tool.RunAsync(folder.Root, "build", "--theme", "elsewhere");
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("The theme folder 'elsewhere' does not exist", missing.Errors, StringComparison.Ordinal);

        folder.Write("theme/templates.dll", "no assembly");
        var damaged = await Tool.RunAsync(folder.Root, "build");
        Assert.Equal(1, damaged.ExitCode);
        Assert.Contains("has no templates for this version of the tool", damaged.Errors, StringComparison.Ordinal);
    }

    private static Theme.Theme With(params (string Path, string Text)[] files) =>
        new(files.ToDictionary(f => f.Path, f => Encoding.UTF8.GetBytes(f.Text)));

    private static string FileOf(Theme.Theme theme, string start) =>
        Encoding.UTF8.GetString(
            FilesOf(theme, "Hello.").First(f => f.Path.File.StartsWith(start, StringComparison.Ordinal)).ToBytes()
        );

    private static IReadOnlyList<OutputFile> FilesOf(Theme.Theme theme, string text)
    {
        var tree = new MemoryTree(
            new Dictionary<string, byte[]>
            {
                ["site.yaml"] = "title: Test"u8.ToArray(),
                ["index.md"] = Encoding.UTF8.GetBytes($"# Home\n\n{text}\n"),
                ["other.md"] = "# Other\n\nNo formula.\n"u8.ToArray(),
            }
        );
        return new SiteBuild(new("input", null, false, null, new(2026, 11, 20)), tree, theme)
            .RunAsync(check: false, null, CancellationToken.None)
            .GetAwaiter()
            .GetResult()
            .Files;
    }
}
