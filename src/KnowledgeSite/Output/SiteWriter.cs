using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using KnowledgeSite.Caching;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Output;

/// <summary>
/// Assembles the next site beside the current one and then exchanges the two folders, so that readers see either the
/// old or the new site. Unchanged files, and files that this tool did not create, are linked into the new site.
/// </summary>
/// <param name="stored">The content of files by key, from earlier builds; null to render every file.</param>
internal sealed class SiteWriter(OutputPaths paths, PersistentCache? stored, CancellationToken cancellation)
{
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _buffers = [];
    private readonly ConcurrentDictionary<string, bool> _folders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _written = new(StringComparer.Ordinal);
    private readonly SpareSite _spare = new(paths);

    /// <summary>Null without a cache.</summary>
    private readonly KnownFiles? _known = stored is null ? null : KnownFiles.Read(paths);

    /// <summary>True if the next site begins as a spare of the current one, false if it begins empty.</summary>
    private bool _hasSpare;
    private bool _keepsSpare;
    private volatile bool _hasCopies;

    /// <exception cref="ForeignFileException">A file that this tool did not create would be overwritten; the output
    /// folder is unchanged.</exception>
    /// <exception cref="IOException">The disk is full or not writable; the output folder is unchanged.</exception>
    public WrittenSite Write(IReadOnlyList<OutputFile> files, bool isGood)
    {
        var last = OutputManifest.Read(paths.Output);

        // Sorted by name, each thread works in its own folders, and the files of a folder are created together.
        files = [.. files.OrderBy(f => f.Path.File, StringComparer.Ordinal)];
        var names = files.Select(f => f.Path.File).ToArray();
        var ours = last.Files.ToHashSet(StringComparer.Ordinal);
        _hasSpare =
            _known is not null
            && !SpareSite.Conflicts(names.Where(n => !ours.Contains(n)), ours.Except(names, StringComparer.Ordinal))
            && _spare.IsCurrent(_known, cancellation);
        try
        {
            if (!_hasSpare)
                RemoveNext();
            ThrowIfForeign(names, ours);
            return Directory.Exists(paths.Output)
                ? Update(files, names, ours, new(isGood, names))
                : Create(files, new(isGood, names));
        }
        finally
        {
            if (!_keepsSpare)
                RemoveNext();
        }
    }

    private WrittenSite Create(IReadOnlyList<OutputFile> files, OutputManifest manifest)
    {
        ForEach(files, (file, content) => WriteNext(file.Path.File, content));
        WriteNext(OutputManifest.FileName, new(Encoding.UTF8.GetBytes(manifest.ToText())));
        cancellation.ThrowIfCancellationRequested();
        Directory.Move(paths.Next, paths.Output);
        _known?.Save(manifest.Files, areLinked: false, folders: null);
        return new(files.Count, files.Count, 0);
    }

    private WrittenSite Update(
        IReadOnlyList<OutputFile> files,
        string[] names,
        HashSet<string> ours,
        OutputManifest manifest
    )
    {
        var written = 0;
        ForEach(
            [.. files.Where(f => !IsKept(f, ours))],
            (file, content) =>
            {
                if (IsSame(file.Path.File, content))
                    return;
                WriteNext(file.Path.File, content);
                Interlocked.Increment(ref written);
            }
        );

        IReadOnlyCollection<string> gone =
        [
            .. ours.Except(names, StringComparer.Ordinal).Where(n => File.Exists(Path.Combine(paths.Output, n))),
        ];
        var text = new RenderedFile(Encoding.UTF8.GetBytes(manifest.ToText()));
        if (written == 0 && gone.Count == 0 && IsSame(OutputManifest.FileName, text))
        {
            _keepsSpare = _hasSpare;
            _known?.Save(manifest.Files, areLinked: false, _hasSpare ? _known.Folders : null);
            return new(files.Count, 0, 0);
        }

        WriteNext(OutputManifest.FileName, text);
        // Rendering takes seconds, in which somebody may have added or deleted a file.
        if (_hasSpare && !_spare.IsSiteCurrent(_known!, cancellation))
        {
            RemoveUnwritten(new(paths.Next));
            _hasSpare = false;
        }

        var others = new ConcurrentBag<string>();
        if (_hasSpare)
            SpareSite.Remove(paths.Next, gone);
        else
            CarryOver(ours, names, others);
        cancellation.ThrowIfCancellationRequested();
        FileLinks.Swap(paths.Next, paths.Output, paths.Previous);
        Follow(manifest, gone, others);
        return new(files.Count, written, gone.Count);
    }

    /// <summary>Keeps the last site as the spare of the current one, if it can be made equal to it.</summary>
    /// <param name="others">The names of all folders of the last site.</param>
    private void Follow(OutputManifest manifest, IReadOnlyCollection<string> gone, IEnumerable<string> others)
    {
        if (_known is null)
            return;
        // A copy does not change when its original does.
        var folders = _hasCopies
            ? null
            : _spare.Follow(
                [.. _written.Keys],
                gone,
                _hasSpare ? _known.Folders : null,
                _hasSpare ? [] : others.Concat(manifest.Files.SelectMany(SpareSite.FoldersOf))
            );
        _keepsSpare = folders is not null;
        _known.Save(manifest.Files, areLinked: !_hasSpare, folders);
    }

