using KnowledgeSite.Caching;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Caching;

/// <summary>A cache returns what was added or nothing, whatever happened to its file.</summary>
public sealed class PersistentCacheTests : IDisposable
{
    private static readonly CacheKey Tool = new(1, 2);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Folder => _folder.Combine(".output.cache");

    private string File => Path.Combine(Folder, "results");

    [Fact]
    public void A_result_is_found_by_the_next_run()
    {
        using (var cache = Open())
        {
            Add(cache, 1, "one");
            Assert.Null(Find(cache, 1));
            cache.Save();
        }

        using var next = Open();
        Assert.Equal("one", Find(next, 1));
        Assert.Null(Find(next, 2));
    }

    [Fact]
    public void A_run_without_new_results_leaves_the_file_as_it_is()
    {
        Write(1, 2);
        var before = System.IO.File.ReadAllBytes(File);
        using (var cache = Open())
        {
            Find(cache, 1);
            cache.Save();
        }

        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
        Assert.Equal([".gitignore", "CACHEDIR.TAG", "results"], Names());
    }

    [Fact]
    public void Results_that_no_run_needs_are_dropped_after_some_time()
    {
        Write(1, 2, 3);
        for (var run = 100; run < 110; run++)
        {
            using var cache = Open();
            Assert.Equal(Value(2), Find(cache, 2));
            Add(cache, run, Value(run));
            cache.Save();
        }

        using (var cache = Open())
        {
            Assert.Equal(Value(3), Find(cache, 3));
            Add(cache, 110, Value(110));
            cache.Save();
        }

        AssertHolds(2, 3);
    }

    [Fact]
    public void Results_of_another_version_of_the_tool_are_not_read_but_replaced()
    {
        Write(1);
        using (var other = PersistentCache.Open(Folder, new(1, 3)))
        {
            Assert.Null(Find(other, 1));
            Add(other, 2, Value(2));
            other.Save();
        }

        AssertHolds();
        Write(4);
        AssertHolds(4);
    }

    [Fact]
    public void A_file_that_ends_too_early_counts_as_empty()
    {
        Write(1, 2, 3);
        var whole = System.IO.File.ReadAllBytes(File);
        for (var length = 0; length < whole.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            AssertHolds();
        }
    }

    [Fact]
    public void A_changed_byte_never_changes_a_result()
    {
        Write(1, 2, 3);
        var whole = System.IO.File.ReadAllBytes(File);
        for (var i = 0; i < whole.Length; i++)
        {
            var bytes = whole.ToArray();
            bytes[i] ^= 0x41;
            System.IO.File.WriteAllBytes(File, bytes);
            using var cache = Open();
            foreach (var number in (int[])[1, 2, 3])
                Assert.True(Find(cache, number) is null || Find(cache, number) == Value(number), $"byte {i}");
        }
    }

    [Fact]
    public void Bytes_after_the_end_make_the_file_count_as_empty()
    {
        Write(1);
        System.IO.File.AppendAllText(File, "more");
        AssertHolds();
    }

    [Fact]
    public void Results_of_a_run_that_was_killed_are_not_read_and_the_last_ones_stay()
    {
        Write(1);
        // What a killed run leaves behind: results without an index, and no lock.
        System.IO.File.WriteAllText(Path.Combine(Folder, "results.next"), new string('x', 1000));
        AssertHolds(1);
        Write(2);
        AssertHolds(1, 2);
        Assert.Equal([".gitignore", "CACHEDIR.TAG", "results"], Names());
    }

    [Fact]
    public void A_run_that_fails_keeps_the_last_results()
    {
        Write(1);
        using (var cache = Open())
            Add(cache, 2, Value(2));
        AssertHolds(1);
        Assert.Equal([".gitignore", "CACHEDIR.TAG", "results"], Names());
    }

    [Fact]
    public void Of_two_runs_at_once_one_writes_and_both_read()
    {
        Write(1);
        using var first = Open();
        using var second = Open();
        Add(first, 2, Value(2));
        Add(second, 3, Value(3));
        Assert.Equal(Value(1), Find(first, 1));
        Assert.Equal(Value(1), Find(second, 1));
        second.Save();
        first.Save();
        Assert.Equal(Value(1), Find(second, 1));
        AssertHolds(1, 2);
    }

