namespace KnowledgeSite.Ladders;

/// <summary>
/// The differences between two states of one ladder. All parts are matched by their ids or former ids (<c>was</c>).
/// </summary>
/// <param name="Levels">The levels that were added, removed or changed.</param>
/// <param name="Statements">The changed statements, sorted by dimension, then by level, followed by the removed
/// ones.</param>
public sealed record LadderChange(
    LadderSnapshot Before,
    LadderSnapshot After,
    IReadOnlyList<LevelChange> Levels,
    IReadOnlyList<DimensionChange> Dimensions,
    IReadOnlyList<StatementChange> Statements
)
{
    public ChangeKind Kind { get; } =
        Levels
            .Select(l => l.Kind)
            .Concat(Dimensions.Select(d => d.Kind))
            .Concat(Statements.Select(s => s.Kind))
            .Append(Before.Title == After.Title ? ChangeKind.None : ChangeKind.Patch)
            .Max();

    public bool IsEmpty => Kind == ChangeKind.None;

    public static LadderChange Between(LadderSnapshot before, LadderSnapshot after) =>
        new LadderComparison(before, after).Compare();

    /// <summary>
    /// Whether the change is visible at a current level: in the level itself, or because an earlier level has a new
    /// expectation.
    /// </summary>
    public bool Touches(string level) =>
        (
            _touched ??= [
                .. Levels.Where(l => l.IsSeen).Select(l => l.Id),
                .. Statements.Where(s => s.IsSeen).SelectMany(s => s.AskedOf.Append(s.Level)),
            ]
        ).Contains(level);

    private HashSet<string>? _touched;
}

/// <param name="Id">The current id, or the former id if it was removed.</param>
/// <param name="Before">The former state, or null if it is new.</param>
/// <param name="After">The current state, or null if it was removed.</param>
public sealed record LevelChange(
    string Id,
    SnapshotLevel? Before,
    SnapshotLevel? After,
    IReadOnlyList<FactChange> Facts
)
{
    public ChangeKind Kind => Before is null || After is null ? ChangeKind.Minor : Facts.Max(f => f.Kind);

    internal bool IsSeen => Facts.Count == 0 || Facts.Any(f => f.IsSeen);
}

/// <param name="Name">The key in <c>ladder.yaml</c>, such as <c>reach</c>.</param>
public sealed record FactChange(string Name, string? Before, string? After, ChangeKind Kind)
{
    /// <summary>False for changes of ids, which readers do not see.</summary>
    public bool IsSeen => Name != "id";
}

/// <param name="Before">The former state, or null if it is new.</param>
/// <param name="After">The current state, or null if it was removed.</param>
public sealed record DimensionChange(string Id, SnapshotDimension? Before, SnapshotDimension? After)
{
    public ChangeKind Kind => Before is null || After is null ? ChangeKind.Minor : ChangeKind.Patch;
}
