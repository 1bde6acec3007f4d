using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Ladders;

/// <summary>The cells of an overlay: those of its base, with what its own pages add under the same ids.</summary>
internal sealed class OverlayCells(LadderFile file, Ladder under, LevelGraph graph, DiagnosticBag diagnostics)
{
    private readonly CellBuilder _builder = new(diagnostics);

    public IReadOnlyList<Cell> Read(IReadOnlyList<Dimension> dimensions)
    {
        var added = dimensions.Where(d => d.Overlay is not null).SelectMany(d => d.Overlay!.Cells.Select(c => (Cell: c, Page: d.Overlay!))).ToList();
        var known = under.Cells.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (cell, page) in added.Where(a => !known.Contains(a.Cell.Id.Value)))
            diagnostics.Add(Diagnostic.At(LadderRules.NoExtension, page.Source, cell.Id.Span, file.Extends!.Value, cell.Id.Value, Suggestion.DidYouMean(cell.Id.Value, known)));

        var byId = added.DistinctBy(a => a.Cell.Id.Value).ToDictionary(a => a.Cell.Id.Value, StringComparer.Ordinal);
        var cells = under.Cells.Select(c => Laid(c, dimensions, byId)).ToList();
        new StatementLinks(graph, diagnostics).Check(cells);
        return cells;
    }

    private Cell Laid(Cell below, IReadOnlyList<Dimension> dimensions, Dictionary<string, (WrittenCell Cell, Page Page)> added)
    {
        var cell = below with
        {
            Level = graph.Levels.First(l => l.Id == below.Level.Id),
            Dimension = dimensions.First(d => d.Id == below.Dimension.Id),
            Signals = [.. below.Signals.Select(s => s with { IsOwn = false })],
        };
        if (!added.TryGetValue(below.Id, out var own)) return cell;

        var replaced = own.Cell.Signals.Select(s => s.Replaces).OfType<Located<string>>().ToList();
        foreach (var missing in replaced.Where(r => !below.Signals.Any(s => s.Id == r.Value)))
            diagnostics.Add(Diagnostic.At(LadderRules.UnknownStatement, own.Page.Source, missing.Span, missing.Value, Suggestion.DidYouMean(missing.Value, below.Signals.Select(s => s.Id))));
        return cell with
        {
            Standing = CellStanding.Written,
            Reason = null,
            Signals = [.. cell.Signals.Where(s => !replaced.Exists(r => r.Value == s.Id)), .. _builder.Signals(own.Cell, own.Page)],
            Endings = [.. cell.Endings, .. own.Cell.Signals.Where(s => s.Ends is not null)],
            Examples = [.. own.Cell.Examples, .. cell.Examples],
            AntiSignals = [.. own.Cell.AntiSignals, .. cell.AntiSignals],
            Extension = new(own.Cell.Summary, own.Page),
        };
    }
}
