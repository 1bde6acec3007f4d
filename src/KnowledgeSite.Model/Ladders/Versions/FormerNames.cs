namespace KnowledgeSite.Ladders;

/// <summary>
/// Matches current ids to former ids: by equal ids, or else by the former ids that the current element lists.
/// </summary>
internal sealed class FormerNames
{
    private readonly Dictionary<string, string> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _after = new(StringComparer.Ordinal);

    public FormerNames(IEnumerable<string> before, IEnumerable<(string Id, IReadOnlyList<string> Was)> after)
    {
        var (known, now) = (before.ToHashSet(StringComparer.Ordinal), after.DistinctBy(a => a.Id).ToList());
        foreach (var (id, _) in now.Where(a => known.Contains(a.Id)))
            Match(id, id);
        foreach (var (id, was) in now.Where(a => !known.Contains(a.Id)))
            if (was.FirstOrDefault(w => known.Contains(w) && !_after.ContainsKey(w)) is { } former)
                Match(id, former);
    }

    /// <summary>The former id, or null if it is new.</summary>
    public string? Before(string? now) => now is null ? null : _before.GetValueOrDefault(now);

    /// <summary>The current id, or null if it was removed.</summary>
    public string? After(string before) => _after.GetValueOrDefault(before);

    public void Match(string now, string before) => (_before[now], _after[before]) = (before, now);
}