    private bool IsKept(OutputFile file, HashSet<string> ours) =>
        file.IsNamedByContent
        && ours.Contains(file.Path.File)
        && new FileInfo(Path.Combine(paths.Output, file.Path.File)) is { Exists: true, LinkTarget: null, Length: > 0 };

    /// <summary>
    /// Links into the next site everything that stays: unchanged files, and files that this tool did not create.
    /// </summary>
    /// <param name="ours">The files of the last site.</param>
    /// <param name="others">Gets the names of all folders.</param>
    private void CarryOver(HashSet<string> ours, string[] names, ConcurrentBag<string> others)
    {
        var ourFolders = ours.SelectMany(SpareSite.FoldersOf).ToHashSet(StringComparer.Ordinal);
        var gone = ours.Except(names, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<string> folders = [""];
        while (folders.Count > 0)
        {
            var inner = new List<string>[folders.Count];
            EachDocument.Run(
                folders,
                (i, folder) =>
                {
                    others.Add(folder);
                    inner[i] = CarryOver(folder, gone, ourFolders);
                },
                cancellation
            );
            folders = [.. inner.SelectMany(f => f)];
        }
    }

    /// <summary>Links the files of a folder, and returns the folders in it.</summary>
    private List<string> CarryOver(string folder, HashSet<string> gone, HashSet<string> ourFolders)
    {
        var inner = new List<string>();
        if (!ourFolders.Contains(folder))
            Directory.CreateDirectory(Path.Combine(paths.Next, folder));
        foreach (var entry in new DirectoryInfo(Path.Combine(paths.Output, folder)).EnumerateFileSystemInfos())
        {
            var name = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
            if (entry is DirectoryInfo { LinkTarget: null })
                inner.Add(name);
            else if (!gone.Contains(name) && !_written.ContainsKey(name))
                _hasCopies |= !FileLinks.LinkOrCopy(entry.FullName, NextPath(name));
        }

        return inner;
    }

    /// <summary>
    /// Checks new names only, because only they can conflict with a foreign file: as a file, as a folder where a file
    /// should be, or the other way round.
    /// </summary>
    private void ThrowIfForeign(string[] names, HashSet<string> ours)
    {
        if (!Directory.Exists(paths.Output))
            return;
        foreach (var name in names.Where(n => !ours.Contains(n)))
            if (ForeignAt(name, ours) is { } foreign)
                throw new ForeignFileException(foreign);
    }

    private string? ForeignAt(string name, HashSet<string> ours)
    {
        var path = Path.Combine(paths.Output, name);
        if (File.Exists(path))
            return name;
        if (Directory.Exists(path))
            return Directory
                .EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Select(NameOf)
                .FirstOrDefault(f => !ours.Contains(f));
        for (var slash = name.LastIndexOf('/'); slash > 0; slash = name.LastIndexOf('/', slash - 1))
            if (!ours.Contains(name[..slash]) && File.Exists(Path.Combine(paths.Output, name[..slash])))
                return name[..slash];
        return null;
    }

    private string NameOf(string path) => Path.GetRelativePath(paths.Output, path).Replace('\\', '/');

    private void ForEach(IReadOnlyList<OutputFile> files, Action<OutputFile, RenderedFile> action)
    {
        var all = new HashSet<OutputFile>(files, ReferenceEqualityComparer.Instance);
        var converted = new Dictionary<OutputFile, OutputFile>(ReferenceEqualityComparer.Instance);
        foreach (var file in files)
            if (file.Conversion is { From: var from } && all.Contains(from))
                converted.Add(from, file);
        var own = files.Where(f => f.Conversion is not { From: var from } || !all.Contains(from));
        foreach (var stage in own.GroupBy(f => f.DependsOnOthers).OrderBy(g => g.Key))
            EachDocument.Run([.. stage], (_, file) => RenderOwn(file), cancellation);

        void RenderOwn(OutputFile file)
        {
            if (stored is null || converted.ContainsKey(file))
            {
                Render(file, file.Write);
                return;
            }

            var unknown = new List<CacheKey>();
            if (FindKept(file, file.Key?.Invoke(), unknown) is not null)
                return;
            if (file.Prepare is null)
            {
                Render(file, file.Write, unknown);
                return;
            }

            var prepared = file.Prepare();
            if (prepared.Key is null)
                Render(file, prepared.Write);
            else if (FindKept(file, prepared.Key, unknown) is { } kept)
                Add(unknown, kept);
            else
                Render(file, prepared.Write, unknown);
        }

        // A file that is made from this one follows at once, while the bytes are there.
        void Render(OutputFile file, Action<IBufferWriter<byte>> write, IReadOnlyList<CacheKey>? unknown = null)
        {
            var buffer = _buffers.TryTake(out var kept) ? kept : new ArrayBufferWriter<byte>(64 * 1024);
            buffer.ResetWrittenCount();
            write(buffer);
            var content = new RenderedFile(buffer.WrittenMemory);
            if (unknown is { Count: > 0 })
                Add(unknown, content.Content);
            action(file, content);
            if (converted.TryGetValue(file, out var other))
                Render(other, output => other.Conversion!.Convert(buffer.WrittenMemory, output));
            _buffers.Add(buffer);
        }
    }

    /// <summary>The content of a file whose key is known, if the output folder has it; otherwise null.</summary>
    /// <param name="unknown">Gets the key if no content is known for it.</param>
    private FileContent? FindKept(OutputFile file, CacheKey? key, List<CacheKey> unknown)
    {
        if (key is not { } known)
            return null;
        var content = stored!.Find(known, FileContent.Read);
        if (content is null)
            unknown.Add(known);
        return content is not null && Has(file.Path.File, () => content.Hash, content.IsIn) ? content : null;
    }

    private void Add(IReadOnlyList<CacheKey> keys, FileContent content)
    {
        var writer = new CacheWriter();
        content.Write(writer);
        foreach (var key in keys)
            stored!.Add(key, writer.Written);
    }

    private void WriteNext(string name, RenderedFile content)
    {
        _known?.BeginWriting();
        var path = NextPath(name);
        // The file of the spare is that of the site.
        if (_hasSpare)
            File.Delete(path);
        // Shared access avoids a lock; no other process uses this folder.
        using (
            var file = File.OpenHandle(
                path,
                FileMode.CreateNew,
                FileAccess.Write,
                FileShare.ReadWrite | FileShare.Delete
            )
        )
            RandomAccess.Write(file, content.Bytes.Span, 0);
        _known?.AddWritten(name, path, content.Content.Hash);
        _written[name] = true;
    }

    private string NextPath(string name)
    {
        var path = Path.Combine(paths.Next, name);
        var folder = Path.GetDirectoryName(path)!;
        if (!_folders.ContainsKey(folder))
        {
            Directory.CreateDirectory(folder);
            _folders.TryAdd(folder, true);
        }

        return path;
    }

    private bool IsSame(string name, RenderedFile file) =>
        Has(
            name,
            () => file.Content.Hash,
            path => FileContent.Read(path, file.Bytes.Length, found => found.SequenceEqual(file.Bytes.Span))
        );

    /// <summary>True if the output folder has a file with this content. It is read only if it is not known.</summary>
    private bool Has(string name, Func<CacheKey> hash, Func<string, bool> isIn)
    {
        var path = Path.Combine(paths.Output, name);
        return _known?.Has(name, path, hash, isIn) ?? isIn(path);
    }

    /// <summary>
    /// Leaves in a folder of the next site only what this build has written. Links are deleted, but nothing behind
    /// them.
    /// </summary>
    private void RemoveUnwritten(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
            if (entry is DirectoryInfo { LinkTarget: null } inner)
                RemoveUnwritten(inner);
            else if (!_written.ContainsKey(Path.GetRelativePath(paths.Next, entry.FullName).Replace('\\', '/')))
                entry.Delete();
    }

    private void RemoveNext()
    {
        _folders.Clear();
        _written.Clear();
        if (!Directory.Exists(paths.Spare))
            return;
        var inner = FoldersIn(new(paths.Spare)).SelectMany(FoldersIn).SelectMany(FoldersIn).ToList();
        EachDocument.Run(inner, (_, folder) => folder.Delete(recursive: true), CancellationToken.None);
        Directory.Delete(paths.Spare, recursive: true);
    }

    /// <summary>The folders in a folder, without links, which may lead anywhere.</summary>
    private static IEnumerable<DirectoryInfo> FoldersIn(DirectoryInfo folder) =>
        folder.EnumerateDirectories().Where(d => d.LinkTarget is null);
}

/// <summary>
/// The output folder and the temporary paths next to it. All are on one file system, so that a rename is atomic.
/// </summary>
internal sealed class OutputPaths
{
    public OutputPaths(string output)
    {
        Output = RealPath.Resolve(output);
        var parent = Path.GetDirectoryName(Output) ?? Output;
        var name = Path.GetFileName(Output);
        Parent = parent;
        Spare = Path.Combine(parent, $".{name}.next");
        Next = Path.Combine(Spare, "site");
        Previous = Path.Combine(parent, $".{name}.previous");
        Lock = Path.Combine(parent, $".{name}.lock");
        Cache = Path.Combine(parent, $".{name}.cache");
    }

    public string Output { get; }

    public string Parent { get; }

    /// <summary>The folder that contains the next site.</summary>
    public string Spare { get; }

    /// <summary>The folder in which the next site is assembled; between builds, a spare of the current one.</summary>
    public string Next { get; }

    /// <summary>The temporary place of the last site, on systems that cannot exchange two folders atomically.</summary>
    public string Previous { get; }

    public string Lock { get; }

    /// <summary>The folder of the results that make the next build faster.</summary>
    public string Cache { get; }
}
