namespace KnowledgeSite.Ladders;

/// <summary>
/// What is different between two states of one ladder. Everything is matched by its id, or by one that it had before
/// (<c>was</c>).
/// </summary>
/// <param name="Levels">Those that are new, gone or described by other facts.</param>
/// <param name="Statements">By dimension, then by level; what is gone comes last.</param>
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
    /// Something that readers see is different for a level of now: by itself, or by what an earlier level asks for
    /// anew.
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

/// <param name="Id">What it is called now; where it is gone, what it was called.</param>
/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
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

/// <param name="Name">As <c>ladder.yaml</c> has it: <c>reach</c>.</param>
public sealed record FactChange(string Name, string? Before, string? After, ChangeKind Kind)
{
    /// <summary>Readers see no ids.</summary>
    public bool IsSeen => Name != "id";
}

/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
public sealed record DimensionChange(string Id, SnapshotDimension? Before, SnapshotDimension? After)
{
    public ChangeKind Kind => Before is null || After is null ? ChangeKind.Minor : ChangeKind.Patch;
}
