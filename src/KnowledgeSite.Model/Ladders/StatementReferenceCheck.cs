using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>Checks that each signal that is raised or ended exists in the same dimension at an earlier level.</summary>
internal sealed class StatementReferenceCheck(LevelGraph graph, DiagnosticBag diagnostics)
{
    /// <param name="isChecked">Returns false for a cell that an overlay inherits unchanged, because it was checked with
    /// the base.</param>
    public void Check(IReadOnlyList<Cell> cells, Func<Cell, bool> isChecked)
    {
        var successors = new SupersessionCheck(graph, c => isChecked(c) ? Written(c) : [], diagnostics);
        foreach (var row in cells.GroupBy(c => c.Dimension.Id).Select(r => r.ToList()))
        {
            CheckRow(row, isChecked);
            successors.Check(row);
        }
    }

    private void CheckRow(IReadOnlyList<Cell> cells, Func<Cell, bool> isChecked)
    {
        var levels = cells
            .SelectMany(c => c.Signals.Select(s => (s.Id, c.Level)))
            .DistinctBy(s => s.Id)
            .ToDictionary(s => s.Id, s => s.Level, StringComparer.Ordinal);
        var similar = new SuggestionIndex(levels.Keys);
        foreach (var cell in cells.Where(isChecked))
        foreach (var signal in Written(cell))
        foreach (var named in new[] { signal.Raises, signal.Ends })
            if (named is not null)
                Check(cell, named, levels, similar);
    }

    private static IReadOnlyList<WrittenSignal> Written(Cell cell)
    {
        var page = cell.Extension?.Page ?? cell.Page;
        return page.Cells.FirstOrDefault(c => c.Id.Value == cell.Id)?.Signals ?? [];
    }

    private void Check(Cell cell, Located<string> named, Dictionary<string, Level> levels, SuggestionIndex similar)
    {
        var source = (cell.Extension?.Page ?? cell.Page).Source;
        if (!levels.TryGetValue(named.Value, out var level))
            diagnostics.Add(
                Diagnostic.At(
                    LadderRules.UnknownStatement,
                    source,
                    named.Span,
                    named.Value,
                    "this dimension",
                    similar.DidYouMean(named.Value)
                )
            );
        else if (level.Id == cell.Level.Id || !graph.PathTo(cell.Level).Any(l => l.Id == level.Id))
            diagnostics.Add(Diagnostic.At(LadderRules.NotEarlier, source, named.Span, named.Value, cell.Level.Title));
    }
}