    [Fact]
    public void A_folder_that_cannot_be_created_is_no_problem()
    {
        System.IO.File.WriteAllText(Folder, "A file in its place");
        Write(1);
        AssertHolds();
        Assert.Equal("A file in its place", System.IO.File.ReadAllText(Folder));
    }

    [Fact]
    public void A_command_that_leaves_nothing_behind_creates_no_folder_but_uses_one()
    {
        foreach (var exists in (bool[])[false, true])
        {
            using (var cache = PersistentCache.Open(Folder, Tool, mayCreate: false))
            {
                Add(cache, 1, Value(1));
                cache.Save();
            }

            Assert.Equal(exists, Directory.Exists(Folder));
            Write(2);
        }

        AssertHolds(1, 2);
    }

    [Fact]
    public void A_file_that_cannot_be_replaced_is_no_problem()
    {
        Directory.CreateDirectory(File);
        Write(1);
        AssertHolds();
        Assert.Equal(["results"], Names());
    }

    [Fact]
    public void A_full_disk_keeps_the_last_results()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Write(1);
        System.IO.File.CreateSymbolicLink(Path.Combine(Folder, "results.next"), "/dev/full");
        Write(2);
        AssertHolds(1);
    }

    [Fact]
    public void The_folder_is_ignored_by_git_and_by_backups()
    {
        Write(1);
        Assert.Equal("*\n", System.IO.File.ReadAllText(Path.Combine(Folder, ".gitignore")));
        Assert.StartsWith(
            "Signature: 8a477f597d28d172789f06886806bc55",
            System.IO.File.ReadAllText(Path.Combine(Folder, "CACHEDIR.TAG")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Values_are_read_as_they_were_written()
    {
        int[] numbers = [0, 1, -1, 63, 64, -64, -65, 300, int.MaxValue, int.MinValue];
        string?[] texts =
        [
            "",
            "a",
            null,
            "Überschrift 日本語 😀",
            "\ud800",
            "x\udc00y",
            "\uFFFD",
            "\0",
            new('a', 70_000),
        ];
        var writer = new CacheWriter();
        writer.WriteList(numbers, (w, n) => w.Write(n));
        writer.WriteList(texts, (w, t) => w.Write(t));
        writer.WriteList<int?>([null, 0, -5], (w, n) => w.Write(n));
        writer.WriteList<bool?>([null, true, false], (w, b) => w.Write(b));
        writer.Write([1, 2, 3]);
        var reader = new CacheReader(writer.Written.ToArray());
        Assert.Equal(numbers, reader.ReadList(r => r.ReadInt()));
        Assert.Equal(texts, reader.ReadList(r => r.ReadOptionalText()));
        Assert.Equal([null, 0, -5], reader.ReadList(r => r.ReadOptionalInt()));
        Assert.Equal([null, true, false], reader.ReadList(r => r.ReadOptionalBool()));
        Assert.Equal([1, 2, 3], reader.ReadBytes());
    }

    private PersistentCache Open() => PersistentCache.Open(Folder, Tool);

    /// <summary>Adds results in a run of their own.</summary>
    private void Write(params int[] numbers)
    {
        using var cache = Open();
        foreach (var number in numbers)
            Add(cache, number, Value(number));
        cache.Save();
    }

    private void AssertHolds(params int[] numbers)
    {
        using var cache = Open();
        Assert.Equal(numbers, Enumerable.Range(0, 10).Where(n => Find(cache, n) == Value(n)));
        Assert.Equal(numbers, Enumerable.Range(0, 10).Where(n => Find(cache, n) is not null));
    }

    private string[] Names() =>
        [.. new DirectoryInfo(Folder).EnumerateFileSystemInfos().Select(f => f.Name).Order(StringComparer.Ordinal)];

    private static string Value(int number) => $"result {number}";

    private static void Add(PersistentCache cache, int number, string text)
    {
        var writer = new CacheWriter();
        writer.Write(text);
        cache.Add(KeyOf(number), writer.Written);
    }

    private static string? Find(PersistentCache cache, int number) => cache.Find(KeyOf(number), r => r.ReadText());

    private static CacheKey KeyOf(int number) => new((ulong)number, 0);
}
