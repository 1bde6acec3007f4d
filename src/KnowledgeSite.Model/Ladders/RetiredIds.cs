namespace KnowledgeSite.Ladders;

/// <summary>
/// Published ids without a successor. The id of a level or dimension includes all its cells and signals, and the id of
/// a cell includes its signals. Ids that a ladder retires are also retired in its overlays.
/// </summary>
public sealed class RetiredIds(IEnumerable<string> ids)
{
    public static readonly RetiredIds None = new([]);

    private readonly HashSet<string> _ids = ids.ToHashSet(StringComparer.Ordinal);

    public IEnumerable<string> All => _ids;

    public bool Contains(string id)
    {
        if (_ids.Count == 0)
            return false;
        if (_ids.Contains(id) || id.Split('.').Any(_ids.Contains))
            return true;
        for (var dot = id.LastIndexOf('.'); dot > 0; dot = id.LastIndexOf('.', dot - 1))
            if (_ids.Contains(id[..dot]))
                return true;
        return false;
    }
}
