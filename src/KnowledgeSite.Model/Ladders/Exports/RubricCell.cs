namespace KnowledgeSite.Ladders;

/// <param name="Level">The level's id.</param>
/// <param name="Dimension">The dimension's id.</param>
/// <param name="Standing"><c>written</c>, <c>no-increase</c> or <c>not-applicable</c>.</param>
/// <param name="Summary">The cell's sentence. In an overlay, the sentence of the base.</param>
/// <param name="Addition">The sentence that an overlay adds.</param>
/// <param name="Reason">The reason why nothing new is expected, if <paramref name="Standing"/> is not
/// <c>written</c>.</param>
/// <param name="Ends">The signals that are no longer expected.</param>
internal sealed record RubricCell(
    string Id,
    string Level,
    string Dimension,
    string Standing,
    string? Summary,
    string? Addition,
    string? Reason,
    IReadOnlyList<RubricSignal> Signals,
    IReadOnlyList<RubricEnding> Ends,
    IReadOnlyList<string> Examples,
    IReadOnlyList<string> AntiSignals
)
{
    internal static RubricCell From(Ladder ladder, Cell cell)
    {
        var origin = new CellOrigin(ladder, cell);
        return new(
            cell.Id,
            cell.Level.Id,
            cell.Dimension.Id,
            RubricColumns.Name(cell.Standing),
            cell.Summary?.Text,
            cell.Extension?.Summary?.Text,
            cell.Reason,
            [.. cell.Signals.Select(s => new RubricSignal(s.Id, s.Text, s.Raises, origin.Find(s).Name))],
            [.. cell.Endings.Select(e => new RubricEnding(e.Ends!.Value, e.Statement.Text))],
            [.. cell.Examples.Select(e => e.Text)],
            [.. cell.AntiSignals.Select(a => a.Text)]
        );
    }
}

/// <param name="Raises">The id of the earlier signal that this one raises, or null.</param>
/// <param name="Origin"><c>own</c>, or the id of the base ladder from which it is inherited.</param>
internal sealed record RubricSignal(string Id, string Text, string? Raises, string Origin);

/// <param name="Id">The id of the signal that ends.</param>
internal sealed record RubricEnding(string Id, string Text);
