using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>The signals that are expected at each level of a snapshot, including those of earlier levels.</summary>
internal sealed class Expectations
{
    private readonly Dictionary<string, HashSet<string>> _at = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _raises;

    public Expectations(LadderSnapshot ladder)
    {
        _raises = ladder
            .Cells.SelectMany(c => c.Signals)
            .Where(s => s.Raises is not null)
            .DistinctBy(s => s.Id)
            .ToDictionary(s => s.Id, s => s.Raises!, StringComparer.Ordinal);
        var (graph, cells) = (GraphOf(ladder.Levels), ladder.Cells.ToLookup(c => c.Level, StringComparer.Ordinal));
        foreach (var level in graph.Levels)
            _at[level.Id] = Gather(graph.PathTo(level).SelectMany(l => cells[l.Id]));
    }

    /// <summary>The ids of the signals expected at a level.</summary>
    public IReadOnlySet<string> At(string level) => _at[level];

    /// <summary>
    /// The ids of the signals expected at a level, including all signals that these raise, because a raised signal
    /// implies the earlier one.
    /// </summary>
    public IReadOnlySet<string> ImpliedAt(string level)
    {
        var implied = new HashSet<string>(_at[level], StringComparer.Ordinal);
        foreach (var signal in _at[level])
            for (
                var earlier = _raises.GetValueOrDefault(signal);
                earlier is not null && implied.Add(earlier);
                earlier = _raises.GetValueOrDefault(earlier)
            ) { }
        return implied;
    }

    private static HashSet<string> Gather(IEnumerable<SnapshotCell> way)
    {
        var expected = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in way)
        {
            expected.ExceptWith(cell.Signals.Select(s => s.Raises).OfType<string>());
            expected.ExceptWith(cell.Ends.Select(e => e.Id));
            expected.UnionWith(cell.Signals.Select(s => s.Id));
        }

        return expected;
    }

    /// <summary>
    /// Builds the graph of levels. Steps to unknown levels are ignored, because a snapshot file may have been edited by
    /// hand.
    /// </summary>
    private static LevelGraph GraphOf(IReadOnlyList<SnapshotLevel> levels)
    {
        var known = levels.DistinctBy(l => l.Id).ToDictionary(l => l.Id, StringComparer.Ordinal);
        return new([
            .. known.Values.Select(l => new Level(
                l.Id,
                null,
                l.Title,
                Track.Shared,
                [.. l.Next.Where(known.ContainsKey).Select(n => new Located<string>(n, default))],
                null,
                null,
                null,
                false,
                [],
                default
            )),
        ]);
    }
}
