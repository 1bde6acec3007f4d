using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Builds the cells of an overlay: those of its base, with the additions of its own pages under the same ids.
/// </summary>
internal sealed class OverlayCells(
    LadderFile file,
    Ladder baseLadder,
    LevelGraph graph,
    LadderFaults faults,
    DiagnosticBag diagnostics
)
{
    public IReadOnlyList<Cell> Read(IReadOnlyList<Dimension> dimensions)
    {
        var added = dimensions
            .Where(d => d.Overlay is not null)
            .SelectMany(d => d.Overlay!.Cells.Select(c => (Cell: c, Page: d.Overlay!)))
            .ToList();
        var known = baseLadder.Cells.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var similar = new SuggestionIndex(known);
        var unknown = added.Where(a => !known.Contains(a.Cell.Id.Value) && !faults.Explain(a.Cell.Id.Value, similar));
        foreach (var (cell, page) in unknown)
            diagnostics.Add(
                Diagnostic.At(
                    LadderRules.UnknownBaseCell,
                    page.Source,
                    cell.Id.Span,
                    file.Extends!.Value,
                    cell.Id.Value,
                    similar.DidYouMean(cell.Id.Value, "Write the id of one of its cells.")
                )
            );

        var byId = added.DistinctBy(a => a.Cell.Id.Value).ToDictionary(a => a.Cell.Id.Value, StringComparer.Ordinal);
        var replacements = Replacements(added.Select(a => a.Cell));
        var taken = baseLadder
            .Cells.SelectMany(c => c.Signals)
            .Where(s => !replacements.ContainsKey(s.Id))
            .ToDictionary(s => s.Id, s => s.Statement, StringComparer.Ordinal);
        var builder = new CellBuilder(taken, faults, diagnostics);
        var cells = baseLadder.Cells.Select(c => Extend(Renamed(c, replacements), dimensions, byId, builder)).ToList();
        new StatementReferenceCheck(graph, faults, diagnostics).Check(cells, c => c.Extension is not null);
        return cells;
    }

    /// <summary>The ids of signals that replace a signal of the base, by the id of the replaced signal.</summary>
    private Dictionary<string, string> Replacements(IEnumerable<WrittenCell> added) =>
        added
            .SelectMany(c =>
                c.Signals.Where(s =>
                    s is { Id: not null, Replaces: not null }
                    && baseLadder.SignalOf(s.Replaces.Value)?.CellId == c.Id.Value
                )
            )
            .DistinctBy(s => s.Replaces!.Value)
            .ToDictionary(s => s.Replaces!.Value, s => s.Id!.Value, StringComparer.Ordinal);

    /// <summary>Redirects references to replaced signals of the base to their replacements.</summary>
    private static Cell Renamed(Cell baseCell, Dictionary<string, string> replacements) =>
        baseCell with
        {
            Signals =
            [
                .. baseCell.Signals.Select(s =>
                    s.Raises is { } raises && replacements.TryGetValue(raises, out var other)
                        ? s with
                        {
                            Raises = other,
                        }
                        : s
                ),
            ],
            Endings =
            [
                .. baseCell.Endings.Select(e =>
                    replacements.TryGetValue(e.Ends!.Value, out var other)
                        ? e with
                        {
                            Ends = e.Ends with { Value = other },
                        }
                        : e
                ),
            ],
        };

    private Cell Extend(
        Cell baseCell,
        IReadOnlyList<Dimension> dimensions,
        Dictionary<string, (WrittenCell Cell, Page Page)> added,
        CellBuilder builder
    )
    {
        var cell = Inherit(baseCell, dimensions);
        if (!added.TryGetValue(baseCell.Id, out var own))
            return cell;

        var replaced = Replaced(baseCell, own.Cell, own.Page);
        return WithoutMarker(cell, own.Cell) with
        {
            Signals = [.. cell.Signals.Where(s => !replaced.Contains(s.Id)), .. builder.Signals(own.Cell, own.Page)],
            Endings = [.. cell.Endings, .. own.Cell.Signals.Where(s => s.Ends is not null)],
            Examples = [.. own.Cell.Examples, .. cell.Examples],
            AntiSignals = [.. own.Cell.AntiSignals, .. cell.AntiSignals],
            Extension = new(own.Cell.Summary, own.Page),
        };
    }

    /// <summary>The cell of the base as a cell of this ladder.</summary>
    private Cell Inherit(Cell baseCell, IReadOnlyList<Dimension> dimensions) =>
        baseCell with
        {
            Level = graph.Find(baseCell.Level.Id)!,
            Dimension = dimensions.First(d => d.Id == baseCell.Dimension.Id),
            Signals = [.. baseCell.Signals.Select(s => s with { IsOwn = false })],
        };

    /// <summary>The ids of the base's signals that this cell replaces.</summary>
    private List<string> Replaced(Cell baseCell, WrittenCell own, Page page)
    {
        var replaced = own.Signals.Select(s => s.Replaces).OfType<Located<string>>().ToList();
        foreach (var missing in replaced.Where(r => !baseCell.Signals.Any(s => s.Id == r.Value)))
            diagnostics.Add(
                Diagnostic.At(
                    LadderRules.UnknownStatement,
                    page.Source,
                    missing.Span,
                    missing.Value,
                    $"the base's cell '{baseCell.Id}'",
                    SuggestionIndex.DidYouMean(
                        missing.Value,
                        baseCell.Signals.Select(s => s.Id),
                        "Write the id of one of its signals."
                    )
                )
            );
        return replaced.ConvertAll(r => r.Value);
    }

    /// <summary>Drops the base's statement that nothing increases if the overlay adds something to the cell.</summary>
    private static Cell WithoutMarker(Cell cell, WrittenCell own) =>
        cell.Standing == CellStanding.Written || (own.Summary is null && own.Signals.Count == 0)
            ? cell
            : cell with
            {
                Standing = CellStanding.Written,
                Reason = null,
                Summary = null,
            };
}
