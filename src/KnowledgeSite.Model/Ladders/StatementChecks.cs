using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Checks that a signal is raised or ended only once: neither again at the same level nor at a higher one.
/// </summary>
/// <param name="written">Returns the signals that a cell's own page lists. Empty for a cell that an overlay inherits
/// unchanged.</param>
internal sealed class SupersessionCheck(
    LevelGraph graph,
    Func<Cell, IReadOnlyList<WrittenSignal>> written,
    DiagnosticBag diagnostics
)
{
    /// <param name="row">The cells of one dimension.</param>
    public void Check(IReadOnlyList<Cell> row)
    {
        var levels = row.SelectMany(c => c.Signals.Select(s => (s.Id, c.Level)))
            .DistinctBy(s => s.Id)
            .ToDictionary(s => s.Id, s => s.Level.Id, StringComparer.Ordinal);
        var steps = row.SelectMany(StepsOf)
            .Where(s => levels.TryGetValue(s.Named, out var from) && from != s.Cell.Level.Id && IsOnPath(from, s.Cell));
        foreach (var same in steps.GroupBy(s => s.Named, StringComparer.Ordinal))
            Check([.. same]);
    }

    private void Check(List<Step> steps)
    {
        foreach (var (index, later) in steps.Index())
        {
            if (
                later.Name is not { } name
                || steps.Where((s, i) => IsBefore(s, i < index, later)).FirstOrDefault() is not { } first
            )
                continue;
            var source = (later.Cell.Extension?.Page ?? later.Cell.Page).Source;
            diagnostics.Add(
                Diagnostic.At(
                    LadderRules.RaisedTwice,
                    source,
                    name.Span,
                    later.Named,
                    first.Happening,
                    first.Cell.Level.Title,
                    first.Fix
                )
            );
        }
    }

    private bool IsBefore(Step step, bool isListedBefore, Step later) =>
        step.Cell == later.Cell ? isListedBefore : IsOnPath(step.Cell.Level.Id, later.Cell);

    private bool IsOnPath(string level, Cell cell) => graph.PathTo(cell.Level).Any(l => l.Id == level);

    private IEnumerable<Step> StepsOf(Cell cell)
    {
        var own = written(cell);
        foreach (var signal in cell.Signals.Where(s => s.Raises is not null))
            yield return new(
                cell,
                signal.Raises!,
                signal.Id,
                signal.IsOwn ? own.FirstOrDefault(w => w.Id?.Value == signal.Id)?.Raises : null
            );
        foreach (var ending in cell.Endings)
            yield return new(
                cell,
                ending.Ends!.Value,
                null,
                own.Contains(ending, ReferenceEqualityComparer.Instance) ? ending.Ends : null
            );
    }

    /// <param name="By">The signal that raises the named one, or null if the named one ends.</param>
    /// <param name="Name">The position of the name on a page of this ladder, or null if it is inherited from the
    /// base.</param>
    private sealed record Step(Cell Cell, string Named, string? By, Located<string>? Name)
    {
        public string Happening => By is null ? "ended" : $"raised by '{By}'";

        public string Fix =>
            By is null ? "Remove this, or end it later." : $"Raise '{By}' instead, or make this a new signal.";
    }
}

/// <summary>Checks that each signal that is raised or ended exists in the same dimension at an earlier level.</summary>
internal sealed class StatementReferenceCheck(LevelGraph graph, LadderFaults faults, DiagnosticBag diagnostics)
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
        return page.FindCell(cell.Id)?.Signals ?? [];
    }

    private void Check(Cell cell, Located<string> named, Dictionary<string, Level> levels, SuggestionIndex similar)
    {
        var source = (cell.Extension?.Page ?? cell.Page).Source;
        var isKnown = levels.TryGetValue(named.Value, out var level);
        var isOfDimension = named.Value.StartsWith(cell.Dimension.Id + ".", StringComparison.Ordinal);
        if (isKnown ? faults.HasLevels : isOfDimension && faults.Explain(named.Value, similar))
            return;
        if (!isKnown)
            diagnostics.Add(
                Diagnostic.At(
                    LadderRules.UnknownStatement,
                    source,
                    named.Span,
                    named.Value,
                    "this dimension",
                    similar.DidYouMean(named.Value, "Write the id of one of its signals.")
                )
            );
        else if (level!.Id == cell.Level.Id || !graph.PathTo(cell.Level).Any(l => l.Id == level.Id))
            diagnostics.Add(Diagnostic.At(LadderRules.NotEarlier, source, named.Span, named.Value, cell.Level.Title));
    }
}
