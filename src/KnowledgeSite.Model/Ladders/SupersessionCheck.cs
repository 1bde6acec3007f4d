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
            .Where(s =>
                levels.TryGetValue(s.Named, out var from) && from != s.Cell.Level.Id && IsOnTheWay(from, s.Cell)
            );
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
        step.Cell == later.Cell ? isListedBefore : IsOnTheWay(step.Cell.Level.Id, later.Cell);

    private bool IsOnTheWay(string level, Cell cell) => graph.PathTo(cell.Level).Any(l => l.Id == level);

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
