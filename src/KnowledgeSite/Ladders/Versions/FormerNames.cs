namespace KnowledgeSite.Ladders;

/// <summary>
/// Which thing of before each thing of now is: the one of the same id, else the one whose id it says it had.
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

    /// <summary>Null for what is new.</summary>
    public string? Before(string? now) => now is null ? null : _before.GetValueOrDefault(now);

    /// <summary>Null for what is gone.</summary>
    public string? After(string before) => _after.GetValueOrDefault(before);

    public void Match(string now, string before) => (_before[now], _after[before]) = (before, now);
}
