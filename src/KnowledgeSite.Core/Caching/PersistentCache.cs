using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace KnowledgeSite.Caching;

/// <summary>
/// Results of earlier runs in one file, by the hash of everything that they depend on. A file that is damaged or that
/// another version of the tool wrote counts as empty, and so does a result whose checksum is wrong. A problem with the
/// disk never fails a build: the results are then computed again. <see cref="Find"/> and <see cref="Add"/> are
/// thread-safe.
/// </summary>
/// <remarks>The layout is in <see cref="CacheIndex"/>.</remarks>
internal sealed class PersistentCache : IDisposable
{
    /// <summary>
    /// The number of times that the file is saved before an unused result is dropped. Commands use different results,
    /// and an author may take an edit back.
    /// </summary>
    private const int MaxAge = 10;

    private readonly string _folder;
    private readonly CacheKey _tool;
    private readonly bool _mayCreate;
    private readonly SafeFileHandle? _last;
    private readonly IReadOnlyDictionary<CacheKey, CacheEntry> _known;
    private readonly ConcurrentDictionary<CacheKey, bool> _used = new();
    private readonly ConcurrentDictionary<CacheKey, CacheEntry> _added = new();
    private readonly Lazy<SafeFileHandle?> _next;
    private long _end = CacheIndex.Start.Length;
    private bool _isFull;

    private PersistentCache(
        string folder,
        CacheKey tool,
        bool mayCreate,
        SafeFileHandle? last,
        IReadOnlyDictionary<CacheKey, CacheEntry> known
    )
    {
        _folder = folder;
        _tool = tool;
        _mayCreate = mayCreate;
        _last = last;
        _known = known;
        _next = new(CreateNext);
    }

    /// <summary>Opens the cache in a folder, which need not exist.</summary>
    /// <param name="tool">The identity of the running tool. What another one wrote is not read.</param>
    /// <param name="mayCreate">False to save nothing if the folder does not exist.</param>
    public static PersistentCache Open(string folder, CacheKey tool, bool mayCreate = true)
    {
        SafeFileHandle? file = null;
        try
        {
            file = File.OpenHandle(FileIn(folder), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (CacheIndex.Read(file, tool) is { } known)
                return new(folder, tool, mayCreate, file, known);
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            // Save writes a new one.
        }

        file?.Dispose();
        return new(folder, tool, mayCreate, null, new Dictionary<CacheKey, CacheEntry>());
    }

    /// <summary>The result with this key; null if there is none.</summary>
    public T? Find<T>(CacheKey key, Func<CacheReader, T> read)
        where T : class
    {
        if (!_known.TryGetValue(key, out var entry))
            return null;
        var buffer = ArrayPool<byte>.Shared.Rent(entry.Length);
        try
        {
            var bytes = buffer.AsMemory(0, entry.Length);
            if (RandomAccess.Read(_last!, bytes.Span, entry.Offset) != entry.Length || !entry.Matches(bytes.Span))
                return null;
            _used[key] = true;
            return read(new(bytes));
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Adds a result. It is found after <see cref="Save"/>, by the next run.</summary>
    public void Add(CacheKey key, ReadOnlySpan<byte> value)
    {
        if (_isFull || _next.Value is not { } next)
            return;
        try
        {
            var offset = Interlocked.Add(ref _end, value.Length) - value.Length;
            RandomAccess.Write(next, value, offset);
            _added[key] = CacheEntry.Create(offset, value);
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            _isFull = true;
        }
    }

    /// <summary>
    /// Replaces the file by one that has the results that were added too, if there are any. If another process is doing
    /// the same, or the disk is full, the file stays as it is.
    /// </summary>
    public void Save()
    {
        if (_added.IsEmpty || _isFull || _next.Value is not { } next)
            return;
        try
        {
            foreach (var (key, entry) in CopyKnown(next))
                _added.TryAdd(key, entry);
            CacheIndex.Write(next, _end, _added, _tool);
            _last?.Dispose();
            // While the file is locked, no other process takes it for one that was left behind.
            File.Move(NextIn(_folder), FileIn(_folder), overwrite: true);
            next.Dispose();
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            _isFull = true;
        }
    }

    public void Dispose()
    {
        _last?.Dispose();
        if (!_next.IsValueCreated || _next.Value is not { IsClosed: false } next)
            return;
        try
        {
            File.Delete(NextIn(_folder));
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            // The next run replaces it.
        }

        next.Dispose();
    }

    private static string FileIn(string folder) => Path.Combine(folder, "results");

    private static string NextIn(string folder) => Path.Combine(folder, "results.next");

    private static bool IsOfDisk(Exception e) => e is IOException or UnauthorizedAccessException;

    /// <summary>
    /// Creates the file that will replace the last one. Null if that is not possible, or if another process is writing
    /// it. One that a killed process left behind is overwritten.
    /// </summary>
    private SafeFileHandle? CreateNext()
    {
        if (!_mayCreate && !Directory.Exists(_folder))
            return null;
        try
        {
            if (!Directory.Exists(_folder))
                CacheFolder.Mark(_folder);
            // On Windows, an open file can be renamed only if it is shared for deletion.
            var next = File.OpenHandle(
                NextIn(_folder),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None
            );
            RandomAccess.SetLength(next, 0);
            RandomAccess.Write(next, CacheIndex.Start, 0);
            return next;
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            return null;
        }
    }

    /// <summary>Copies the results of the last file, without old ones, and returns where they are now.</summary>
    private List<(CacheKey Key, CacheEntry Entry)> CopyKnown(SafeFileHandle next)
    {
        var kept = _known
            .Select(k => (k.Key, Entry: k.Value with { Age = _used.ContainsKey(k.Key) ? 0 : k.Value.Age + 1 }))
            .Where(k => k.Entry.Age <= MaxAge && !_added.ContainsKey(k.Key))
            .OrderBy(k => k.Entry.Offset)
            .ToList();
        var buffer = ArrayPool<byte>.Shared.Rent(1024 * 1024);
        try
        {
            for (int from = 0, to; from < kept.Count; from = to)
            {
                // Neighbours are copied together.
                var start = kept[from].Entry.Offset;
                var end = start;
                for (to = from; to < kept.Count && kept[to].Entry.Offset == end; to++)
                {
                    end += kept[to].Entry.Length;
                    kept[to] = (kept[to].Key, kept[to].Entry with { Offset = kept[to].Entry.Offset - start + _end });
                }

                Copy(next, start, end, buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return kept;
    }

    private void Copy(SafeFileHandle next, long start, long end, byte[] buffer)
    {
        while (start < end)
        {
            var read = RandomAccess.Read(_last!, buffer.AsSpan(0, (int)Math.Min(buffer.Length, end - start)), start);
            if (read == 0)
                throw new IOException("The cache became shorter.");
            RandomAccess.Write(next, buffer.AsSpan(0, read), _end);
            start += read;
            _end += read;
        }
    }
}

/// <summary>The place of a result in the file of a cache.</summary>
/// <param name="Age">How often the file was saved since a run used the result.</param>
internal readonly record struct CacheEntry(long Offset, int Length, ulong Checksum, int Age)
{
    public static CacheEntry Create(long offset, ReadOnlySpan<byte> bytes) =>
        new(offset, bytes.Length, XxHash3.HashToUInt64(bytes), 0);

    public bool Matches(ReadOnlySpan<byte> bytes) => Checksum == XxHash3.HashToUInt64(bytes);
}
