using System.Collections.Concurrent;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>
/// The files of a folder. Skipped are names that begin with a dot (except <c>.well-known</c>), <c>node_modules</c>, the
/// folders in <paramref name="except"/> (an output folder inside the input), and symbolic links that lead out of the
/// folder or form a cycle.
/// </summary>
internal sealed class FolderTree(string folder, params string[] except) : ISourceTree
{
    /// <summary>The folder of files that hosts and programs request by a fixed name (RFC 8615).</summary>
    internal static readonly SourcePath WellKnown = new(".well-known");

    private readonly string _folder = Path.GetFullPath(folder);
    private readonly string _root = RealPath.Resolve(folder);
    private ConcurrentDictionary<SourcePath, string> _realNames = new();
    private readonly HashSet<string> _except = new(except.Select(RealPath.Resolve), StringComparer.Ordinal);

    public IReadOnlyList<SourcePath> List(DiagnosticBag diagnostics)
    {
        var files = new List<SourcePath>();
        if (!Directory.Exists(folder))
        {
            diagnostics.Add(Diagnostic.OfSite(SourceRules.InputMissing, folder));
            return files;
        }

        _realNames = new();
        List(new DirectoryInfo(_root), SourcePath.Root, "", [_root], files, diagnostics);
        files.Sort();
        return SourceNames.RemoveDuplicates(files, diagnostics);
    }

    public bool Contains(SourcePath path) => File.Exists(FullPath(path));

    public byte[] Read(SourcePath path) => RegularFile.Read(FullPath(path));

    /// <summary>True if the folder contains symbolic links, so that one file may have two paths.</summary>
    internal bool HasLinks { get; private set; }

    internal FileInfo InfoOf(SourcePath path) => new(FullPath(path));

    /// <summary>The full path on disk, where the name may use another Unicode normalization form.</summary>
    public string FullPath(SourcePath path) => Path.Combine(_folder, _realNames.GetValueOrDefault(path) ?? path.Value);

    /// <summary>True if files at this path are always skipped.</summary>
    internal bool IsExcluded(SourcePath path) =>
        path.Segments.Any(IsExcludedName)
        || _except.Any(e =>
            e == _root + Path.DirectorySeparatorChar + path
            || (_root + Path.DirectorySeparatorChar + path).StartsWith(
                e + Path.DirectorySeparatorChar,
                StringComparison.Ordinal
            )
        );

    private static bool IsExcludedName(string name) =>
        name == "node_modules" || (name.StartsWith('.') && name != WellKnown.Value);

    /// <param name="real">The path in the Unicode form of the disk.</param>
    private void List(
        DirectoryInfo directory,
        SourcePath path,
        string real,
        IReadOnlyList<string> chain,
        List<SourcePath> files,
        DiagnosticBag diagnostics
    )
    {
        FileSystemInfo[] entries;
        try
        {
            entries = directory.GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Diagnostic.At(SourceRules.Unreadable, path, e.Message));
            return;
        }

        foreach (var entry in entries)
        {
            var child = path.Append(entry.Name);
            if (entry is FileInfo && entry.Name.StartsWith('.') && child.IsMarkdown)
                diagnostics.Add(Diagnostic.At(FlavorRules.HiddenPage, child));
            if (IsExcludedName(entry.Name) || _except.Contains(entry.FullName))
                continue;
            var realChild = real.Length == 0 ? entry.Name : $"{real}/{entry.Name}";
            if (child.Value != realChild)
                _realNames.TryAdd(child, realChild);
            if (entry.LinkTarget is not null)
            {
                HasLinks = true;
                if (!MayFollow(entry, child, chain, diagnostics))
                    continue;
            }

            if (entry is not DirectoryInfo inner)
            {
                files.Add(child);
                continue;
            }

            // List the link's target, because relative links inside it start from there.
            var target = RealPath.Resolve(inner.FullName);
            if (!_except.Contains(target))
                List(new DirectoryInfo(target), child, realChild, [.. chain, target], files, diagnostics);
        }
    }

    private bool MayFollow(FileSystemInfo link, SourcePath path, IReadOnlyList<string> chain, DiagnosticBag diagnostics)
    {
        var target = RealPath.FinalTarget(link);
        if (target is null || !target.Exists)
            return Refuse(SourceRules.Unreadable, "it is a link to a missing file, or to itself");
        var real = RealPath.Resolve(target.FullName);
        if (real != _root && !real.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return Refuse(SourceRules.LinkLeavesInput);
        return !chain.Contains(real, StringComparer.Ordinal) || Refuse(SourceRules.LinkGoesInCircle);

        bool Refuse(DiagnosticRule rule, params object?[] arguments)
        {
            diagnostics.Add(Diagnostic.At(rule, path, arguments));
            return false;
        }
    }
}
