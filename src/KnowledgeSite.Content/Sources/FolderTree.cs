using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
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

    private RepositoryFolder Repository => field ??= new(_root);

    public SourcePath PathInRepository => Repository.Input;

    public RepositoryFile ReadFromRepository(SourcePath path) => Repository.Read(path);

    public SourceListing List(DiagnosticBag diagnostics)
    {
        if (!Directory.Exists(folder))
        {
            diagnostics.Add(Diagnostic.OfSite(SourceRules.InputMissing, folder));
            return new([]) { FolderExists = false };
        }

        _realNames = new();
        var found = new Found([], [], diagnostics);
        List(new DirectoryInfo(_root), SourcePath.Root, "", [_root], found);
        found.Files.Sort();
        return SourceListing.Create(found.Files, diagnostics) with { Unreadable = found.Unreadable };
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
    private void List(DirectoryInfo directory, SourcePath path, string real, IReadOnlyList<string> chain, Found found)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = directory.GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            found.Refuse(path, e.Message);
            return;
        }

        foreach (var entry in entries)
        {
            var child = path.Append(entry.Name);
            if (entry is FileInfo && entry.Name.StartsWith('.') && child.IsMarkdown)
                found.Diagnostics.Add(Diagnostic.At(FlavorRules.HiddenPage, child));
            if (IsExcludedName(entry.Name) || _except.Contains(entry.FullName))
                continue;
            var realChild = real.Length == 0 ? entry.Name : $"{real}/{entry.Name}";
            if (child.Value != realChild)
                _realNames.TryAdd(child, realChild);
            if (entry.LinkTarget is not null)
            {
                HasLinks = true;
                if (!MayFollow(entry, child, chain, found))
                    continue;
            }

            if (entry is not DirectoryInfo inner)
            {
                found.Files.Add(child);
                continue;
            }

            // List the link's target, because relative links inside it start from there.
            var target = RealPath.Resolve(inner.FullName);
            if (!_except.Contains(target))
                List(new DirectoryInfo(target), child, realChild, [.. chain, target], found);
        }
    }

    private bool MayFollow(FileSystemInfo link, SourcePath path, IReadOnlyList<string> chain, Found found)
    {
        var target = RealPath.FinalTarget(link);
        if (target is null || !target.Exists)
        {
            found.Refuse(path, "it is a link to a missing file, or to itself");
            return false;
        }

        var real = RealPath.Resolve(target.FullName);
        if (real != _root && !real.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return Refuse(SourceRules.LinkLeavesInput);
        return !chain.Contains(real, StringComparer.Ordinal) || Refuse(SourceRules.SymbolicLinkCycle);

        bool Refuse(DiagnosticRule rule)
        {
            found.Diagnostics.Add(Diagnostic.At(rule, path));
            return false;
        }
    }

    private sealed record Found(List<SourcePath> Files, List<SourcePath> Unreadable, DiagnosticBag Diagnostics)
    {
        public void Refuse(SourcePath path, string reason)
        {
            Unreadable.Add(path);
            Diagnostics.Add(Diagnostic.At(SourceRules.Unreadable, path, reason));
        }
    }
}

/// <summary>Resolves all symbolic links in a path, so that two names of one folder compare equal.</summary>
internal static class RealPath
{
    /// <summary>Resolves the existing part of a path; the path itself need not exist.</summary>
    public static string Resolve(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(full);
        if (parent is null)
            return full;
        if (FinalTarget(new DirectoryInfo(full)) is { } target && target.FullName != full)
            return Resolve(target.FullName);
        return Path.Join(Resolve(parent), Path.GetFileName(full));
    }

    /// <summary>The final target of a link; null if the entry is not a link, or the link leads to itself.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Each platform throws its own type for a cycle of links.")]
    public static FileSystemInfo? FinalTarget(FileSystemInfo entry)
    {
        try
        {
            return entry.ResolveLinkTarget(returnFinalTarget: true);
        }
        catch (Exception)
        {
            return null;
        }
    }
}

/// <summary>
/// Reads regular files only. Opening a named pipe would block until there is a writer, and a device may have no end.
/// </summary>
internal static class RegularFile
{
    /// <exception cref="IOException">The file cannot be read, or is a pipe, a socket or a device.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    public static byte[] Read(string path)
    {
        if (OperatingSystem.IsWindows() || new FileInfo(path) is { Exists: false } or { Length: > 0 })
            return File.ReadAllBytes(path);

        // Pipes, sockets and devices have length 0. Opening a pipe for reading and writing does not block.
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            var length = RandomAccess.GetLength(handle);
            return length == 0 ? [] : File.ReadAllBytes(path);
        }
        catch (NotSupportedException)
        {
            throw new IOException("it is a pipe or a device, not a regular file");
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }
}
