using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Output;

/// <summary>
/// Tests symbolic links in the input folder. On Windows, they need permissions, so nothing is tested there.
/// </summary>
public sealed class LinkInInputTests : IDisposable
{
    private readonly DiskSite _site = new DiskSite()
        .With("index.md", "# Home\n\nText.\n")
        .With("guides/setup.md", "# Setup\n\nText.\n");

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_link_to_a_page_of_the_input_is_a_page()
    {
        if (!Link("copy.md", "guides/setup.md"))
            return;
        Assert.Empty(_site.Rules());
        Assert.True(_site.Has("copy/index.html"));
    }

    [Fact]
    public void A_link_to_a_folder_of_the_input_is_a_folder()
    {
        if (!Link("manuals", "guides"))
            return;
        Assert.Empty(_site.Rules());
        Assert.True(_site.Has("manuals/setup/index.html"));
    }

    [Theory]
    [InlineData("loop", ".")]
    [InlineData("guides/loop", "..")]
    [InlineData("guides/loop", "../guides")]
    public void A_link_back_to_a_folder_around_it_is_left_out(string link, string target)
    {
        if (!Link(link, target))
            return;
        Assert.Equal(["KS106"], _site.Rules());
        Assert.True(_site.Has("guides/setup/index.html"));
    }

    [Fact]
    public void Two_folders_that_link_to_each_other_are_read_once()
    {
        if (!Link("guides/b", "../other") || !Link("other/a", "../guides"))
            return;
        _site.With("other/x.md", "# X\n\nText.\n");
        Assert.Equal(["KS106"], _site.Rules());
        Assert.True(_site.Has("guides/b/x/index.html"));
    }

    [Theory]
    [InlineData("self.md", "self.md", "KS104")]
    [InlineData("gone.md", "nowhere.md", "KS104")]
    [InlineData("gone", "nowhere", "KS104")]
    [InlineData("out.md", "../secret.md", "KS105")]
    [InlineData("out", "../secrets", "KS105")]
    [InlineData("up", "..", "KS105")]
    public void A_broken_link_or_one_out_of_the_input_is_ignored(string link, string target, string rule)
    {
        _site.Folder.Write("secret.md", "# Secret\n\nText.\n");
        _site.Folder.Write("secrets/secret.md", "# Secret\n\nText.\n");
        if (!Link(link, target))
            return;
        Assert.Equal([rule], _site.Rules());
        Assert.True(_site.Has("guides/setup/index.html"));
        Assert.DoesNotContain(
            "Secret",
            string.Concat(_site.Folder.Files("output").Select(f => _site.Page(f))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_link_through_another_one_out_of_the_input_is_left_out()
    {
        _site.Folder.Write("secret.md", "# Secret\n\nText.\n");
        if (!Link("a.md", "b.md") || !Link("b.md", "../secret.md"))
            return;
        Assert.Equal(["KS105"], _site.Rules());
        Assert.False(_site.Has("a/index.html"));
    }

    [Fact]
    public void A_link_in_a_linked_folder_counts_from_where_it_really_lies()
    {
        _site.With("deep/er/page.md", "# Deep\n\nText.\n");
        if (!Link("deep/er/home.md", "../../index.md") || !Link("near", "deep/er"))
            return;
        Assert.Empty(_site.Rules());
        Assert.True(_site.Has("near/home/index.html"));
    }

    [Fact]
    public void A_link_out_of_the_input_is_not_taken_for_another_one_because_of_a_linked_folder()
    {
        _site.Folder.Write("secret.md", "# Secret\n\nText.\n");
        _site.With("deep/secret.md", "# Decoy\n\nText.\n");
        if (!Link("real/out.md", "../../secret.md") || !Link("deep/er/link", "../../real"))
            return;
        _site.Build();
        Assert.DoesNotContain(
            "Secret",
            string.Concat(_site.Folder.Files("output").Select(f => _site.Page(f))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_input_that_is_itself_a_link_is_read()
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateSymbolicLink(_site.Folder.Combine("pages"), _site.Folder.Combine("input"));
        _site.Input = "pages";
        Assert.Empty(_site.Rules());
        Assert.True(_site.Has("guides/setup/index.html"));
    }

    [Fact]
    public void An_image_behind_a_link_out_of_the_input_is_not_published()
    {
        _site.Folder.Write("secret.png", "secret");
        if (!Link("picture.png", "../secret.png"))
            return;
        _site.With("page.md", "# Page\n\n![A picture](picture.png)\n");
        _site.Build();
        Assert.DoesNotContain(
            _site.Folder.Files("output"),
            f => f.EndsWith(".png", StringComparison.Ordinal) && !f.StartsWith("icon-", StringComparison.Ordinal)
        );
    }

    /// <summary>Returns false if links cannot be created.</summary>
    private bool Link(string path, string target)
    {
        if (OperatingSystem.IsWindows())
            return false;
        var full = _site.Folder.Combine("input/" + path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.CreateSymbolicLink(full, target);
        return true;
    }
}
