using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>
/// A career ladder: its levels, its dimensions and a cell for each pair of them. All views of a ladder are computed
/// from it.
/// </summary>
/// <param name="Id">The name of its folder.</param>
/// <param name="Base">The ladder that this one extends, or null.</param>
/// <param name="Cells">The cells, sorted by dimension, then by level. A missing cell has been reported.</param>
/// <param name="LevelPages">The pages that authors wrote for levels, by the level's id.</param>
public sealed record Ladder(
    LadderFile File,
    string Title,
    string? Description,
    Ladder? Base,
    LevelGraph Graph,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<Cell> Cells,
    IReadOnlyDictionary<string, Page> LevelPages
)
{
    /// <summary>The archetypes of this ladder and of its base.</summary>
    public IReadOnlyList<Archetype> Archetypes { get; init; } = [];

    /// <summary>The roles that refer to this ladder.</summary>
    public IReadOnlyList<RoleRequirement> Roles { get; init; } = [];

    /// <summary>The workshops that refer to this ladder.</summary>
    public IReadOnlyList<ServingWorkshop> Workshops { get; init; } = [];

    /// <summary>The published ids that have no successor.</summary>
    public RetiredIds Retired { get; init; } = RetiredIds.None;

    public LadderVersions Versions { get; init; } = LadderVersions.None;

    private readonly Dictionary<(string Dimension, string Level), Cell> _cells = Cells.ToDictionary(c =>
        (c.Dimension.Id, c.Level.Id)
    );

    private readonly Dictionary<string, Signal> _signals = Cells
        .SelectMany(c => c.Signals)
        .DistinctBy(s => s.Id)
        .ToDictionary(s => s.Id, StringComparer.Ordinal);

    private readonly Dictionary<string, Level> _origins = Cells
        .SelectMany(c => c.Signals.Select(s => (s.Id, c.Level)))
        .DistinctBy(s => s.Id)
        .ToDictionary(s => s.Id, s => s.Level, StringComparer.Ordinal);

    public string Id => File.Id;

    public SourcePath Folder => File.Folder;

    public IReadOnlyList<Level> Levels => Graph.Levels;

    /// <summary>The signal with an id, or null.</summary>
    public Signal? SignalOf(string id) => _signals.GetValueOrDefault(id);

    /// <summary>The level from which the signal is expected, or null for an unknown id.</summary>
    public Level? LevelOf(string signal) => _origins.GetValueOrDefault(signal);

    /// <summary>The ids of the signals that this one raises, directly and indirectly, the nearest first.</summary>
    public IEnumerable<string> RaisedBy(string id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { id };
        for (
            var earlier = SignalOf(id)?.Raises;
            earlier is not null && seen.Add(earlier);
            earlier = SignalOf(earlier)?.Raises
        )
            yield return earlier;
    }

    public Cell? CellAt(Dimension dimension, Level level) => _cells.GetValueOrDefault((dimension.Id, level.Id));

    /// <summary>
    /// All signals that are expected at a level in a dimension: those that each level on the path adds, without those
    /// that were raised or ended.
    /// </summary>
    public IReadOnlyList<Signal> Expected(Dimension dimension, Level level)
    {
        var expected = new List<Signal>();
        foreach (var cell in Graph.PathTo(level).Select(l => CellAt(dimension, l)).OfType<Cell>())
        {
            expected.RemoveAll(s =>
                cell.Signals.Any(n => n.Raises == s.Id) || cell.Endings.Any(e => e.Ends!.Value == s.Id)
            );
            expected.AddRange(cell.Signals);
        }

        return expected;
    }

    public bool Equals(Ladder? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
