using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Engine;

/// <summary>
/// Caches the result and the diagnostics of a step for each document, keyed by reference. For steps that depend on
/// nothing but their document, or know when they do not. Not thread-safe.
/// </summary>
internal sealed class StepCache<TIn, TOut>
    where TIn : class
    where TOut : class
{
    private readonly ReferenceCache<TIn, Outcome> _known = new();

    /// <summary>Processes the documents whose results are not known, and returns all results.</summary>
    /// <param name="execute">Processes the document with this index.</param>
    /// <param name="isCurrent">Whether a known result may be used; null if all may.</param>
    internal TOut?[] Run(
        IReadOnlyList<TIn> documents,
        Func<int, DiagnosticBag, TOut?> execute,
        ModuleContext context,
        Func<TOut, bool>? isCurrent = null
    )
    {
        var outcomes = _known.Get(documents);
        var unknown = Enumerable
            .Range(0, outcomes.Length)
            .Where(i =>
                outcomes[i] is not { } known || (known.Result is { } result && isCurrent?.Invoke(result) == false)
            )
            .ToList();
        EachDocument.Run(
            unknown,
            (_, i) =>
            {
                var findings = new DiagnosticBag();
                var result = execute(i, findings);
                outcomes[i] = Outcome.Create(result, findings.Sorted());
            },
            context.Cancellation
        );

        _known.Keep(documents, outcomes);
        foreach (var outcome in outcomes)
            context.Diagnostics.AddRange(outcome!.Findings);
        return Array.ConvertAll(outcomes, o => o!.Result);
    }

    internal void Forget() => _known.Forget();

    private sealed record Outcome(TOut? Result, IReadOnlyList<Diagnostic> Findings)
    {
        private static readonly Outcome Nothing = new(null, []);

        /// <summary>
        /// Shares one instance between documents without a result, which are the majority in most steps.
        /// </summary>
        public static Outcome Create(TOut? result, IReadOnlyList<Diagnostic> findings) =>
            result is null && findings.Count == 0 ? Nothing : new(result, findings);
    }
}

/// <summary>
/// A cache of one value per list item, keyed by reference, not by equality. A lookup is O(1) and needs no hashing while
/// an item keeps its index. An item must occur only once in a list. Not thread-safe.
/// </summary>
internal sealed class ReferenceCache<TItem, TValue>
    where TItem : class
    where TValue : class
{
    private IReadOnlyList<TItem> _items = [];
    private IReadOnlyList<TValue?> _values = [];

    /// <summary>The cached value of each item; null for items that are not cached.</summary>
    public TValue?[] Get(IReadOnlyList<TItem> items)
    {
        var values = new TValue?[items.Count];
        Dictionary<TItem, TValue?>? elsewhere = null;
        for (var i = 0; i < values.Length; i++)
            values[i] = HasAt(i, items) ? _values[i] : (elsewhere ??= NotIn(items)).GetValueOrDefault(items[i]);
        return values;
    }

    public void Keep(IReadOnlyList<TItem> items, IReadOnlyList<TValue?> values)
    {
        _items = items;
        _values = values;
    }

    public void Forget() => Keep([], []);

    private bool HasAt(int place, IReadOnlyList<TItem> items) =>
        place < _items.Count && place < items.Count && ReferenceEquals(_items[place], items[place]);

    /// <summary>The cached values of all items that are no longer at the same index.</summary>
    private Dictionary<TItem, TValue?> NotIn(IReadOnlyList<TItem> items)
    {
        var left = new Dictionary<TItem, TValue?>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < _items.Count; i++)
            if (!HasAt(i, items))
                left[_items[i]] = _values[i];
        return left;
    }
}
