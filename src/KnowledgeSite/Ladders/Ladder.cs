using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Levels, dimensions, and what is expected where they meet. Everything readers see of a ladder is worked out from it.
/// </summary>
/// <param name="Id">The name of its folder.</param>
/// <param name="Base">The ladder that this one is an overlay of; null for one that stands by itself.</param>
/// <param name="Cells">By dimension, then by level. One is missing only where a finding says so.</param>
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
    /// <summary>Those that name this ladder, or its base.</summary>
    public IReadOnlyList<Archetype> Archetypes { get; init; } = [];

    /// <summary>The roles that name this ladder.</summary>
    public IReadOnlyList<RoleRequirement> Roles { get; init; } = [];

    /// <summary>The workshops that name this ladder.</summary>
    public IReadOnlyList<ServingWorkshop> Workshops { get; init; } = [];

    /// <summary>Ids that were published and have no successor.</summary>
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

    /// <summary>Null where no cell has a signal of this id.</summary>
    public Signal? SignalOf(string id) => _signals.GetValueOrDefault(id);

    /// <summary>The level that the signal of this id is expected from.</summary>
    public Level? LevelOf(string signal) => _origins.GetValueOrDefault(signal);

    /// <summary>The signals that this one takes further, the nearest first.</summary>
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
    /// All that is expected at a level in a dimension: what each level on the way adds, less what was raised or ends.
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
