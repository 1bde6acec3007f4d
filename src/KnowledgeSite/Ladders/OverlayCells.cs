using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Ladders;

/// <summary>The cells of an overlay: those of its base, with what its own pages add under the same ids.</summary>
internal sealed class OverlayCells(LadderFile file, Ladder under, LevelGraph graph, DiagnosticBag diagnostics)
{
    public IReadOnlyList<Cell> Read(IReadOnlyList<Dimension> dimensions)
    {
        var added = dimensions
            .Where(d => d.Overlay is not null)
            .SelectMany(d => d.Overlay!.Cells.Select(c => (Cell: c, Page: d.Overlay!)))
            .ToList();
        var known = under.Cells.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (cell, page) in added.Where(a => !known.Contains(a.Cell.Id.Value)))
            diagnostics.Add(
                Diagnostic.At(
                    LadderRules.NoExtension,
                    page.Source,
                    cell.Id.Span,
                    file.Extends!.Value,
                    cell.Id.Value,
                    Suggestion.DidYouMean(cell.Id.Value, known)
                )
            );

        var byId = added.DistinctBy(a => a.Cell.Id.Value).ToDictionary(a => a.Cell.Id.Value, StringComparer.Ordinal);
        var replacements = Replacements(added.Select(a => a.Cell));
        var taken = under
            .Cells.SelectMany(c => c.Signals)
            .Where(s => !replacements.ContainsKey(s.Id))
            .ToDictionary(s => s.Id, s => s.Statement, StringComparer.Ordinal);
        var builder = new CellBuilder(taken, diagnostics);
        var cells = under.Cells.Select(c => Laid(Renamed(c, replacements), dimensions, byId, builder)).ToList();
        new StatementReferenceCheck(graph, diagnostics).Check(cells, c => c.Extension is not null);
        return cells;
    }

    /// <summary>The ids of the signals that stand for one of the base, by that one's id.</summary>
    private Dictionary<string, string> Replacements(IEnumerable<WrittenCell> added) =>
        added
            .SelectMany(c =>
                c.Signals.Where(s =>
                    s is { Id: not null, Replaces: not null } && under.SignalOf(s.Replaces.Value)?.CellId == c.Id.Value
                )
            )
            .DistinctBy(s => s.Replaces!.Value)
            .ToDictionary(s => s.Replaces!.Value, s => s.Id!.Value, StringComparer.Ordinal);

    /// <summary>What raises or ends a signal of the base does so to the one that stands for it here.</summary>
    private static Cell Renamed(Cell below, Dictionary<string, string> replacements) =>
        below with
        {
            Signals =
            [
                .. below.Signals.Select(s =>
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
                .. below.Endings.Select(e =>
                    replacements.TryGetValue(e.Ends!.Value, out var other)
                        ? e with
                        {
                            Ends = e.Ends with { Value = other },
                        }
                        : e
                ),
            ],
        };

    private Cell Laid(
        Cell below,
        IReadOnlyList<Dimension> dimensions,
        Dictionary<string, (WrittenCell Cell, Page Page)> added,
        CellBuilder builder
    )
    {
        var cell = Taken(below, dimensions);
        if (!added.TryGetValue(below.Id, out var own))
            return cell;

        var replaced = Replaced(below, own.Cell, own.Page);
        return Unmarked(cell, own.Cell) with
        {
            Signals = [.. cell.Signals.Where(s => !replaced.Contains(s.Id)), .. builder.Signals(own.Cell, own.Page)],
            Endings = [.. cell.Endings, .. own.Cell.Signals.Where(s => s.Ends is not null)],
            Examples = [.. own.Cell.Examples, .. cell.Examples],
            AntiSignals = [.. own.Cell.AntiSignals, .. cell.AntiSignals],
            Extension = new(own.Cell.Summary, own.Page),
        };
    }

    /// <summary>The base's cell as one of this ladder.</summary>
    private Cell Taken(Cell below, IReadOnlyList<Dimension> dimensions) =>
        below with
        {
            Level = graph.Levels.First(l => l.Id == below.Level.Id),
            Dimension = dimensions.First(d => d.Id == below.Dimension.Id),
            Signals = [.. below.Signals.Select(s => s with { IsOwn = false })],
        };

    /// <summary>The ids of the base's signals that this cell's stand for.</summary>
    private List<string> Replaced(Cell below, WrittenCell own, Page page)
    {
        var replaced = own.Signals.Select(s => s.Replaces).OfType<Located<string>>().ToList();
        foreach (var missing in replaced.Where(r => !below.Signals.Any(s => s.Id == r.Value)))
            diagnostics.Add(
                Diagnostic.At(
                    LadderRules.UnknownStatement,
                    page.Source,
                    missing.Span,
                    missing.Value,
                    $"the base's cell '{below.Id}'",
                    Suggestion.DidYouMean(missing.Value, below.Signals.Select(s => s.Id))
                )
            );
        return replaced.ConvertAll(r => r.Value);
    }

    /// <summary>
    /// Where the base says that nothing increases and the overlay adds something, the base's sentence is no longer
    /// true.
    /// </summary>
    private static Cell Unmarked(Cell cell, WrittenCell own) =>
        cell.Standing == CellStanding.Written || (own.Summary is null && own.Signals.Count == 0)
            ? cell
            : cell with
            {
                Standing = CellStanding.Written,
                Reason = null,
                Summary = null,
            };
}
