using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Sources;

public sealed class FolderSnapshotTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_changed_files_are_read_again()
    {
        _folder.Write("in/a.md", "A");
        _folder.Write("in/b/c.md", "C");
        var first = Snapshot();
        _folder.Write("in/a.md", "A2");
        _folder.Write("in/b/c.md", "C2");
        _folder.Write("in/b/d.md", "D");
        var next = After(first, "a.md", "b/d.md");
        Assert.Equal("a.md b/d.md", Differences(next, first));
        Assert.Equal(("A2", "D"), (Text(next, "a.md"), Text(next, "b/d.md")));
        Assert.Equal("b/c.md", Differences(next.Rescan(), next));
    }

    [Fact]
    public void A_file_with_the_same_content_is_unchanged()
    {
        _folder.Write("in/a.md", "A");
        var first = After(Snapshot(), "a.md");
        _folder.Write("in/a.md", "A");
        Assert.Equal("", Differences(After(first, "a.md"), first));
        Assert.Equal("", Differences(After(first, "a.md").Rescan(), first));
    }

    [Fact]
    public void A_second_change_within_one_clock_tick_is_found_by_a_second_scan()
    {
        var file = _folder.Write("in/a.md", "one");
        var first = After(Snapshot(), "a.md");
        var written = File.GetLastWriteTimeUtc(file);
        _folder.Write("in/a.md", "two");
        File.SetLastWriteTimeUtc(file, written);
        Assert.Equal("two", Text(first.Rescan(), "a.md"));
    }

    [Fact]
    public void Adding_removing_or_renaming_a_folder_affects_its_files()
    {
        _folder.Write("in/a.md", "A");
        _folder.Write("in/b/c.md", "C");
        var first = Snapshot();
        Directory.Move(_folder.Combine("in/b"), _folder.Combine("in/e"));
        var moved = After(first, "b", "e");
        Assert.Equal("b/c.md e/c.md", Differences(moved, first));
        Directory.Delete(_folder.Combine("in/e"), recursive: true);
        Assert.Equal("a.md", Paths(After(moved, "e")));
        Directory.Delete(_folder.Combine("in"), recursive: true);
        var gone = moved.Rescan();
        Assert.Equal("", Paths(gone));
        _folder.Write("in/f.md", "F");
        Assert.Equal("f.md", Paths(gone.Rescan()));
    }

    [Fact]
    public void Files_that_a_build_ignores_are_ignored()
    {
        _folder.Write("in/a.md", "A");
        var first = Snapshot();
        foreach (var path in new[] { ".git/x.md", "node_modules/x.md", "out/x.md", ".a.md.swp" })
            _folder.Write($"in/{path}", "X");
        var next = After(first, ".git/x.md", "node_modules/x.md", "out/x.md", "out", ".a.md.swp");
        Assert.Equal(("a.md", "a.md"), (Paths(next), Paths(next.Rescan())));
        Assert.Equal(Paths(new FolderTree(_folder.Combine("in"), _folder.Combine("in/out"))), Paths(next));
    }

    [Fact]
    public void A_changed_file_that_no_longer_exists_is_not_an_error()
    {
        _folder.Write("in/a.md", "A");
        var first = Snapshot();
        Assert.Equal("", Differences(After(first, "b.md", "c/d.md", ""), first));
        File.Delete(_folder.Combine("in/a.md"));
        Assert.Equal("a.md", Differences(After(first, "a.md"), first));
    }

    private FolderSnapshot Snapshot() => FolderSnapshot.Read(_folder.Combine("in"), _folder.Combine("in/out"));

    private static FolderSnapshot After(FolderSnapshot snapshot, params string[] touched) =>
        snapshot.Update([.. touched.Select(t => new SourcePath(t))]);

    private static string Differences(FolderSnapshot later, FolderSnapshot earlier) =>
        string.Join(' ', later.DifferencesFrom(earlier));

    private static string Paths(ISourceTree tree) => string.Join(' ', tree.List(new DiagnosticBag()).Files);

    private static string Text(FolderSnapshot snapshot, string path) =>
        System.Text.Encoding.UTF8.GetString(snapshot.Read(new(path)));
}
