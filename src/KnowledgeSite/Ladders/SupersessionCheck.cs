using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Sees to it that a signal goes on in one way: what was raised or ended is not raised or ended again, there or further
/// up.
/// </summary>
/// <param name="written">What a cell's own page lists; nothing of a cell that an overlay has as its base wrote
/// it.</param>
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
                    first.WayOut
                )
            );
        }
    }

    private bool IsBefore(Step step, bool stands, Step later) =>
        step.Cell == later.Cell ? stands : IsOnTheWay(step.Cell.Level.Id, later.Cell);

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

    /// <param name="By">The signal that raises the one named; null where that ends.</param>
    /// <param name="Name">Where it is named on a page of this ladder; null where an overlay has it from its
    /// base.</param>
    private sealed record Step(Cell Cell, string Named, string? By, Located<string>? Name)
    {
        public string Happening => By is null ? "ended" : $"raised by '{By}'";

        public string WayOut =>
            By is null ? "Take this out, or end it later." : $"Name '{By}' in its place, or let this signal be new.";
    }
}
