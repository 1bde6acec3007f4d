using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Ladders;

/// <summary>Reads the cells of a ladder that stands by itself, and sees to it that every one is there.</summary>
internal sealed class CellTable(LevelGraph graph, DiagnosticBag diagnostics)
{
    public IReadOnlyList<Cell> Read(IReadOnlyList<Dimension> dimensions)
    {
        var reader = new CellBuilder(diagnostics);
        var cells = dimensions.SelectMany(d => Read(d, reader)).ToList();
        new StatementLinks(graph, diagnostics).Check(cells);
        return cells;
    }

    private IEnumerable<Cell> Read(Dimension dimension, CellBuilder reader)
    {
        var written = ById(dimension);
        foreach (var level in graph.Levels)
        {
            var id = $"{dimension.Id}.{level.Id}";
            if (written.GetValueOrDefault(id) is { } cell) yield return reader.Cell(cell, level, dimension);
            else diagnostics.Add(Diagnostic.At(LadderRules.MissingCell, dimension.Page.Path, level.Title, id));
        }
    }

    private Dictionary<string, WrittenCell> ById(Dimension dimension)
    {
        var ids = graph.Levels.Select(l => $"{dimension.Id}.{l.Id}").ToList();
        foreach (var unknown in dimension.Page.Cells.Where(c => !ids.Contains(c.Id.Value)))
            diagnostics.Add(Diagnostic.At(LadderRules.UnknownCell, dimension.Page.Source, unknown.Id.Span, unknown.Id.Value, Suggestion.DidYouMean(unknown.Id.Value, ids)));
        return dimension.Page.Cells.DistinctBy(c => c.Id.Value).ToDictionary(c => c.Id.Value, StringComparer.Ordinal);
    }
}
