using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Output;

/// <summary>Tests which output folders are allowed for an input folder.</summary>
public sealed class OutputFolderTests : IDisposable
{
    private readonly DiskSite _site = new DiskSite()
        .Prepared()
        .With("index.md", "# Home\n\nText.\n")
        .With("guides/setup.md", "# Setup\n\nText.\n");

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("input")]
    [InlineData("input/")]
    [InlineData("input/../input")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("input/..")]
    public void An_output_that_is_the_input_or_contains_it_is_rejected(string output)
    {
        _site.Output = output;
        Assert.Equal(["KS109"], _site.Rules());
        Assert.Equal(["guides/setup.md", "index.md", "site.yaml"], _site.Folder.Files("input"));
        Assert.Equal(
            ["input"],
            Directory.EnumerateFileSystemEntries(_site.Folder.Root).Select(e => Path.GetFileName(e))
        );
    }

    [Theory]
    [InlineData("input/public")]
    [InlineData("input/guides/public")]
    [InlineData("link/public")]
    public void An_output_inside_the_input_works_and_is_not_read(string output)
    {
        if (OperatingSystem.IsWindows() && output.StartsWith("link", StringComparison.Ordinal))
            return;
        Link("link", "input");
        _site.Output = output;
        var pages = _site.Build().Site!.Pages.Count;
        var second = _site.Build();
        Assert.Equal(["KS110"], DiskSite.Rules(second));
        Assert.Equal((2, 2, 0), (pages, second.Site!.Pages.Count, second.Written!.Written));
    }

    [Fact]
    public void An_output_that_is_the_input_by_another_name_is_rejected()
    {
        Link("link", "input");
        if (OperatingSystem.IsWindows())
            return;
        _site.Output = "link";
        Assert.Equal(["KS109"], _site.Rules());
    }

    [Fact]
    public void A_folder_whose_name_only_begins_like_the_input_is_no_part_of_it()
    {
        _site.Output = "input-site";
        Assert.Empty(_site.Rules());
        Assert.True(_site.Has("guides/setup/index.html"));
    }

    [Fact]
    public void An_output_at_the_path_of_a_file_cannot_be_written()
    {
        _site.Folder.Write("output", "a file");
        Assert.Equal(["KS113"], _site.Rules());
        Assert.Equal("a file", _site.Folder.Read("output"));
    }

    [Fact]
    public void Folder_names_may_contain_spaces_and_signs()
    {
        _site.Output = "a b/ü #1 %41";
        Assert.Empty(_site.Rules());
        Assert.True(_site.Has("index.html"));
    }

    [Fact]
    public void A_missing_input_is_an_error()
    {
        _site.Input = "nowhere";
        Assert.Equal(["KS108"], _site.Rules());
        Assert.False(Directory.Exists(_site.Folder.Combine("output")));
    }

    [Fact]
    public void An_input_that_is_a_file_is_an_error()
    {
        _site.Input = "input/index.md";
        Assert.Equal(["KS108"], _site.Rules());
    }

    [Fact]
    public void An_empty_input_is_an_error_and_leaves_the_last_site()
    {
        _site.Build();
        _site.Input = "empty";
        _site.Folder.Folder("empty");
        Assert.Equal(["KS107"], _site.Rules());
        Assert.True(_site.Has("index.html"));
    }

    private void Link(string path, string target)
    {
        if (!OperatingSystem.IsWindows())
            Directory.CreateSymbolicLink(_site.Folder.Combine(path), _site.Folder.Combine(target));
    }
}
