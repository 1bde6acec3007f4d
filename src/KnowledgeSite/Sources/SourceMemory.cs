using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>The files that the last run read: those that are still the same are not read again. For one run after the other.</summary>
public sealed class SourceMemory
{
    private Dictionary<SourcePath, Known> _known = [];

    internal IReadOnlyList<SourceFile> Read(ISourceTree tree, IReadOnlyList<SourcePath> paths, ModuleContext context)
    {
        var files = new Known[paths.Count];
        EachDocument.Run(paths, (i, path) =>
        {
            var version = tree.VersionOf(path);
            files[i] = version is not null && _known.TryGetValue(path, out var known) && ReferenceEquals(known.Version, version) ? known : Read(tree, path, version);
        }, context.Cancellation);

        _known = Enumerable.Range(0, files.Length).ToDictionary(i => paths[i], i => files[i]);
        foreach (var file in files) context.Diagnostics.AddRange(file.Findings);
        return [.. files.Select(f => f.File).OfType<SourceFile>()];
    }

    /// <summary>The bytes of a file that is no text are kept once they were asked for.</summary>
    private static Known Read(ISourceTree tree, SourcePath path, object? version)
    {
        var findings = new DiagnosticBag();
        var file = ReadSources.Read(tree, path, findings);
        if (file is { Text: null, ReadBytes: var read }) file = file with { ReadBytes = Once(read) };
        return new(version, file, findings.Sorted());
    }

    private static Func<byte[]> Once(Func<byte[]> read)
    {
        byte[]? bytes = null;
        return () => LazyInitializer.EnsureInitialized(ref bytes, read);
    }

    private sealed record Known(object? Version, SourceFile? File, IReadOnlyList<Diagnostic> Findings);
}
