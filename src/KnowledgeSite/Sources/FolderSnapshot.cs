using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>
/// The files of a folder at one moment. The next moment is another snapshot, made by looking at what was touched, or at
/// everything; a file that says the same keeps its version. Files that were touched are held as they were then, so that
/// half of one text never meets half of the next.
/// </summary>
public sealed class FolderSnapshot : ISourceTree
{
    private readonly FolderTree _tree;
    private readonly IReadOnlyList<SourcePath> _paths;
    private readonly Dictionary<SourcePath, FileVersion> _versions;
    private readonly IReadOnlyList<Diagnostic> _findings;

    private FolderSnapshot(
        FolderTree tree,
        IReadOnlyList<SourcePath> paths,
        Dictionary<SourcePath, FileVersion> versions,
        IReadOnlyList<Diagnostic> findings
    ) => (_tree, _paths, _versions, _findings) = (tree, paths, versions, findings);

    /// <inheritdoc cref="FolderTree(string, string[])"/>
    public static FolderSnapshot Read(string folder, params string[] except) =>
        new FolderSnapshot(new(folder, except), [], [], []).Scanned();

    public IReadOnlyList<SourcePath> List(DiagnosticBag diagnostics)
    {
        diagnostics.AddRange(_findings);
        return _paths;
    }

    public bool Contains(SourcePath path) => _versions.ContainsKey(path);

    public byte[] Read(SourcePath path) => _versions.GetValueOrDefault(path)?.Bytes ?? _tree.Read(path);

    public object? VersionOf(SourcePath path) => _versions[path].Token;

    /// <summary>What is another, is new or is gone since then.</summary>
    public IReadOnlyList<SourcePath> DifferencesFrom(FolderSnapshot earlier)
    {
        if (ReferenceEquals(this, earlier))
            return [];
        var gone = earlier._paths.Where(p => !_versions.ContainsKey(p));
        return
        [
            .. _paths
                .Where(p =>
                    !earlier._versions.TryGetValue(p, out var version)
                    || !ReferenceEquals(version.Token, _versions[p].Token)
                )
                .Concat(gone)
                .Order(),
        ];
    }

    /// <summary>Looks at these alone, where that tells enough; a folder that came or went is looked through.</summary>
    public FolderSnapshot After(IReadOnlyCollection<SourcePath> touched)
    {
        var (versions, look) = (new Dictionary<SourcePath, FileVersion>(_versions), _tree.HasLinks);
        foreach (var path in touched.Where(p => !p.IsRoot && !_tree.LeavesOut(p)))
        {
            var file = _tree.InfoOf(path);
            if (file is { Exists: true, LinkTarget: null })
                versions[path] = FileVersion.Read(file, versions.GetValueOrDefault(path));
            else if (file.Exists || !versions.Remove(path))
                look = true;
        }

        var next = new FolderSnapshot(
            _tree,
            touched.All(p => versions.ContainsKey(p) == _versions.ContainsKey(p)) ? _paths : [.. versions.Keys.Order()],
            versions,
            _findings
        );
        return look ? next.Scanned() : next;
    }

    /// <summary>Looks at the whole folder: for what nobody told, and where nobody tells.</summary>
    public FolderSnapshot Scanned()
    {
        var findings = new DiagnosticBag();
        var paths = _tree.List(findings);
        if (paths.SequenceEqual(_paths))
            paths = _paths;
        return new(
            _tree,
            paths,
            paths.ToDictionary(p => p, p => FileVersion.Seen(_tree.InfoOf(p), _versions.GetValueOrDefault(p))),
            findings.Sorted()
        );
    }

    /// <param name="Bytes">What was read; null where the file is read when it is asked for.</param>
    /// <param name="IsSure">It was read twice: times of files are coarse, and a second change may hide in the moment of
    /// the first.</param>
    private sealed record FileVersion(DateTime Written, long Length, byte[]? Bytes, bool IsSure)
    {
        public object Token => (object?)Bytes ?? this;

        public static FileVersion Read(FileInfo file, FileVersion? known, bool isSure = false)
        {
            var (written, length) = (file.LastWriteTimeUtc, file.Exists ? file.Length : 0);
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

        public static FileVersion Seen(FileInfo file, FileVersion? known)
        {
            if (known is null)
                return new(file.LastWriteTimeUtc, file.Exists ? file.Length : 0, null, true);
            var isSame = known.Written == file.LastWriteTimeUtc && file.Exists && known.Length == file.Length;
            return isSame && known.IsSure ? known : Read(file, known, isSure: isSame);
        }
    }
}
