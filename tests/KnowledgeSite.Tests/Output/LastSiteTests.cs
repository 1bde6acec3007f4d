using KnowledgeSite.Files;
using KnowledgeSite.Output;

namespace KnowledgeSite.Tests.Output;

/// <summary>Tests what a failed build does to the last site.</summary>
public sealed class LastSiteTests : IDisposable
{
    private readonly WriteRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_good_site_is_not_replaced_by_one_with_errors()
    {
        _run.Write("a.txt=good");
        Assert.Equal("KS114", _run.WriteWithErrors("a.txt=bad").Rule);
        Assert.Equal("a.txt=good", _run.Site);
    }

    [Fact]
    public void A_site_with_errors_is_written_where_there_is_none()
    {
        Assert.NotNull(_run.WriteWithErrors("a.txt=bad").Site);
        Assert.Equal("a.txt=bad", _run.Site);
    }

    [Fact]
    public void A_site_with_errors_is_replaced_by_one_with_other_errors()
    {
        _run.WriteWithErrors("a.txt=bad");
        Assert.NotNull(_run.WriteWithErrors("a.txt=worse").Site);
        Assert.Equal("a.txt=worse", _run.Site);
    }

    [Fact]
    public void A_site_without_its_former_errors_is_good_even_if_no_file_changed()
    {
        _run.WriteWithErrors("a.txt=1");
        _run.Write("a.txt=1");
        Assert.Equal("KS114", _run.WriteWithErrors("a.txt=2").Rule);
    }

    [Fact]
    public void A_build_without_any_file_leaves_the_site()
    {
        _run.Write("a.txt=1");
        Assert.Null(_run.Write([]).Site);
        Assert.Equal("a.txt=1", _run.Site);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_full_disk_leaves_the_site(bool first)
    {
        if (!first)
            _run.Write("a.txt=1");
        var full = new OutputFile(new("/b.txt"), _ => throw new IOException("No space left on device."));
        var outcome = _run.Write([WriteRun.File("a.txt=2"), full, WriteRun.File("c.txt=3")]);
        Assert.Equal("KS113", outcome.Rule);
        Assert.Contains("No space left on device.", outcome.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal(!first, Directory.Exists(_run.Folder.Combine("output")));
        if (!first)
            Assert.Equal("a.txt=1", _run.Site);
        Assert.Empty(_run.Leftovers);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cancelled_build_leaves_the_site(bool first)
    {
        if (!first)
            _run.Write("a.txt=1");
        using var source = new CancellationTokenSource();
        var cancelling = new OutputFile(new("/b.txt"), _ => source.Cancel());
        Assert.Throws<OperationCanceledException>(() =>
            _run.Write([WriteRun.File("a.txt=2"), cancelling], cancellation: source.Token)
        );
        Assert.Equal(!first, Directory.Exists(_run.Folder.Combine("output")));
        if (!first)
            Assert.Equal("a.txt=1", _run.Site);
        Assert.Empty(_run.Leftovers);
    }

    [Fact]
    public void A_name_that_the_disk_rejects_leaves_the_site()
    {
        _run.Write("a.txt=1");
        Assert.Equal("KS113", _run.Write("a.txt=2", new string('x', 300) + "=3").Rule);
        Assert.Equal("a.txt=1", _run.Site);
    }

    [Fact]
    public void The_output_may_be_a_link_to_a_folder()
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateSymbolicLink(_run.Folder.Combine("output"), _run.Folder.Folder("www/real"));
        _run.Write("a.txt=1");
        _run.Write("a.txt=2");
        Assert.Equal("2", _run.Folder.Read("www/real/a.txt"));
        Assert.Equal(_run.Folder.Combine("www/real"), new DirectoryInfo(_run.Folder.Combine("output")).LinkTarget);
    }

    [Fact]
    public void The_folder_above_the_output_is_created_if_it_is_missing()
    {
        var paths = new OutputPaths(_run.Folder.Combine("a/b/output"));
        var nested = _run.Folder.Combine("a/b");
        Assert.False(Directory.Exists(nested));
        Directory.CreateDirectory(paths.Parent);
        Assert.NotNull(
            new SiteWriter(paths, null, CancellationToken.None).Write([WriteRun.File("a.txt=1")], isGood: true)
        );
        Assert.Equal("1", _run.Folder.Read("a/b/output/a.txt"));
    }
}
