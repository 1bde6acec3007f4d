using KnowledgeSite.Files;
using KnowledgeSite.Output;

namespace KnowledgeSite.Tests.Output;

/// <summary>Tests builds after or during another build.</summary>
public sealed class InterruptionTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WriteRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_half_written_next_site_is_deleted()
    {
        _run.Write("a.txt=1");
        _run.Folder.Write(".output.next/half.txt", "half");
        _run.Write("a.txt=2");
        Assert.Equal("a.txt=2", _run.Site);
        Assert.Empty(_run.Leftovers);
    }

    [Fact]
    public void A_site_that_was_moved_away_is_restored()
    {
        SetAside();
        _run.Write("a.txt=1", "b.txt=2");
        Assert.Equal("CNAME=mine a.txt=1 b.txt=2", _run.Site);
        Assert.Empty(_run.Leftovers);
    }

    [Fact]
    public void A_site_that_was_moved_away_is_restored_even_if_the_build_has_errors()
    {
        SetAside();
        Assert.Equal("KS114", _run.WriteWithErrors("a.txt=bad").Rule);
        Assert.Equal("CNAME=mine a.txt=1", _run.Site);
    }

    [Fact]
    public void A_site_that_was_moved_away_is_deleted_if_the_next_one_is_in_place()
    {
        _run.Write("a.txt=1");
        _run.Folder.Write(".output.previous/a.txt", "older");
        _run.Write("a.txt=2");
        Assert.Equal("a.txt=2", _run.Site);
        Assert.Empty(_run.Leftovers);
    }

    [Fact]
    public void The_lock_of_a_killed_build_is_ignored()
    {
        _run.Folder.Write(".output.lock", "");
        Assert.NotNull(_run.Write("a.txt=1").Site);
        Assert.Empty(_run.Leftovers);
    }

    [Fact]
    public async Task A_second_build_at_the_same_time_stops()
    {
        _run.Write("a.txt=0");
        using var begun = new ManualResetEventSlim();
        using var end = new ManualResetEventSlim();
        var slow = new OutputFile(
            new("/slow.txt"),
            _ =>
            {
                begun.Set();
                end.Wait(Patience);
            }
        );
        var first = Task.Run(() => _run.Write([WriteRun.File("a.txt=1"), slow]));
        Assert.True(begun.Wait(Patience));
        Assert.Equal("KS112", _run.Write("a.txt=2").Rule);
        end.Set();
        Assert.NotNull((await first.WaitAsync(Patience)).Site);
        Assert.Equal("a.txt=1 slow.txt=", _run.Site);
    }

    [Fact]
    public void Of_many_builds_at_once_every_one_leaves_a_whole_site_or_nothing()
    {
        Parallel.For(0, 40, i => _run.Write($"a.txt={i}", $"b.txt={i}", $"c/index.html={i}"));
        var values = _run.Site.Split(' ').Select(f => f.Split('=')[1]).Distinct();
        Assert.Single(values);
        Assert.Empty(_run.Leftovers);
    }

    /// <summary>
    /// The state after a build was killed between two renames, on a system that cannot exchange folders.
    /// </summary>
    private void SetAside()
    {
        _run.Write("a.txt=1");
        _run.Folder.Write("output/CNAME", "mine");
        Directory.Move(_run.Folder.Combine("output"), _run.Folder.Combine(".output.previous"));
    }
}
