using System.Buffers;
using KnowledgeSite.Caching;
using KnowledgeSite.Files;
using KnowledgeSite.Output;

namespace KnowledgeSite.Tests.Output;

/// <summary>
/// Builds with a cache, which keep a spare of the site and do not read unchanged files: what others do to the folders
/// between two builds is noticed.
/// </summary>
public sealed class SpareSiteTests : IDisposable
{
    private static readonly string[] First = ["a.txt=1", "b/c.txt=2", "b/d.txt=3", "e/f/g.txt=4"];

    private readonly WriteRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Only_files_that_differ_are_written_and_both_folders_stay_equal()
    {
        Write(First);
        Write("a.txt=one", "b/c.txt=2", "b/d.txt=3", "e/f/g.txt=4");
        Assert.Equal((4, 2, 1), Write("a.txt=one", "b/c.txt=two", "b/d.txt=3", "n/o.txt=5"));
        Assert.Equal("a.txt=one b/c.txt=two b/d.txt=3 n/o.txt=5", _run.Site);
        AssertSpare();
        Assert.Equal((4, 0, 0), Write("a.txt=one", "b/c.txt=two", "b/d.txt=3", "n/o.txt=5"));
        Assert.Equal((2, 1, 3), Write("a.txt=one", "b=file"));
        Assert.Equal("a.txt=one b=file", _run.Site);
        Assert.Equal((1, 1, 2), Write("b/e/f.txt=6"));
        Assert.Equal("b/e/f.txt=6", _run.Site);
        AssertSpare();
    }

    [Theory]
    [InlineData("edited")]
    [InlineData("edited with its former time")]
    [InlineData("replaced")]
    [InlineData("deleted")]
    [InlineData("folder deleted")]
    [InlineData("linked")]
    [InlineData("spare edited")]
    [InlineData("spare deleted")]
    [InlineData("spare changed")]
    [InlineData("moved")]
    [InlineData("nothing known")]
    [InlineData("known damaged")]
    [InlineData("known cut")]
    public void What_others_change_is_written_again(string change)
    {
        Write(First);
        Write("a.txt=0", "b/c.txt=2", "b/d.txt=3", "e/f/g.txt=4");
        var file = _run.Folder.Combine("output/b/c.txt");
        var time = File.GetLastWriteTimeUtc(file);
        switch (change)
        {
            case "edited":
                File.WriteAllText(file, "x");
                break;
            case "edited with its former time":
                File.WriteAllText(file, "x");
                File.SetLastWriteTimeUtc(file, time);
                break;
            case "replaced":
                File.Delete(file);
                File.WriteAllText(file, "x");
                File.SetLastWriteTimeUtc(file, time);
                break;
            case "deleted":
                File.Delete(file);
                break;
            case "folder deleted":
                Directory.Delete(_run.Folder.Combine("output/b"), recursive: true);
                break;
            case "linked":
                if (OperatingSystem.IsWindows())
                    return;
                File.Delete(file);
                File.CreateSymbolicLink(file, "d.txt");
                break;
            case "spare edited":
                Edit(".output.next/site/b/c.txt", _ => "x"u8.ToArray());
                break;
            case "spare deleted":
                if (Directory.Exists(_run.Folder.Combine(".output.next")))
                    Directory.Delete(_run.Folder.Combine(".output.next"), recursive: true);
                break;
            case "spare changed":
                _run.Folder.Write(".output.next/site/b/h.txt", "x");
                break;
            case "moved":
                Directory.Move(_run.Folder.Combine("output"), _run.Folder.Combine("other"));
                Directory.Move(_run.Folder.Combine("other"), _run.Folder.Combine("output"));
                break;
            case "nothing known":
                File.Delete(_run.Folder.Combine(".output.cache/files"));
                break;
            case "known damaged":
                Edit(".output.cache/files", bytes => [.. bytes[..^9], (byte)(bytes[^9] ^ 1), .. bytes[^8..]]);
                break;
            default:
                Edit(".output.cache/files", bytes => bytes[..^9]);
                break;
        }

        Write("a.txt=1", "b/c.txt=2", "b/d.txt=3", "e/f/g.txt=4");
        Assert.Equal("a.txt=1 b/c.txt=2 b/d.txt=3 e/f/g.txt=4", _run.Site);
        AssertSpare();
        Write("a.txt=1", "b/c.txt=2", "e/f/g.txt=4");
        Assert.Equal("a.txt=1 b/c.txt=2 e/f/g.txt=4", _run.Site);
        AssertSpare();
    }

    [Fact]
    public void Files_of_others_stay()
    {
        Write(First);
        Write("a.txt=0", "b/c.txt=2");
        foreach (var name in (string[])["CNAME", "b/own.txt", "own/x/y.txt"])
            _run.Folder.Write($"output/{name}", "mine");
        _run.Folder.Folder("output/empty");
        Write("a.txt=1", "b/c.txt=2");
        Write("a.txt=2");
        Write("a.txt=3", "e.txt=1");
        Assert.Equal("CNAME=mine a.txt=3 b/own.txt=mine e.txt=1 own/x/y.txt=mine", _run.Site);
        Assert.True(Directory.Exists(_run.Folder.Combine("output/empty")));
        Assert.Equal("KS111", WriteWithRule("CNAME=ours"));
        Write("a.txt=4");
        Assert.Equal("CNAME=mine a.txt=4 b/own.txt=mine own/x/y.txt=mine", _run.Site);
        AssertSpare();
    }

