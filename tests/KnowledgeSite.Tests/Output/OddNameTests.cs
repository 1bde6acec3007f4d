using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Output;

/// <summary>Tests unusual names of files and folders.</summary>
public sealed class OddNameTests : IDisposable
{
    private readonly DiskSite _site = new DiskSite().With("index.md", "# Home\n\nText.\n");

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("two words", "two-words")]
    [InlineData("100%", "100")]
    [InlineData("%41", "41")]
    [InlineData("C#", "c")]
    [InlineData("émoji 😀 日本語", "émoji-😀-日本語")]
    [InlineData("مرحبا", "مرحبا")]
    [InlineData("a\u202Eb", "a\u202Eb")]
    [InlineData("a'b&c;d=e,f", "abc;d=e,f")]
    [InlineData("...", "page")]
    [InlineData("-", "page-2d")]
    [InlineData("a.b.c", "a-b-c")]
    [InlineData("CON", "con")]
    public void A_page_of_that_name_has_an_address_and_can_be_linked_to(string name, string address)
    {
        if (OperatingSystem.IsWindows() && (name is "CON" || name.EndsWith('.')))
            return;
        _site
            .With($"f/{name}.md", "# There\n\nText.\n")
            .With(
                "f/from.md",
                "# From\n\n"
                    + "[a](<"
                    + name.Replace("%", "%25", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal)
                    + ".md>)\n"
            );
        if (name.StartsWith('.'))
            return;
        Assert.Empty(_site.Rules());
        Assert.True(_site.Has($"f/{address}/index.html"));
        Assert.DoesNotContain("index.html", _site.Page("f/from/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what?")]
    [InlineData("a:b")]
    [InlineData("a|b\"c<d>e*f")]
    [InlineData("a\\b")]
    [InlineData("a\nb\tc")]
    [InlineData(" blanks ")]
    [InlineData("a\u0001b")]
    public void Names_that_Windows_does_not_know_are_pages_too(string name)
    {
        if (OperatingSystem.IsWindows())
            return;
        _site
            .With($"{name}.md", "# There\n\nText.\n")
            .With($"{name}/inside.md", "# Inside\n\nText.\n")
            .With($"pictures/{name}.png", "png");
        Assert.Empty(_site.Rules());
        Assert.Equal(3, _site.Build().Site!.Pages.Count);
    }

    [Fact]
    public void Names_as_long_as_a_disk_allows_are_pages_too()
    {
        _site
            .With($"{new string('x', 250)}.md", "# Long\n\nText.\n")
            .With($"{new string('y', 250)}/z.md", "# Folder\n\nText.\n");
        Assert.Empty(_site.Rules());
        Assert.True(_site.Has($"{new string('x', 250)}/index.html"));
    }

    [Fact]
    public void A_name_that_is_longer_in_small_letters_costs_no_more_than_its_page()
    {
        if (!OperatingSystem.IsLinux())
            return;
        _site.With($"{new string('Ⱥ', 120)}.md", "# Long\n\nText.\n");
        _site.Build();
        Assert.True(_site.Has("index.html"));
    }

    [Fact]
    public void A_long_tag_costs_no_more_than_its_page()
    {
        _site.With("page.md", $"---\ntags: [{new string('x', 300)}]\n---\n# Page\n\nText.\n");
        _site.Build();
        Assert.True(_site.Has("index.html"));
    }

    [Fact]
    public void Of_pages_whose_names_differ_only_in_capitals_one_is_built_and_the_other_reported()
    {
        if (!OperatingSystem.IsLinux())
            return;
        _site.With("Setup.md", "# One\n\nText.\n").With("setup.md", "# Two\n\nText.\n");
        var result = _site.Build();
        Assert.Equal(["KS411"], DiskSite.Rules(result));
        Assert.True(_site.Has("setup/index.html"));
    }

    [Fact]
    public void Folders_whose_names_differ_only_in_capitals_are_built()
    {
        if (!OperatingSystem.IsLinux())
            return;
        for (var i = 0; i < 70; i++)
            _site
                .With($"s/p{i}.md", "# P\n\nText.\n")
                .With($"s/Guides/p{i}.md", "# P\n\nText.\n")
                .With($"s/guides/q{i}.md", "# Q\n\nText.\n");
        _site.Build();
        Assert.True(_site.Has("s/guides/p1/index.html"));
        Assert.True(_site.Has("s/guides/q1/index.html"));
    }

    [Fact]
    public void Of_downloads_whose_names_differ_only_in_capitals_each_is_published_or_reported()
    {
        if (!OperatingSystem.IsLinux())
            return;
        _site.With("A.pdf", "one").With("a.pdf", "two").With("page.md", "# Page\n\n[one](A.pdf) [two](a.pdf)\n");
        var rules = _site.Rules();
        Assert.True(
            rules.Count > 0
                || _site.Folder.Files("output").Count(f => f.EndsWith(".pdf", StringComparison.Ordinal)) == 2
        );
    }

    [Fact]
    public void A_name_that_is_not_valid_unicode_does_no_harm()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var input = _site.Folder.Combine("input");
        Shell($"printf '# X' > \"$(printf '{input}/caf\\351.md')\"");
        var rules = _site.Rules();
        Shell($"rm {input}/caf*.md");
        Assert.Equal(["KS104"], rules);
        Assert.True(_site.Has("index.html"));
    }

    private static void Shell(string command)
    {
        using var shell = System.Diagnostics.Process.Start("sh", ["-c", command]);
        shell.WaitForExit();
    }
}
