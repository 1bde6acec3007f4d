using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>Caches the files of the last run; unchanged files are not read again. Not thread-safe.</summary>
internal sealed class SourceCache
{
    private IReadOnlyList<SourcePath> _paths = [];
    private CachedFile[] _cached = [];

    internal IReadOnlyList<SourceFile> Read(ISourceTree tree, IReadOnlyList<SourcePath> paths, ModuleContext context)
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

        (_paths, _cached) = (paths, cached!);
        foreach (var file in _cached)
            context.Diagnostics.AddRange(file.Findings);
        return [.. _cached.Select(f => f.File).OfType<SourceFile>()];
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
        var file = SourceReader.Read(tree, path, findings);
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
