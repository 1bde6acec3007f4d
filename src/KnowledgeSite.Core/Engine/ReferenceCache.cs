namespace KnowledgeSite.Engine;

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

    public void Keep(IReadOnlyList<TItem> items, IReadOnlyList<TValue?> values) => (_items, _values) = (items, values);

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
