using System.Collections.Concurrent;

namespace KnowledgeSite.Diagnostics;

/// <summary>Collects diagnostics. Adding is thread-safe.</summary>
public sealed class DiagnosticBag
{
    private ConcurrentBag<Diagnostic>? _diagnostics;

    public void Add(Diagnostic diagnostic) =>
        LazyInitializer.EnsureInitialized(ref _diagnostics, () => []).Add(diagnostic);

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            Add(diagnostic);
    }

    public bool Contains(DiagnosticRule rule) => _diagnostics?.Any(d => d.Rule == rule) == true;

    /// <summary>The distinct diagnostics, in the order of printing.</summary>
    public IReadOnlyList<Diagnostic> Sorted() =>
        _diagnostics is null ? [] : [.. _diagnostics.Distinct().Order(Diagnostic.Order)];
}
