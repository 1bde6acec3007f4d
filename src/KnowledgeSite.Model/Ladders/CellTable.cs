using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Ladders;

/// <summary>Reads the cells of a ladder without a base, and reports missing ones.</summary>
internal sealed class CellTable(LevelGraph graph, DiagnosticBag diagnostics)
{
    public IReadOnlyList<Cell> Read(IReadOnlyList<Dimension> dimensions)
    {
        var reader = new CellBuilder(new(StringComparer.Ordinal), diagnostics);
        var cells = dimensions.SelectMany(d => Read(d, reader)).ToList();
        new StatementReferenceCheck(graph, diagnostics).Check(cells, _ => true);
        return cells;
    }

    private IEnumerable<Cell> Read(Dimension dimension, CellBuilder reader)
    {
        var (written, unknown) = (
            dimension.Page.Cells.DistinctBy(c => c.Id.Value).ToDictionary(c => c.Id.Value, StringComparer.Ordinal),
            Unknown(dimension)
        );
        foreach (var level in graph.Levels)
        {
            var id = $"{dimension.Id}.{level.Id}";
            if (written.GetValueOrDefault(id) is { } cell)
                yield return reader.Cell(cell, level, dimension);
            else if (!unknown.Exists(u => IsTitleOf(u, level)))
                ReportMissing(level, dimension, written);
        }
    }

    /// <summary>Reports a missing cell at the previous or next cell, beside which it has to be added.</summary>
    private void ReportMissing(Level level, Dimension dimension, Dictionary<string, WrittenCell> written)
    {
        var cells = graph.Levels.Select(l => written.GetValueOrDefault($"{dimension.Id}.{l.Id}")).ToList();
        var index = graph.Levels.ToList().IndexOf(level);
        var (before, after) = (
            cells.Take(index).LastOrDefault(c => c is not null),
            cells.Skip(index).FirstOrDefault(c => c is not null)
        );
        var place =
            before is not null ? $"after '{before.Heading}' "
            : after is not null ? $"before '{after.Heading}' "
            : "";
        var id = $"{dimension.Id}.{level.Id}";
        diagnostics.Add(
            (before ?? after) is { Id.Span: var span }
                ? Diagnostic.At(LadderRules.MissingCell, dimension.Page.Source, span, level.Title, id, place)
                : Diagnostic.At(LadderRules.MissingCell, dimension.Page.Path, level.Title, id, place)
        );
    }

    private List<WrittenCell> Unknown(Dimension dimension)
    {
        var ids = graph.Levels.Select(l => $"{dimension.Id}.{l.Id}").ToHashSet(StringComparer.Ordinal);
        var similar = new SuggestionIndex(ids);
        var unknown = dimension.Page.Cells.Where(c => !ids.Contains(c.Id.Value)).ToList();
        foreach (var cell in unknown)
            diagnostics.Add(
                Diagnostic.At(
                    LadderRules.UnknownCell,
                    dimension.Page.Source,
                    cell.Id.Span,
                    cell.Id.Value,
                    Suggest(cell, dimension, similar)
                )
            );
        return unknown;
    }

    private string Suggest(WrittenCell cell, Dimension dimension, SuggestionIndex ids)
    {
        if (graph.Levels.FirstOrDefault(l => IsTitleOf(cell, l)) is { } level)
            return $" End the heading with '{{#{dimension.Id}.{level.Id}}}'.";
        return ids.DidYouMean(cell.Id.Value) is { Length: > 0 } meant
            ? meant
            : " A heading that stands for none is of level 3 or below.";
    }

    /// <summary>Whether the heading is the title of the level, whatever its id.</summary>
    private static bool IsTitleOf(WrittenCell cell, Level level) =>
        string.Equals(level.Title, cell.Heading, StringComparison.OrdinalIgnoreCase);
}
