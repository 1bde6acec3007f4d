namespace KnowledgeSite.Ladders;

/// <summary>
/// One sentence of a ladder with all that says where it stands, so that a table of them needs no other.
/// </summary>
/// <param name="Ladder">The ladder's id.</param>
/// <param name="Id">Of a signal its own, of an ending that of the signal which ends; else null.</param>
/// <param name="Text">As it is written, without marks.</param>
/// <param name="Raises">The id of the earlier signal that this one takes further.</param>
/// <param name="Origin"><see cref="Own"/>, or the id of the base ladder that it comes from.</param>
/// <param name="File">The page that it is written on, below the input folder.</param>
/// <param name="Line">Of a signal or an ending its own, else that of its cell's heading; counted from one.</param>
public sealed record RubricRow(
    string Ladder,
    string LevelId,
    string? LevelCode,
    string LevelTitle,
    Track Track,
    string DimensionId,
    string DimensionTitle,
    string CellId,
    string? Id,
    RubricKind Kind,
    string Text,
    string? Raises,
    string Origin,
    string File,
    int Line
)
{
    public const string Own = "own";
}

/// <summary>In exports written as <c>no-increase</c>.</summary>
public enum RubricKind
{
    Summary,
    NoIncrease,
    NotApplicable,
    Signal,
    Ends,
    Example,
    AntiSignal,
}
