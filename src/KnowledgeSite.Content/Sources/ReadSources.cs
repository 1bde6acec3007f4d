using System.Collections.ObjectModel;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>
/// Lists the input and reads its text files (Markdown and YAML). The bytes of other files are read when a page refers
/// to them.
/// </summary>
/// <param name="cache">The files of the last run; null to read all files.</param>
internal sealed class ReadSources(ISourceTree tree, SourceCache? cache = null) : IModule<NoInput, SourceFiles>
{
    public SourceFiles Execute(NoInput input, ModuleContext context)
    {
        var listing = tree.List(context.Diagnostics);
        var paths = listing.Files;
        if (cache is not null)
            return new(cache.Read(tree, paths, context), listing);
        var files = new SourceFile?[paths.Count];
        EachDocument.Run(paths, (i, path) => files[i] = tree.ReadFile(path, context.Diagnostics), context.Cancellation);
        return new(files, listing);
    }
}

/// <summary>The files of the input that could be read, sorted by path.</summary>
internal sealed class SourceFiles : ReadOnlyCollection<SourceFile>
{
    /// <param name="files">The file at each path of the listing; null if it could not be read.</param>
    public SourceFiles(IReadOnlyList<SourceFile?> files, SourceListing listing)
        : base([.. files.OfType<SourceFile>()])
    {
        FolderExists = listing.FolderExists;
        Unreadable = [.. listing.Unreadable, .. listing.Files.Where((_, i) => files[i] is null)];
    }

    /// <summary>False if the input folder does not exist.</summary>
    public bool FolderExists { get; }

    /// <summary>The files and folders that could not be read. Each is reported.</summary>
    public HashSet<SourcePath> Unreadable { get; }

    /// <summary>True if a page could not be read, so that its links are unknown.</summary>
    public bool LacksPages => Unreadable.Any(p => p.MayBePage);
}

/// <summary>Caches the files of the last run; unchanged files are not read again. Not thread-safe.</summary>
internal sealed class SourceCache
{
    private IReadOnlyList<SourcePath> _paths = [];
    private CachedFile[] _cached = [];

    internal IReadOnlyList<SourceFile?> Read(ISourceTree tree, IReadOnlyList<SourcePath> paths, ModuleContext context)
    {
        var cached = FindCached(paths);
        EachDocument.Run(
            paths,
            (i, path) =>
            {
                var version = tree.VersionOf(path);
                if (version is null || cached[i] is not { } file || !ReferenceEquals(file.Version, version))
                    cached[i] = Read(tree, path, version);
            },
            context.Cancellation
        );

        _paths = paths;
        _cached = cached!;
        foreach (var file in _cached)
            context.Diagnostics.AddRange(file.Findings);
        return Array.ConvertAll(_cached, f => f.File);
    }

    /// <summary>The cached entry of each path, which may be out of date.</summary>
    private CachedFile?[] FindCached(IReadOnlyList<SourcePath> paths)
    {
        if (ReferenceEquals(paths, _paths))
            return [.. _cached];
        var cached = _paths.Zip(_cached).ToDictionary();
        return [.. paths.Select(cached.GetValueOrDefault)];
    }

    /// <summary>The bytes of a binary file are kept after the first read.</summary>
    private static CachedFile Read(ISourceTree tree, SourcePath path, object? version)
    {
        var findings = new DiagnosticBag();
        var file = tree.ReadFile(path, findings);
        if (file is { Text: null, ReadBytes: var read })
            file = file with { ReadBytes = ReadOnce(read) };
        return new(version, file, findings.Sorted());
    }

    private static Func<byte[]> ReadOnce(Func<byte[]> read)
    {
        byte[]? bytes = null;
        return () => LazyInitializer.EnsureInitialized(ref bytes, read);
    }

    private sealed record CachedFile(object? Version, SourceFile? File, IReadOnlyList<Diagnostic> Findings);
}
