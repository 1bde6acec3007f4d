using System.Text;
using KnowledgeSite.Cli;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Cli;

public sealed class FileChangesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FileChangesTests()
    {
        _folder.Write("a.md", "a\n");
        _folder.Write("b.md", [.. Encoding.UTF8.Preamble, .. "b\r\n"u8]);
        _folder.Write("file", "no folder");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_keep_their_line_ends_and_byte_order_mark()
    {
        new FileChanges()
            .PutText(_folder.Combine("a.md"), "x\ny\n")
            .PutText(_folder.Combine("b.md"), "x\ny\n")
            .PutText(_folder.Combine("new/c.md"), "c\n")
            .Apply();
        Assert.Equal("x\ny\n"u8.ToArray(), File.ReadAllBytes(_folder.Combine("a.md")));
        Assert.Equal([.. Encoding.UTF8.Preamble, .. "x\r\ny\r\n"u8], File.ReadAllBytes(_folder.Combine("b.md")));
        Assert.Equal(["a.md", "b.md", "file", "new/c.md"], _folder.Files("."));
    }

    [Theory]
    [InlineData("file/c.md")]
    [InlineData("folder")]
    public void If_one_file_cannot_be_written_none_is(string bad)
    {
        _folder.Folder("folder");
        var before = _folder.Contents(".");
        var changes = new FileChanges()
            .PutText(_folder.Combine("a.md"), "other")
            .PutText(_folder.Combine("deep/er/c.md"), "new")
            .PutText(_folder.Combine(bad), "bad");
        var refused = Assert.Throws<FileChangeException>(changes.Apply);
        Assert.Contains(bad, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Contents("."));
        Assert.False(Directory.Exists(_folder.Combine("deep")));
    }

    [Fact]
    public void A_rename_that_fails_puts_written_files_back()
    {
        var before = _folder.Contents(".");
        var changes = new FileChanges()
            .PutText(_folder.Combine("a.md"), "other")
            .PutText(_folder.Combine("c.md"), "new")
            .Rename(_folder.Combine("b.md"), _folder.Combine("file/b.md"));
        Assert.Throws<FileChangeException>(changes.Apply);
        Assert.Equal(before, _folder.Contents("."));
    }

    [Fact]
    public void A_new_file_never_replaces_one()
    {
        Assert.Throws<FileChangeException>(new FileChanges().Put(_folder.Combine("a.md"), [1], isNew: true).Apply);
        Assert.Equal("a\n", _folder.Read("a.md"));
    }

    [Fact]
    public void Permissions_and_links_stay()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(
            _folder.Combine("a.md"),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead
        );
        File.CreateSymbolicLink(_folder.Combine("link.md"), "a.md");
        FileChanges.Write(_folder.Combine("link.md"), "other");
        Assert.Equal("other", _folder.Read("a.md"));
        Assert.Equal("a.md", new FileInfo(_folder.Combine("link.md")).LinkTarget);
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead,
            File.GetUnixFileMode(_folder.Combine("a.md"))
        );
    }
}
