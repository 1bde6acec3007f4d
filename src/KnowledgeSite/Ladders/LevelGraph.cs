namespace KnowledgeSite.Ladders;

/// <summary>
/// The levels of a ladder and the steps between them: a graph without circles, since the ladder forks.
/// </summary>
public sealed class LevelGraph
{
    private readonly Dictionary<string, Level> _levels;
    private readonly ILookup<string, Level> _before;
    private readonly Dictionary<string, IReadOnlyList<Level>> _paths = new(StringComparer.Ordinal);

    /// <param name="levels">In the order of the file; every <c>next</c> names one of them, and none leads back to
    /// itself.</param>
    public LevelGraph(IReadOnlyList<Level> levels)
    {
        Levels = levels;
        _levels = levels.ToDictionary(l => l.Id, StringComparer.Ordinal);
        _before = levels
            .SelectMany(l => l.Next.Select(n => (n.Value, Level: l)))
            .ToLookup(s => s.Value, s => s.Level, StringComparer.Ordinal);
        var upwards = Upwards();
        foreach (var level in levels)
        {
            var way = FindPath(level);
            _paths[level.Id] = [.. upwards.Where(way.Contains)];
        }
    }

    public IReadOnlyList<Level> Levels { get; }

    /// <summary>Every step that can be taken, in the order of the file.</summary>
    public IEnumerable<(Level From, Level To)> Steps =>
        Levels.SelectMany(l => l.Next.Select(n => (l, _levels[n.Value])));

    public IEnumerable<Level> Before(Level level) => _before[level.Id];

    public IEnumerable<Level> After(Level level) => level.Next.Select(n => _levels[n.Value]);

    /// <summary>
    /// The level and all that come before it, each after those that lead to it, else in the order of the file.
    /// </summary>
    public IReadOnlyList<Level> PathTo(Level level) => _paths[level.Id];

    private List<Level> Upwards()
    {
        var (upwards, seen) = (new List<Level>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var level in Levels)
            Visit(level);
        return upwards;

        void Visit(Level level)
        {
            if (!seen.Add(level.Id))
                return;
            foreach (var before in _before[level.Id])
                Visit(before);
            upwards.Add(level);
        }
    }

    /// <summary>Visits each level once, however many ways lead to it.</summary>
    private HashSet<Level> FindPath(Level level)
    {
        var (way, open) = (new HashSet<Level>(ReferenceEqualityComparer.Instance) { level }, new Stack<Level>([level]));
        while (open.TryPop(out var next))
            foreach (var before in _before[next.Id])
                if (way.Add(before))
                    open.Push(before);
        return way;
    }
}
