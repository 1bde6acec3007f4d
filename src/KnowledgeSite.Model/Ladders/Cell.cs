using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>
/// A cell of the matrix, for one level and one dimension. Levels are cumulative, so a cell contains only what is new.
/// </summary>
/// <param name="Id">The explicit id of its heading, such as <c>scope.senior</c>.</param>
/// <param name="Reason">The reason why nothing new is expected, if the standing is not
/// <see cref="CellStanding.Written"/>.</param>
/// <param name="Was">Former ids under which it was published: those in its heading, and those that result from former
/// ids of its level.</param>
/// <param name="Page">The page that contains the cell.</param>
/// <param name="Extension">In an overlay, the additions of this ladder to the cell of the base. Otherwise null.</param>
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
    /// <summary>
    /// All ids that URLs may contain: the id of the cell, those of its signals, and former ids of both.
    /// </summary>
    public IEnumerable<string> AllIds => [Id, .. Was, .. Signals.SelectMany(s => s.Was.Prepend(s.Id))];

    /// <summary>Compares by reference, because a comparison by value would compare the whole text.</summary>
    public bool Equals(Cell? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Whether a cell has text, or a reason why it has none.</summary>
public enum CellStanding
{
    /// <summary>An author wrote it.</summary>
    Written,

    /// <summary>"No increase here": the expectations of the lower level still apply.</summary>
    NoIncrease,

    /// <summary>"Does not apply, because …".</summary>
    NotApplicable,
}

/// <summary>The text that an overlay adds to a cell of its base.</summary>
public sealed record CellExtension(Statement? Summary, Page Page);

/// <summary>An observable behaviour that is expected from a level on.</summary>
/// <param name="Id">The id, which never changes, even if the text does.</param>
/// <param name="Raises">The id of the earlier signal that this one raises, or null.</param>
/// <param name="Was">Former ids under which it was published.</param>
/// <param name="Page">The page that contains the signal.</param>
/// <param name="IsOwn">False for a signal that an overlay inherits from its base.</param>
public sealed record Signal(
    string Id,
    string CellId,
    Statement Statement,
    string? Raises,
    IReadOnlyList<string> Was,
    Page Page,
    SourceSpan Span,
    bool IsOwn
)
{
    internal string Text => Statement.Text;

    /// <inheritdoc />
    public bool Equals(Signal? other) => other is not null && Id == other.Id && ReferenceEquals(Page, other.Page);

    /// <inheritdoc />
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
