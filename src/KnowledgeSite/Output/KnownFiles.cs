using System.Collections.Concurrent;
using KnowledgeSite.Caching;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Output;

/// <summary>
/// What the last build knew of the output folder: the hash of each file, and stamps that tell without reading whether a
/// file or a folder has changed since. It is kept beside the cache, and can be deleted. Nothing is known on systems
/// without stamps. <see cref="Has"/>, <see cref="BeginWriting"/> and <see cref="AddWritten"/> are
/// thread-safe.
/// </summary>
internal sealed class KnownFiles
{
    private const int MaxAttempts = 20;

    private readonly OutputPaths _paths;
    private readonly string _path;
    private readonly Dictionary<string, KnownFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownFolder> _folders = new(StringComparer.Ordinal);

    /// <summary>The files that this build compared or wrote, with their stamps before or after that.</summary>
    private readonly ConcurrentDictionary<string, (FileStamp Stamp, CacheKey Hash, bool IsWritten)> _now = new(
        StringComparer.Ordinal
    );
    private bool _isForgotten;

    private KnownFiles(OutputPaths paths)
    {
        _paths = paths;
        _path = Path.Combine(paths.Cache, "files");
    }

    /// <summary>The folders of the site and of its spare, by name; empty if no spare was kept.</summary>
    public IReadOnlyDictionary<string, KnownFolder> Folders => _folders;

    private static ReadOnlySpan<byte> Start => "KnowledgeSite files 1. This file can be deleted.\n"u8;

    public static KnownFiles Read(OutputPaths paths)
    {
        var known = new KnownFiles(paths);
        try
        {
            if (FileStamp.IsSupported && File.Exists(known._path))
                known.Read(File.ReadAllBytes(known._path));
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            // All files are compared.
        }

        return known;
    }

    /// <summary>True if the output folder has a file with this content.</summary>
    /// <param name="isIn">Compares the bytes of a file that is not known.</param>
    public bool Has(string name, string path, Func<CacheKey> hash, Func<string, bool> isIn)
    {
        if (!FileStamp.IsSupported)
            return isIn(path);
        if (FileStamp.Read(path) is not { IsFile: true } stamp)
            return false;
        var isSame =
            _files.TryGetValue(name, out var known) && known.Stamp == stamp ? known.Hash == hash() : isIn(path);
        if (isSame)
            _now[name] = (stamp, hash(), false);
        return isSame;
    }

    /// <summary>
    /// Says that this build begins to write a file. Until <see cref="Save"/>, nothing is known, in case the build is
    /// killed.
    /// </summary>
    public void BeginWriting()
    {
        if (_isForgotten)
            return;
        lock (_now)
        {
            if (!_isForgotten)
                Forget();
            _isForgotten = true;
        }
    }

    /// <param name="path">The place where the file has just been written.</param>
    public void AddWritten(string name, string path, CacheKey hash)
    {
        if (FileStamp.IsSupported && FileStamp.Read(path) is { } stamp)
            _now[name] = (stamp, hash, true);
    }

    /// <summary>Replaces what is known, if that changed. A full or read-only disk is no problem.</summary>
    /// <param name="names">The names of all files of the site, without the manifest.</param>
    /// <param name="areLinked">True if all files have got another link, which changes their stamps.</param>
    /// <param name="folders">The stamps of folders; null if no spare is kept.</param>
    public void Save(IReadOnlyList<string> names, bool areLinked, IReadOnlyDictionary<string, KnownFolder>? folders)
    {
        if (!FileStamp.IsSupported)
            return;
        var files = new KeyValuePair<string, KnownFile>?[names.Count + 1];
        EachDocument.Run(
            [.. names, OutputManifest.FileName],
            (i, name) => files[i] = Find(name, areLinked) is { } file ? new(name, file) : null,
            CancellationToken.None
        );
        KeyValuePair<string, KnownFile>[] known = [.. files.OfType<KeyValuePair<string, KnownFile>>()];
        var isNew =
            _isForgotten
            || known.Length != _files.Count
            || known.Any(f => !_files.TryGetValue(f.Key, out var last) || last != f.Value)
            || (folders?.Count ?? 0) != _folders.Count;
        if (!isNew)
            return;
        try
        {
            Write(known, folders ?? new Dictionary<string, KnownFolder>());
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            // The next build compares all files.
        }
    }

