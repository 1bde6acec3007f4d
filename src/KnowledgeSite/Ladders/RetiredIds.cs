namespace KnowledgeSite.Ladders;

/// <summary>
/// The ids that were published and have no successor. The id of a level or a dimension stands for all its cells and
/// signals, and that of a cell for its signals. What a ladder retires is retired on the overlays of it too.
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
