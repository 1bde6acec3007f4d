namespace KnowledgeSite.Ladders;

/// <summary>One sentence of a ladder with its full context, so that a table of rows is complete by itself.</summary>
/// <param name="Ladder">The ladder's id.</param>
/// <param name="Id">The id of a signal, or of the signal that ends. Null for other kinds.</param>
/// <param name="Text">The plain text without markup.</param>
/// <param name="Raises">The id of the earlier signal that this one raises, or null.</param>
/// <param name="Origin"><see cref="Own"/>, or the id of the base ladder from which it is inherited.</param>
/// <param name="File">The path of the page that contains it, relative to the input folder.</param>
/// <param name="Line">The line, from 1: that of a signal or an ending itself, otherwise that of the cell's
/// heading.</param>
internal sealed record RubricRow(
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

/// <summary>The kind of a row. Exports write it in kebab case, such as <c>no-increase</c>.</summary>
internal enum RubricKind
{
    Summary,
    NoIncrease,
    NotApplicable,
    Signal,
    Ends,
    Example,
    AntiSignal,
}