    private void Forget()
    {
        try
        {
            if (File.Exists(_path))
                File.Delete(_path);
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            // The stamps of changed files and folders differ in any case.
        }
    }

    private KnownFile? Find(string name, bool isLinked)
    {
        if (!_now.TryGetValue(name, out var file))
            return !isLinked && _files.TryGetValue(name, out var known) ? known : null;
        if (!file.IsWritten && !isLinked)
            return new(file.Stamp, file.Hash);
        return
            FileStamp.Read(Path.Combine(_paths.Output, name)) is { IsFile: true } now
            && file.Stamp.HasSameContentAs(now)
            ? new(now, file.Hash)
            : null;
    }

    private void Write(KeyValuePair<string, KnownFile>[] files, IReadOnlyDictionary<string, KnownFolder> folders)
    {
        if (!Directory.Exists(_paths.Cache))
            return;
        var newest = Math.Max(
            files.Select(f => f.Value.Stamp.Changed).DefaultIfEmpty().Max(),
            folders.Values.Select(f => f.Changed).DefaultIfEmpty().Max()
        );
        var next = _path + ".next";
        var end = WaitForLaterTime(next, newest);
        var writer = new CacheWriter();
        writer.WriteList(
            [.. files.Where(f => f.Value.Stamp.Changed < end)],
            (w, file) =>
            {
                w.Write(file.Key);
                Write(w, file.Value.Stamp);
                w.Write(file.Value.Hash);
            }
        );
        // Without one folder, the others are worth nothing.
        writer.WriteList(
            folders.Values.All(f => f.Changed < end) ? folders.ToArray() : [],
            (w, folder) =>
            {
                w.Write(folder.Key);
                Write(w, folder.Value.InSite);
                Write(w, folder.Value.InSpare);
            }
        );
        var hash = new byte[CacheKey.Size];
        CacheKey.Compute(writer).Write(hash);
        using (var file = File.Create(next))
        {
            file.Write(Start);
            file.Write(hash);
            file.Write(writer.Written);
        }

        File.Move(next, _path, overwrite: true);
    }

    /// <summary>
    /// Returns a time of the file system after which all stamps were read. File systems count time in steps of some
    /// milliseconds, and a file that is changed twice within one step has the same stamp. So this waits for a time that
    /// is later than the newest stamp, unless the steps are very long.
    /// </summary>
    private static long WaitForLaterTime(string path, long newest)
    {
        for (var attempt = 0; ; attempt++)
        {
            File.Delete(path);
            File.WriteAllBytes(path, []);
            var now = FileStamp.Read(path)?.Changed ?? 0;
            if (now > newest || attempt == MaxAttempts)
                return now;
            Thread.Sleep(1);
        }
    }

    private void Read(byte[] bytes)
    {
        var start = Start.Length + CacheKey.Size;
        if (
            bytes.Length < start
            || !bytes.AsSpan().StartsWith(Start)
            || CacheKey.Read(bytes.AsSpan(Start.Length)) != CacheKey.Compute(bytes.AsSpan(start))
        )
            return;
        var reader = new CacheReader(bytes.AsMemory(start));
        for (var count = reader.ReadInt(); count > 0; count--)
            _files[reader.ReadText()] = new(ReadStamp(reader), reader.ReadKey());
        for (var count = reader.ReadInt(); count > 0; count--)
            _folders[reader.ReadText()] = new(ReadStamp(reader), ReadStamp(reader));
    }

    private static void Write(CacheWriter writer, FileStamp stamp)
    {
        writer.Write(new CacheKey(stamp.Number, (ulong)stamp.Length));
        writer.Write(new CacheKey((ulong)stamp.Modified, (ulong)stamp.Changed));
        writer.Write(stamp.Mode);
    }

    private static FileStamp ReadStamp(CacheReader reader)
    {
        var (number, length) = reader.ReadKey();
        var (modified, changed) = reader.ReadKey();
        return new(number, reader.ReadInt(), (long)length, (long)modified, (long)changed);
    }

    private static bool IsOfDisk(Exception e) => e is IOException or UnauthorizedAccessException;
}

/// <param name="Hash">The hash of the file's bytes.</param>
internal readonly record struct KnownFile(FileStamp Stamp, CacheKey Hash);

/// <summary>The stamps of a folder of the site and of the same folder of its spare.</summary>
internal readonly record struct KnownFolder(FileStamp InSite, FileStamp InSpare)
{
    public long Changed => Math.Max(InSite.Changed, InSpare.Changed);
}
