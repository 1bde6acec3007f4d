using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>
/// An immutable snapshot of the files of a folder. The next snapshot is created from the changed files, or by a full
/// rescan; an unchanged file keeps its version. The content of changed files is kept in memory, so that one build never
/// mixes two states of a file.
/// </summary>
internal sealed class FolderSnapshot : ISourceTree
{
    private readonly FolderTree _tree;
    private readonly SourceListing _listing;
    private readonly Dictionary<SourcePath, FileVersion> _versions;
    private readonly IReadOnlyList<Diagnostic> _findings;

    private FolderSnapshot(
        FolderTree tree,
        SourceListing listing,
        Dictionary<SourcePath, FileVersion> versions,
        IReadOnlyList<Diagnostic> findings
    )
    {
        _tree = tree;
        _listing = listing;
        _versions = versions;
        _findings = findings;
    }

    /// <inheritdoc cref="FolderTree(string, string[])"/>
    public static FolderSnapshot Read(string folder, params string[] except) =>
        new FolderSnapshot(new(folder, except), new([]), [], []).Rescan();

    public SourceListing List(DiagnosticBag diagnostics)
    {
        diagnostics.AddRange(_findings);
        return _listing;
    }

    public bool Contains(SourcePath path) => _versions.ContainsKey(path);

    public byte[] Read(SourcePath path) => _versions.GetValueOrDefault(path)?.Bytes ?? _tree.Read(path);

    public SourcePath PathInRepository => ((ISourceTree)_tree).PathInRepository;

    public RepositoryFile ReadFromRepository(SourcePath path) => _tree.ReadFromRepository(path);

    public object? VersionOf(SourcePath path) => _versions[path].Token;

    /// <summary>The files that were changed, added or deleted since an earlier snapshot.</summary>
    public IReadOnlyList<SourcePath> DifferencesFrom(FolderSnapshot earlier)
    {
        if (ReferenceEquals(this, earlier))
            return [];
        var gone = earlier._listing.Files.Where(p => !_versions.ContainsKey(p));
        return
        [
            .. _listing
                .Files.Where(p =>
                    !earlier._versions.TryGetValue(p, out var version)
                    || !ReferenceEquals(version.Token, _versions[p].Token)
                )
                .Concat(gone)
                .Order(),
        ];
    }

    /// <summary>
    /// A snapshot in which only these paths are read again. If a folder was added or deleted, or the tree has symbolic
    /// links, everything is rescanned.
    /// </summary>
    public FolderSnapshot Update(IReadOnlyCollection<SourcePath> touched)
    {
        var versions = new Dictionary<SourcePath, FileVersion>(_versions);
        var rescan = _tree.HasLinks;
        foreach (var path in touched.Where(p => !p.IsRoot && !_tree.IsExcluded(p)))
        {
            var file = _tree.InfoOf(path);
            if (file is { Exists: true, LinkTarget: null })
                versions[path] = FileVersion.Read(file, versions.GetValueOrDefault(path));
            else if (file.Exists || !versions.Remove(path))
                rescan = true;
        }

        var next = new FolderSnapshot(
            _tree,
            touched.All(p => versions.ContainsKey(p) == _versions.ContainsKey(p))
                ? _listing
                : _listing with
                {
                    Files = [.. versions.Keys.Order()],
                },
            versions,
            _findings
        );
        return rescan ? next.Rescan() : next;
    }

    /// <summary>
    /// Rescans the whole folder; catches changes that the file watcher missed, or replaces it if no watcher is
    /// available.
    /// </summary>
    public FolderSnapshot Rescan()
    {
        var findings = new DiagnosticBag();
        var listing = _tree.List(findings);
        if (listing.Files.SequenceEqual(_listing.Files))
            listing = listing with { Files = _listing.Files };
        return new(
            _tree,
            listing,
            listing.Files.ToDictionary(
                p => p,
                p => FileVersion.ReadIfChanged(_tree.InfoOf(p), _versions.GetValueOrDefault(p))
            ),
            findings.Sorted()
        );
    }

    /// <param name="Bytes">The content; null if the file is read on demand.</param>
    /// <param name="IsSure">True if the file was read twice. File times are coarse, so a second change within the same
    /// tick could be missed.</param>
    private sealed record FileVersion(DateTime Written, long Length, byte[]? Bytes, bool IsSure)
    {
        public object Token => (object?)Bytes ?? this;

        public static FileVersion Read(FileInfo file, FileVersion? known, bool isSure = false)
        {
            var written = file.LastWriteTimeUtc;
            var length = file.Exists ? file.Length : 0;
            try
            {
                var bytes = RegularFile.Read(file.FullName);
                return new(
                    written,
                    length,
                    known?.Bytes is { } before && bytes.AsSpan().SequenceEqual(before) ? before : bytes,
                    isSure
                );
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return new(written, length, null, false);
            }
        }

        public static FileVersion ReadIfChanged(FileInfo file, FileVersion? known)
        {
            if (known is null)
                return new(file.LastWriteTimeUtc, file.Exists ? file.Length : 0, null, true);
            var isSame = known.Written == file.LastWriteTimeUtc && file.Exists && known.Length == file.Length;
            return isSame && known.IsSure ? known : Read(file, known, isSure: isSame);
        }
    }
}
