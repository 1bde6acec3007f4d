using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>Converts a ladder to a list of sentences.</summary>
internal static class RubricRows
{
    /// <summary>
    /// The rows, sorted by dimension, then by level. Within a cell: its sentence, signals, endings, examples and
    /// anti-signals.
    /// </summary>
    public static IReadOnlyList<RubricRow> List(Ladder ladder) =>
        [.. ladder.Cells.SelectMany(cell => List(ladder, cell))];

    private static IEnumerable<RubricRow> List(Ladder ladder, Cell cell)
    {
        var origin = new CellOrigin(ladder, cell);
        if (cell.Summary is { } summary)
            yield return Row(KindOf(cell), null, summary.Text, origin.OfBase);
        if (cell.Extension is { Summary: { } added, Page: var page })
            yield return Row(RubricKind.Summary, null, added.Text, new(RubricRow.Own, page));
        foreach (var signal in cell.Signals)
            yield return Row(RubricKind.Signal, signal.Id, signal.Text, origin.Find(signal), signal.Span) with
            {
                Raises = signal.Raises,
            };
        foreach (var ending in cell.Endings)
            yield return Row(
                RubricKind.Ends,
                ending.Ends!.Value,
                ending.Statement.Text,
                origin.Find(ending),
                ending.Span
            );
        foreach (var example in cell.Examples)
            yield return Row(RubricKind.Example, null, example.Text, origin.Find(example));
        foreach (var anti in cell.AntiSignals)
            yield return Row(RubricKind.AntiSignal, null, anti.Text, origin.Find(anti));

        RubricRow Row(RubricKind kind, string? id, string text, (string Name, Page Page) from, SourceSpan? span = null)
        {
            var (level, dimension) = (cell.Level, cell.Dimension);
            return new(
                ladder.Id,
                level.Id,
                level.Code,
                level.Title,
                level.Track,
                dimension.Id,
                dimension.Title,
                cell.Id,
                id,
                kind,
                text,
                null,
                from.Name,
                from.Page.Path.Value,
                LineOf(cell, from.Page, span)
            );
        }
    }

    private static RubricKind KindOf(Cell cell) =>
        cell.Standing switch
        {
            CellStanding.NoIncrease => RubricKind.NoIncrease,
            CellStanding.NotApplicable => RubricKind.NotApplicable,
            _ => RubricKind.Summary,
        };

    private static int LineOf(Cell cell, Page page, SourceSpan? span) =>
        page.Source.Text!.PositionAt((span ?? page.Cells.First(c => c.Id.Value == cell.Id).Id.Span).Start).Line;
}
