using System.Text;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Tests.Sources;

public sealed class ReadSourcesTests
{
    private readonly DiagnosticBag _diagnostics = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_text_that_cannot_be_decoded_is_reported_and_listed_as_unreadable(bool isCached)
    {
        var tree = new MemoryTree(
            new Dictionary<string, byte[]> { ["bad.md"] = [0x61, 0xFF], ["good.md"] = Encoding.UTF8.GetBytes("# Good") }
        );
        var files = Read(tree, isCached ? new SourceCache() : null);
        Assert.Equal(["good.md"], files.Select(f => f.Path.Value));
        Assert.Equal(["bad.md"], files.Unreadable.Select(p => p.Value));
        Assert.Equal([SourceRules.InvalidUtf8], _diagnostics.Sorted().Select(d => d.Rule));
    }

    [Fact]
    public void A_folder_that_does_not_exist_has_no_files()
    {
        var files = Read(new FolderTree(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())), null);
        Assert.False(files.FolderExists);
        Assert.Empty(files);
        Assert.Equal([SourceRules.InputMissing], _diagnostics.Sorted().Select(d => d.Rule));
    }

    private SourceFiles Read(ISourceTree tree, SourceCache? cache) =>
        new ReadSources(tree, cache).Execute(
            NoInput.Instance,
            new(other => throw new InvalidOperationException(other.Name), _diagnostics, CancellationToken.None)
        );
}
