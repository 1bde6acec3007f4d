using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Content;

/// <summary>Tests code blocks that show a file of the repository, on disk.</summary>
public sealed class IncludedCodeTests : IDisposable
{
    private const string Secret = "password of this machine";

    private readonly DiskSite _site = new();

    public IncludedCodeTests()
    {
        _site.Prepared().With("index.md", "# Home\n");
        Directory.CreateDirectory(_site.Folder.Combine("repository"));
        _site.Folder.Write("secret.txt", Secret);
        _site.Input = "repository/docs";
        _site.Folder.Write("repository/docs/site.yaml", "title: Test");
        _site.Folder.Write("repository/docs/index.md", "# Home\n");
        Directory.CreateDirectory(_site.Folder.Combine("repository/.git"));
        _site.Folder.Write("repository/.git/config", Secret);
        _site.Folder.Write("repository/.env", Secret);
        _site.Folder.Write(
            "repository/src/train.py",
            "import x\n\nclass A:\n    # region fit\n    def fit(self):\n        # --8<-- [start:inner]\n"
                + "        return 1\n        # --8<-- [end:inner]\n    # endregion\n"
        );
    }

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("../src/train.py#L1", "import x")]
    [InlineData("../src/train.py#L5-L7", "def fit(self):\n    # --8<-- [start:inner]\n    return 1")]
    [InlineData("../src/train.py#fit", "def fit(self):\n    return 1")]
    [InlineData("../src/train.py#inner", "return 1")]
    public void A_block_shows_a_part_of_a_file_without_its_indentation(string file, string shown)
    {
        Write($"``` file={file}\n```\n");
        var result = _site.Build();
        Assert.Empty(result.Diagnostics);
        Assert.Contains(shown, TextOf(_site.Page("page/index.html")), StringComparison.Ordinal);
        Assert.Contains("class=\"code-keyword\"", _site.Page("page/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../src/none.py", "KS353")]
    [InlineData("../src", "KS353")]
    [InlineData("../../secret.txt", "KS354")]
    [InlineData("../../../../../../../../etc/passwd", "KS354")]
    [InlineData("/etc/passwd", "KS354")]
    [InlineData("../.git/config", "KS354")]
    [InlineData("../.env", "KS354")]
    [InlineData("../link.txt", "KS354")]
    [InlineData("../folder/secret.txt", "KS354")]
    [InlineData("../hidden.txt", "KS354")]
    [InlineData("file:///etc/passwd", "KS354")]
    [InlineData("../large.txt", "KS355")]
    [InlineData("../binary.bin", "KS355")]
    [InlineData("../src/train.py#L8-L12", "KS356")]
    [InlineData("../src/train.py#L90-L99", "KS356")]
    [InlineData("../src/train.py#L0", "KS356")]
    [InlineData("../src/train.py#L9-L2", "KS356")]
    [InlineData("../src/train.py#fitt", "KS357")]
    [InlineData("../src/train.py#L\u0661", "KS357")]
    public void What_may_not_be_shown_is_reported_at_the_fence_and_its_block_is_shown(string file, string rule)
    {
        File.CreateSymbolicLink(_site.Folder.Combine("repository/link.txt"), _site.Folder.Combine("secret.txt"));
        File.CreateSymbolicLink(_site.Folder.Combine("repository/hidden.txt"), ".env");
        Directory.CreateSymbolicLink(_site.Folder.Combine("repository/folder"), _site.Folder.Combine("."));
        _site.Folder.Write("repository/large.txt", new string('a', RepositoryFile.MaxSize + 1));
        _site.Folder.Write("repository/binary.bin", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3]);
        Write($"``` python file={file}\nmine = 1\n```\n");
        var result = _site.Build();
        var found = Assert.Single(result.Diagnostics, d => d.Rule.Id != "KS358");
        Assert.Equal(rule, found.Rule.Id);
        Assert.Equal(3, found.Location!.Line);
        Assert.Equal(17, found.Location.Column);
        var page = File.Exists(_site.Folder.Combine("output/page/index.html"))
            ? TextOf(_site.Page("page/index.html"))
            : "mine = 1\n";
        Assert.DoesNotContain(Secret, page, StringComparison.Ordinal);
        if (file != "../src/train.py#L8-L12")
            Assert.Contains("mine = 1\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_region_has_a_suggestion()
    {
        Write("``` file=../src/train.py#fitt\n```\n");
        Assert.Contains(
            "Did you mean 'fit'?",
            Assert.Single(_site.Build().Diagnostics).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Code_between_the_fences_is_replaced_and_reported()
    {
        Write("``` file=../src/train.py#L1\nmine = 1\n```\n");
        Assert.Equal("KS358", Assert.Single(_site.Build().Diagnostics).Rule.Id);
        Assert.DoesNotContain("mine = 1\n", TextOf(_site.Page("page/index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_repository_a_page_shows_only_files_of_the_input_folder()
    {
        Directory.Delete(_site.Folder.Combine("repository/.git"), recursive: true);
        _site.Folder.Write("repository/docs/x.sql", "select 1\n");
        Write("``` file=x.sql\n```\n\n``` file=../src/train.py\n```\n");
        var found = Assert.Single(_site.Build().Diagnostics);
        Assert.Equal(("KS354", 6), (found.Rule.Id, found.Location!.Line));
    }

    [Fact]
    public void The_Markdown_copy_of_a_page_has_the_code()
    {
        Write("> - Text\n>   ```py file=../src/train.py#L1-L3\n>   ```\n\n``` file=note.sh\n```\n");
        _site.Folder.Write("repository/docs/note.sh", "```sh\nls\n```\n");
        Assert.Empty(_site.Build().Diagnostics);
        Assert.Equal(
            "# Page\n\n> - Text\n>   ```py file=../src/train.py#L1-L3\n>   import x\n>\n>   class A:\n>   ```\n\n"
                + "```` file=note.sh\n```sh\nls\n```\n````\n",
            _site.Page("page/index.md")
        );
    }

    [Fact]
    public async Task A_change_of_a_file_changes_the_page_in_a_preview()
    {
        Write("``` file=../src/train.py#L1\n```\n");
        var folder = _site.Folder.Combine("repository/docs");
        var options = new BuildOptions(folder, null, Strict: false, null, new DateOnly(2026, 11, 20));
        var preview = new SitePreview(options);
        Assert.Contains("import x", await PageAsync(), StringComparison.Ordinal);
        _site.Folder.Write("repository/src/train.py", "import y\n");
        Assert.Contains("import y", await PageAsync(), StringComparison.Ordinal);

        async Task<string> PageAsync()
        {
            var result = await preview.NextAsync(
                FolderSnapshot.Read(folder),
                new Theme.Theme(),
                Task.FromResult(VersionControl.None),
                CancellationToken.None
            );
            var page = result.Files.Single(f => f.Path.File == "page/index.html");
            return TextOf(System.Text.Encoding.UTF8.GetString(page.ToBytes()));
        }
    }

    private void Write(string text) => _site.Folder.Write("repository/docs/page.md", $"# Page\n\n{text}");

    private static string TextOf(string html) =>
        System
            .Text.RegularExpressions.Regex.Replace(html, "<[^>]+>", "")
            .Replace("&lt;", "<", StringComparison.Ordinal);
}
