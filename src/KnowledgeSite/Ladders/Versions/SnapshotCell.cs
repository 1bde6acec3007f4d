namespace KnowledgeSite.Ladders;

/// <param name="Level">The level's id.</param>
/// <param name="Dimension">The dimension's id.</param>
public sealed record SnapshotCell(string Id, string Level, string Dimension)
{
    internal const string Written = "written";

    /// <summary><c>written</c>, <c>no-increase</c> or <c>not-applicable</c>.</summary>
    public string Standing { get; init; } = Written;

    /// <summary>The cell's sentence; where the standing is not <c>written</c>, the one that says why.</summary>
    public string? Summary { get; init; }

    /// <summary>The sentence that an overlay adds.</summary>
    public string? Addition { get; init; }

    public IReadOnlyList<SnapshotSignal> Signals { get; init; } = [];

    public IReadOnlyList<SnapshotEnding> Ends { get; init; } = [];

    public IReadOnlyList<string> Examples { get; init; } = [];

    public IReadOnlyList<string> AntiSignals { get; init; } = [];

    public IReadOnlyList<string> Was { get; init; } = [];

    /// <summary>Something is asked for, or was before; not merely said that nothing is.</summary>
    public bool IsWritten => Standing == Written;

    internal static SnapshotCell From(Cell cell) =>
        new(cell.Id, cell.Level.Id, cell.Dimension.Id)
        {
            Standing = RubricColumns.Name(cell.Standing),
            Summary = cell.Summary?.Text,
            Addition = cell.Extension?.Summary?.Text,
            Signals =
            [
                .. cell.Signals.Select(s => new SnapshotSignal(s.Id, s.Text) { Raises = s.Raises, Was = s.Was }),
            ],
            Ends = [.. cell.Endings.Select(e => new SnapshotEnding(e.Ends!.Value, e.Statement.Text))],
            Examples = [.. cell.Examples.Select(e => e.Text)],
            AntiSignals = [.. cell.AntiSignals.Select(a => a.Text)],
            Was = cell.Was,
        };
}

public sealed record SnapshotSignal(string Id, string Text)
{
    /// <summary>The id of the earlier signal that this one takes further.</summary>
    public string? Raises { get; init; }

    public IReadOnlyList<string> Was { get; init; } = [];
}

/// <param name="Id">Of the signal that is expected no longer.</param>
public sealed record SnapshotEnding(string Id, string Text);
