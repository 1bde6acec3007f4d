using System.Collections.Concurrent;

namespace KnowledgeSite.Diagnostics;

/// <summary>The tray into which every room puts its findings. Safe to fill from many threads; read sorted.</summary>
public sealed class DiagnosticBag
{
    private ConcurrentBag<Diagnostic>? _findings;

    public void Add(Diagnostic diagnostic) =>
        LazyInitializer.EnsureInitialized(ref _findings, () => []).Add(diagnostic);

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            Add(diagnostic);
    }

    public IReadOnlyList<Diagnostic> Sorted() =>
        _findings is null ? [] : [.. _findings.Distinct().Order(Diagnostic.Order)];
}