    [Fact]
    public void Files_that_others_add_while_the_site_is_rendered_stay()
    {
        Write(First);
        Write("a.txt=0", "b/c.txt=2");
        _run.Folder.Write("output/CNAME", "mine");
        Write("a.txt=1", "b/c.txt=2");
        WriteWhile(
            () =>
            {
                _run.Folder.Write("output/own/x.txt", "mine");
                _run.Folder.Write("output/b/own.txt", "mine");
                File.Delete(_run.Folder.Combine("output/CNAME"));
            },
            "a.txt=2",
            "b/c.txt=2"
        );
        Assert.Equal("a.txt=2 b/c.txt=2 b/own.txt=mine own/x.txt=mine z.txt=3", _run.Site);
        AssertSpare();
        Write("a.txt=4", "b/c.txt=2");
        Assert.Equal("a.txt=4 b/c.txt=2 b/own.txt=mine own/x.txt=mine", _run.Site);
    }

    [Fact]
    public void Files_behind_a_link_stay_when_others_change_the_site_while_it_is_rendered()
    {
        if (OperatingSystem.IsWindows())
            return;
        _run.Folder.Write("behind/x.txt", "mine");
        Write(First);
        File.CreateSymbolicLink(_run.Folder.Combine("output/file"), "a.txt");
        Directory.CreateSymbolicLink(_run.Folder.Combine("output/link"), _run.Folder.Combine("behind"));
        Write("a.txt=0", "b/c.txt=2");
        AssertSpare();
        WriteWhile(() => _run.Folder.Write("output/own.txt", "mine"), "a.txt=1", "b/c.txt=2");
        Assert.Equal("mine", File.ReadAllText(_run.Folder.Combine("behind/x.txt")));
        Assert.Equal("mine", File.ReadAllText(_run.Folder.Combine("output/link/x.txt")));
        Assert.Equal("1", File.ReadAllText(_run.Folder.Combine("output/file")));
        Assert.Equal("mine", File.ReadAllText(_run.Folder.Combine("output/own.txt")));
    }

    [Fact]
    public void What_is_known_of_another_site_does_no_harm()
    {
        Write("a.txt=1", "b.txt=2");
        var path = _run.Folder.Combine(".output.cache/files");
        if (!File.Exists(path))
            return;
        var known = File.ReadAllBytes(path);
        Write("a.txt=1", "c.txt=2");
        File.WriteAllBytes(path, known);
        Assert.Equal((2, 0, 0), Write("a.txt=1", "c.txt=2"));
        Assert.Equal("a.txt=1 c.txt=2", _run.Site);
    }

    [Fact]
    public void A_build_uses_the_spare()
    {
        if (!FileStamp.IsSupported)
            return;
        Write(First);
        Write("a.txt=0", "b/c.txt=2", "b/d.txt=3", "e/f/g.txt=4");
        var spare = FileStamp.Read(_run.Folder.Combine(".output.next/site/e"))!.Value.Number;
        Write("a.txt=5", "b/c.txt=2", "b/d.txt=3", "e/f/g.txt=4");
        Assert.Equal(spare, FileStamp.Read(_run.Folder.Combine("output/e"))!.Value.Number);
    }

    [Fact]
    public void A_build_that_is_interrupted_leaves_the_site()
    {
        Write(First);
        Write("a.txt=0", "b/c.txt=2", "b/d.txt=3", "e/f/g.txt=4");
        using var cache = Open();
        using var stop = new CancellationTokenSource();
        IReadOnlyList<OutputFile> files =
        [
            WriteRun.File("a.txt=bad"),
            new(new("/z.txt"), _ => stop.Cancel()) { DependsOnOthers = true },
        ];
        Assert.ThrowsAny<OperationCanceledException>(() => _run.Write(files, cancellation: stop.Token, stored: cache));
        Assert.Equal("a.txt=0 b/c.txt=2 b/d.txt=3 e/f/g.txt=4", _run.Site);
        Write("a.txt=1", "b/c.txt=2", "b/d.txt=3");
        Assert.Equal("a.txt=1 b/c.txt=2 b/d.txt=3", _run.Site);
    }

    private void Edit(string path, Func<byte[], byte[]> edit)
    {
        var file = _run.Folder.Combine(path);
        if (File.Exists(file))
            File.WriteAllBytes(file, edit(File.ReadAllBytes(file)));
    }

    private (int Files, int Written, int Removed) Write(params string[] files)
    {
        using var cache = Open();
        var site = _run.Write([.. files.Select(WriteRun.File)], stored: cache).Site!;
        return (site.Files, site.Written, site.Removed);
    }

    /// <summary>Writes the files and z.txt, while somebody else acts.</summary>
    private void WriteWhile(Action others, params string[] files)
    {
        using var cache = Open();
        var last = new OutputFile(
            new("/z.txt"),
            output =>
            {
                others();
                output.Write("3"u8);
            }
        )
        {
            DependsOnOthers = true,
        };
        _run.Write([.. files.Select(WriteRun.File), last], stored: cache);
    }

    private string? WriteWithRule(params string[] files)
    {
        using var cache = Open();
        return _run.Write([.. files.Select(WriteRun.File)], stored: cache).Rule;
    }

    private PersistentCache Open()
    {
        var folder = _run.Folder.Folder(".output.cache");
        return PersistentCache.Open(folder, new(1, 2));
    }

    /// <summary>On systems with stamps, the spare has the same files as the site.</summary>
    private void AssertSpare()
    {
        Assert.Equal(FileStamp.IsSupported, Directory.Exists(_run.Folder.Combine(".output.next/site")));
        if (FileStamp.IsSupported)
            Assert.Equal(_run.Folder.Contents("output"), _run.Folder.Contents(".output.next/site"));
    }
}
