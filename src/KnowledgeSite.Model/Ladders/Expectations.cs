namespace KnowledgeSite.Ladders;

/// <summary>
/// The signals that are expected at each level of a ladder: those that each level on the path to it adds, without those
/// that were raised or ended on the way.
/// </summary>
internal sealed class Expectations
{
    private readonly Dictionary<(string Level, string Dimension), IReadOnlyList<string>> _signals = [];
    private readonly IReadOnlyList<string> _dimensions;
    private readonly Dictionary<string, string> _raises;

    public Expectations(LadderDocument ladder)
    {
        _raises = ladder
            .Cells.SelectMany(c => c.Signals)
            .Where(s => s.Raises is not null)
            .DistinctBy(s => s.Id)
            .ToDictionary(s => s.Id, s => s.Raises!, StringComparer.Ordinal);
        _dimensions = [.. ladder.Cells.Select(c => c.Dimension).Distinct(StringComparer.Ordinal)];
        var paths = LevelPaths.Find([.. ladder.Levels.Select(l => (l.Id, l.Next))]);
        foreach (var row in ladder.Cells.GroupBy(c => c.Dimension, StringComparer.Ordinal))
        {
            var cells = row.ToLookup(c => c.Level, StringComparer.Ordinal);
            foreach (var (level, path) in paths)
                _signals[(level, row.Key)] = Gather([.. path.SelectMany(l => cells[l])]);
        }
    }

    /// <summary>The ids of the signals expected at a level in a dimension, those of the lowest level first.</summary>
    public IReadOnlyList<string> At(string level, string dimension) =>
        _signals.GetValueOrDefault((level, dimension)) ?? [];

    /// <summary>The ids of the signals expected at a level, by dimension.</summary>
    public IEnumerable<string> At(string level) => _dimensions.SelectMany(d => At(level, d));

    /// <summary>
    /// The ids of the signals expected at a level, including all signals that these raise, because a raised signal
    /// implies the earlier one.
    /// </summary>
    public IReadOnlySet<string> ImpliedAt(string level)
    {
        var implied = new HashSet<string>(StringComparer.Ordinal);
        foreach (var signal in At(level))
        {
            var next = signal;
            while (next is not null && implied.Add(next))
                next = _raises.GetValueOrDefault(next);
        }

        return implied;
    }

    /// <param name="path">The cells of a dimension, from the first level on.</param>
    private static IReadOnlyList<string> Gather(IReadOnlyList<CellData> path)
    {
        var expected = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in path)
        {
            expected.ExceptWith(cell.Signals.Select(s => s.Raises).OfType<string>());
            expected.ExceptWith(cell.Ends.Select(e => e.Id));
            expected.UnionWith(cell.Signals.Select(s => s.Id));
        }

        return
        [
            .. path.SelectMany(c => c.Signals)
                .Select(s => s.Id)
                .Where(expected.Contains)
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
