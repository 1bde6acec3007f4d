using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>A level of a ladder.</summary>
/// <param name="Id">A readable id, which is never reused for another level.</param>
/// <param name="Code">The short name used in contracts and by people, such as <c>L6</c>.</param>
/// <param name="Next">The ids of the next levels. There are two where the ladder forks.</param>
/// <param name="Reach">The people and things that the work at this level affects.</param>
/// <param name="Horizon">How far ahead the work at this level is planned.</param>
/// <param name="Direction">How much direction a person at this level receives.</param>
/// <param name="IsTerminal">Whether a person may stay at this level permanently.</param>
/// <param name="Was">Former ids under which it was published.</param>
public sealed record Level(
    string Id,
    string? Code,
    string Title,
    Track Track,
    IReadOnlyList<Located<string>> Next,
    string? Reach,
    string? Horizon,
    string? Direction,
    bool IsTerminal,
    IReadOnlyList<Located<string>> Was,
    SourceSpan Span
)
{
    /// <summary>The title with the code, such as "Staff Data Scientist (L6)".</summary>
    public string Label => Code is null ? Title : $"{Title} ({Code})";
}

/// <summary>The career track of a level.</summary>
public enum Track
{
    /// <summary>The part of the ladder before it forks.</summary>
    Shared,

    /// <summary>The individual track.</summary>
    Individual,

    /// <summary>The manager track.</summary>
    Manager,
}

/// <summary>The levels of a ladder and the steps between them: an acyclic graph, because ladders can fork.</summary>
public sealed class LevelGraph
{
    private readonly Dictionary<string, Level> _levels;
    private readonly ILookup<string, Level> _before;
    private readonly Dictionary<string, IReadOnlyList<Level>> _paths;

    /// <param name="levels">The levels in the order of the file. Every <c>next</c> must name one of them, without
    /// cycles.</param>
    public LevelGraph(IReadOnlyList<Level> levels)
    {
        Levels = levels;
        _levels = levels.ToDictionary(l => l.Id, StringComparer.Ordinal);
        _before = levels
            .SelectMany(l => l.Next.Select(n => (n.Value, Level: l)))
            .ToLookup(s => s.Value, s => s.Level, StringComparer.Ordinal);
        _paths = LevelPaths
            .Find([.. levels.Select(l => (l.Id, (IReadOnlyList<string>)[.. l.Next.Select(n => n.Value)]))])
            .ToDictionary(
                p => p.Key,
                p => (IReadOnlyList<Level>)[.. p.Value.Select(id => _levels[id])],
                StringComparer.Ordinal
            );
    }

    internal IReadOnlyList<Level> Levels { get; }

    /// <summary>All steps between levels, in the order of the file.</summary>
    public IEnumerable<(Level From, Level To)> Steps =>
        Levels.SelectMany(l => l.Next.Select(n => (l, _levels[n.Value])));

    internal Level? Find(string id) => _levels.GetValueOrDefault(id);

    internal IEnumerable<Level> Before(Level level) => _before[level.Id];

    internal IEnumerable<Level> After(Level level) => level.Next.Select(n => _levels[n.Value]);

    /// <summary>
    /// The level and all levels below it in topological order. Unrelated levels keep the order of the file.
    /// </summary>
    public IReadOnlyList<Level> PathTo(Level level) => _paths[level.Id];
}

/// <summary>Finds the path to each level of a ladder: the level and all levels below it.</summary>
internal static class LevelPaths
{
    /// <summary>
    /// The ids on the path to each level, by the level's id, in topological order. Unrelated levels keep their order.
    /// Steps to unknown levels are ignored, because the file of a version may have been edited by hand.
    /// </summary>
    public static Dictionary<string, IReadOnlyList<string>> Find(
        IReadOnlyList<(string Id, IReadOnlyList<string> Next)> levels
    )
    {
        var before = levels
            .DistinctBy(l => l.Id)
            .SelectMany(l => l.Next.Select(next => (Level: l.Id, Next: next)))
            .ToLookup(s => s.Next, s => s.Level, StringComparer.Ordinal);
        var sorted = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, _) in levels)
            Visit(id);
        return sorted.ToDictionary(
            id => id,
            id => (IReadOnlyList<string>)[.. sorted.Where(FindPath(id, before).Contains)],
            StringComparer.Ordinal
        );

        void Visit(string id)
        {
            if (!seen.Add(id))
                return;
            foreach (var earlier in before[id])
                Visit(earlier);
            sorted.Add(id);
        }
    }

    /// <summary>Visits each level only once, although several ways may lead to it.</summary>
    private static HashSet<string> FindPath(string level, ILookup<string, string> before)
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { level };
        var open = new Stack<string>([level]);
        while (open.TryPop(out var next))
            foreach (var earlier in before[next])
                if (found.Add(earlier))
                    open.Push(earlier);
        return found;
    }
}
