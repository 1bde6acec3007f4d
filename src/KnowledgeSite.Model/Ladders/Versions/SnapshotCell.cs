namespace KnowledgeSite.Ladders;

/// <param name="Level">The level's id.</param>
/// <param name="Dimension">The dimension's id.</param>
public sealed record SnapshotCell(string Id, string Level, string Dimension)
{
    internal const string Written = "written";

    /// <summary><c>written</c>, <c>no-increase</c> or <c>not-applicable</c>.</summary>
    public string Standing { get; init; } = Written;

    /// <summary>The cell's sentence. If the standing is not <c>written</c>, it gives the reason.</summary>
    public string? Summary { get; init; }

    /// <summary>The sentence that an overlay adds.</summary>
    public string? Addition { get; init; }

    public IReadOnlyList<SnapshotSignal> Signals { get; init; } = [];

    public IReadOnlyList<SnapshotEnding> Ends { get; init; } = [];

    public IReadOnlyList<string> Examples { get; init; } = [];

    public IReadOnlyList<string> AntiSignals { get; init; } = [];

    public IReadOnlyList<string> Was { get; init; } = [];

    /// <summary>Whether the cell has expectations of its own, instead of a reason why there are none.</summary>
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
    /// <summary>The id of the earlier signal that this one raises, or null.</summary>
    public string? Raises { get; init; }

    public IReadOnlyList<string> Was { get; init; } = [];
}

/// <param name="Id">The id of the signal that is no longer expected.</param>
public sealed record SnapshotEnding(string Id, string Text);
