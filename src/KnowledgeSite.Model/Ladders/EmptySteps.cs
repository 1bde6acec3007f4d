using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Ladders;

/// <summary>Reports steps between levels at which no expectation changes.</summary>
internal static class EmptySteps
{
    public static void Report(Ladder ladder, DiagnosticBag diagnostics)
    {
        foreach (var (from, to) in ladder.Graph.Steps)
        {
            var cells = ladder.Dimensions.Select(d => ladder.CellAt(d, to)).OfType<Cell>().ToList();
            if (cells.Count == ladder.Dimensions.Count && cells.Count > 0 && cells.All(IsUnchanged))
                diagnostics.Add(
                    Diagnostic.At(LadderRules.EmptyStep, ladder.File.Source, to.Span, from.Title, to.Title)
                );
        }
    }

    private static bool IsUnchanged(Cell cell) =>
        cell.Standing != CellStanding.Written && cell.Signals.Count + cell.Endings.Count == 0;
}
