using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Ladders;

/// <summary>
/// The parts of a ladder that have been reported as missing or wrong, so that what refers to them is not reported too.
/// </summary>
/// <param name="inherited">The faults of the base of an overlay, or null.</param>
internal sealed class LadderFaults(LadderFaults? inherited)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _levels = new(StringComparer.Ordinal);

    /// <summary>True if the order of the levels is not certain, because one of them is wrong.</summary>
    public bool HasLevels => _levels.Count > 0 || inherited?.HasLevels == true;

    /// <param name="id">The id of a dimension, or of a cell that is missing or has a wrong signal.</param>
    public void Add(string id) => _ids.Add(id);

    /// <param name="level">The id of a level as written. It may be empty.</param>
    public void AddLevel(string level) => _levels.Add(level);

    public bool HasLevel(string level) => _levels.Contains(level);

    /// <summary>
    /// True if an unknown id of a level, dimension, cell or signal is unknown because of a fault, and is not a typo.
    /// </summary>
    /// <param name="similar">The known ids.</param>
    public bool Explain(string id, SuggestionIndex similar)
    {
        var parts = id.Split('.');
        var isFaulty =
            _levels.Contains(parts[0])
            || _ids.Contains(parts[0])
            || (parts.Length > 1 && (_levels.Contains(parts[1]) || _ids.Contains($"{parts[0]}.{parts[1]}")));
        return isFaulty
                && (similar.Nearest(id) is not { } known || known.Equals(id, StringComparison.OrdinalIgnoreCase))
            || inherited?.Explain(id, similar) == true;
    }
}
