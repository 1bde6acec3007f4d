namespace KnowledgeSite.Ladders;

/// <summary>The levels of a ladder and the steps between them: an acyclic graph, because ladders can fork.</summary>
public sealed class LevelGraph
{
    private readonly Dictionary<string, Level> _levels;
    private readonly ILookup<string, Level> _before;
    private readonly Dictionary<string, IReadOnlyList<Level>> _paths = new(StringComparer.Ordinal);

    /// <param name="levels">The levels in the order of the file. Every <c>next</c> must name one of them, without
    /// cycles.</param>
    public LevelGraph(IReadOnlyList<Level> levels)
    {
        Levels = levels;
        _levels = levels.ToDictionary(l => l.Id, StringComparer.Ordinal);
        _before = levels
            .SelectMany(l => l.Next.Select(n => (n.Value, Level: l)))
            .ToLookup(s => s.Value, s => s.Level, StringComparer.Ordinal);
        var sorted = TopologicalOrder();
        foreach (var level in levels)
        {
            var found = FindPath(level);
            _paths[level.Id] = [.. sorted.Where(found.Contains)];
        }
    }

    public IReadOnlyList<Level> Levels { get; }

    /// <summary>All steps between levels, in the order of the file.</summary>
    public IEnumerable<(Level From, Level To)> Steps =>
        Levels.SelectMany(l => l.Next.Select(n => (l, _levels[n.Value])));

    public IEnumerable<Level> Before(Level level) => _before[level.Id];

    public IEnumerable<Level> After(Level level) => level.Next.Select(n => _levels[n.Value]);

    /// <summary>
    /// The level and all levels below it in topological order. Unrelated levels keep the order of the file.
    /// </summary>
    public IReadOnlyList<Level> PathTo(Level level) => _paths[level.Id];

    private List<Level> TopologicalOrder()
    {
        var (sorted, seen) = (new List<Level>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var level in Levels)
            Visit(level);
        return sorted;

        void Visit(Level level)
        {
            if (!seen.Add(level.Id))
                return;
            foreach (var before in _before[level.Id])
                Visit(before);
            sorted.Add(level);
        }
    }

    /// <summary>Finds the level and all levels below it. Visits each level only once.</summary>
    private HashSet<Level> FindPath(Level level)
    {
        var (found, open) = (
            new HashSet<Level>(ReferenceEqualityComparer.Instance) { level },
            new Stack<Level>([level])
        );
        while (open.TryPop(out var next))
            foreach (var before in _before[next.Id])
                if (found.Add(before))
                    open.Push(before);
        return found;
    }
}
