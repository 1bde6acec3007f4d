namespace KnowledgeSite.Ladders;

/// <summary>
/// The content of a ladder at one time, without its pages. Snapshots are compared with each other and stored as
/// versions.
/// </summary>
/// <param name="Levels">The levels in the order of the ladder's file.</param>
/// <param name="Dimensions">The dimensions in the order of the matrix.</param>
/// <param name="Cells">The cells, sorted by dimension, then by level.</param>
public sealed record LadderSnapshot(
    string Ladder,
    string Title,
    IReadOnlyList<SnapshotLevel> Levels,
    IReadOnlyList<SnapshotDimension> Dimensions,
    IReadOnlyList<SnapshotCell> Cells
)
{
    /// <summary>All ids that may be used elsewhere: those of levels, cells and signals.</summary>
    public IEnumerable<string> Ids =>
        [
            .. Levels.Select(l => l.Id),
            .. Cells.Select(c => c.Id),
            .. Cells.SelectMany(c => c.Signals).Select(s => s.Id),
        ];

    public static LadderSnapshot Create(Ladder ladder) =>
        new(
            ladder.Id,
            ladder.Title,
            [.. ladder.Levels.Select(SnapshotLevel.From)],
            [.. ladder.Dimensions.Select(d => new SnapshotDimension(d.Id, d.Title))],
            [.. ladder.Cells.Select(SnapshotCell.From)]
        );
}

public sealed record SnapshotDimension(string Id, string Title);

public sealed record SnapshotLevel(string Id, string Title)
{
    public string? Code { get; init; }

    public string Track { get; init; } = "shared";

    public IReadOnlyList<string> Next { get; init; } = [];

    public string? Reach { get; init; }

    public string? Horizon { get; init; }

    public string? Direction { get; init; }

    public bool Terminal { get; init; }

    public IReadOnlyList<string> Was { get; init; } = [];

    /// <summary>The title with the code, such as "Staff Data Scientist (L6)".</summary>
    public string Label => Code is null ? Title : $"{Title} ({Code})";

    internal static SnapshotLevel From(Level level) =>
        new(level.Id, level.Title)
        {
            Code = level.Code,
            Track = RubricColumns.Name(level.Track),
            Next = [.. level.Next.Select(n => n.Value)],
            Reach = level.Reach,
            Horizon = level.Horizon,
            Direction = level.Direction,
            Terminal = level.IsTerminal,
            Was = [.. level.Was.Select(w => w.Value)],
        };
}
