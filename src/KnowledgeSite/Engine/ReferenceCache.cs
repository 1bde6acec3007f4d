namespace KnowledgeSite.Engine;

/// <summary>
/// What was found for each item of a list, carried to the next list: the same item (not one that equals it) keeps what
/// it has. Where items keep their places, that costs a glance at each. An item stands in a list once. For one list
/// after the other.
/// </summary>
internal sealed class ReferenceCache<TItem, TValue>
    where TItem : class
    where TValue : class
{
    private IReadOnlyList<TItem> _items = [];
    private IReadOnlyList<TValue?> _values = [];

    /// <summary>What is known of each; null where nothing is.</summary>
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

    /// <summary>What another item stands in the place of.</summary>
    private Dictionary<TItem, TValue?> NotIn(IReadOnlyList<TItem> items)
    {
        var left = new Dictionary<TItem, TValue?>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < _items.Count; i++)
            if (!HasAt(i, items))
                left[_items[i]] = _values[i];
        return left;
    }
}
