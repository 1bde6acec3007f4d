using KnowledgeSite.Content;

namespace KnowledgeSite.Ladders;

/// <summary>Where a level and a dimension meet. Levels are cumulative, so a cell holds only what is new.</summary>
/// <param name="Id">The explicit id of its heading: <c>scope.senior</c>.</param>
/// <param name="Reason">Why nothing is said, where the standing is not <see cref="CellStanding.Written"/>.</param>
/// <param name="Was">Ids under which it was published before: those that its heading says, and those from former ids of
/// its level.</param>
/// <param name="Page">The page that it is written on.</param>
/// <param name="Extension">In an overlay, what this ladder's own page adds to the base's cell; else null.</param>
public sealed record Cell(
    string Id,
    Level Level,
    Dimension Dimension,
    CellStanding Standing,
    Statement? Summary,
    string? Reason,
    IReadOnlyList<Signal> Signals,
    IReadOnlyList<WrittenSignal> Endings,
    IReadOnlyList<Statement> Examples,
    IReadOnlyList<Statement> AntiSignals,
    IReadOnlyList<string> Was,
    Page Page,
    CellExtension? Extension
)
{
    /// <summary>All that an address may lead to: its own id, those of its signals, and former ones of both.</summary>
    public IEnumerable<string> AllIds => [Id, .. Was, .. Signals.SelectMany(s => s.Was.Prepend(s.Id))];

    /// <summary>A cell is itself: comparing two by all that is in them would cost their whole text.</summary>
    public bool Equals(Cell? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

public enum CellStanding
{
    Written,

    /// <summary>"No increase here": what was expected before still is.</summary>
    NoIncrease,

    /// <summary>"Does not apply, because …".</summary>
    NotApplicable,
}

/// <summary>What an overlay says beside the summary of the base's cell.</summary>
public sealed record CellExtension(Statement? Summary, Page Page);
