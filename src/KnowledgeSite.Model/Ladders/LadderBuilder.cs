using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>Builds one ladder. Invalid parts are reported and left out.</summary>
internal sealed class LadderBuilder(
    LadderFile file,
    Ladder? baseLadder,
    IReadOnlyList<Page> pages,
    DiagnosticBag diagnostics
)
{
    private readonly LadderFaults _faults = new(baseLadder?.Faults);

    public Ladder Build()
    {
        var levels = new LevelList(file, baseLadder, _faults, diagnostics).Read();
        var graph = new LevelGraph(levels);
        var dimensions = Dimensions();
        var cells = baseLadder is null
            ? new CellTable(graph, _faults, diagnostics).Read(dimensions)
            : new OverlayCells(file, baseLadder, graph, _faults, diagnostics).Read(dimensions);
        var ladder = new Ladder(
            File: file,
            Title: file.Title ?? PagePath.ToTitle(file.Folder),
            Description: file.Description,
            Base: baseLadder,
            Graph: graph,
            Dimensions: dimensions,
            Cells: cells,
            LevelPages: LevelPages(graph)
        )
        {
            Faults = _faults,
        };
        if (baseLadder is null)
            ReportEmptySteps(ladder);
        WritingChecks.Report(ladder, diagnostics);
        return ladder;
    }

    private List<Dimension> Dimensions()
    {
        var written = pages
            .Where(p =>
                !p.FrontMatter.Excluded
                && p.Path.Folder == file.Folder.Append("dimensions")
                && p.FrontMatter.Kind == PageKind.Dimension
            )
            .DistinctBy(p => p.Path.NameWithoutExtension)
            .ToDictionary(p => p.Path.NameWithoutExtension, StringComparer.Ordinal);
        if (baseLadder is not null)
        {
            ReportLoose(written, baseLadder.Dimensions.Select(d => d.Id), baseLadder.File);
            return [.. baseLadder.Dimensions.Select(d => d with { Overlay = written.GetValueOrDefault(d.Id) })];
        }

        var listed = file.Dimensions.DistinctBy(d => d.Value).ToList();
        ReportMissing(
            [.. listed.Where(d => !written.ContainsKey(d.Value))],
            written.Keys.Except(listed.Select(d => d.Value))
        );
        ReportLoose(written, listed.Select(d => d.Value), file);
        return
        [
            .. listed
                .Where(d => written.ContainsKey(d.Value))
                .Select(d => new Dimension(d.Value, written[d.Value], null)),
        ];
    }

    /// <param name="loose">The names of the dimensions' pages that the file does not list.</param>
    private void ReportMissing(List<Located<string>> missing, IEnumerable<string> loose)
    {
        var similar = new SuggestionIndex(loose);
        var other = new Lazy<ILookup<string, Page>>(() =>
            pages
                .Where(p => p.Path.Folder == file.Folder.Append("dimensions"))
                .ToLookup(p => p.Path.NameWithoutExtension, StringComparer.Ordinal)
        );
        foreach (var dimension in missing)
        {
            _faults.Add(dimension.Value);
            var hint = other.Value[dimension.Value].FirstOrDefault() is { } page
                ? $" The page exists, but its kind is '{page.FrontMatter.Kind.ToString().ToLowerInvariant()}'."
                : similar.DidYouMean(dimension.Value);
            diagnostics.Add(
                Diagnostic.At(LadderRules.MissingDimension, file.Source, dimension.Span, dimension.Value, hint)
            );
        }
    }

    private void ReportLoose(Dictionary<string, Page> written, IEnumerable<string> listed, LadderFile list)
    {
        foreach (var (id, page) in written.ExceptBy(listed, w => w.Key))
        {
            _faults.Add(id);
            diagnostics.Add(Diagnostic.At(LadderRules.UnlistedDimension, page.Path, id, list.Source.Path));
        }
    }

    private Dictionary<string, Page> LevelPages(LevelGraph graph)
    {
        var found = new Dictionary<string, Page>(StringComparer.Ordinal);
        foreach (
            var page in pages.Where(p =>
                p.Path.Folder == file.Folder.Append("levels") && p.FrontMatter.Kind == PageKind.Level
            )
        )
        {
            var id = page.Path.NameWithoutExtension;
            if (graph.Levels.Any(l => l.Id == id))
                found.TryAdd(id, page);
            else
                diagnostics.Add(
                    Diagnostic.At(
                        LadderRules.UnknownLevel,
                        page.Path,
                        id,
                        SuggestionIndex.DidYouMean(
                            id,
                            graph.Levels.Select(l => l.Id),
                            "Rename the file, or add the level."
                        )
                    )
                );
        }

        return found;
    }

    /// <summary>Reports steps between levels at which no expectation changes.</summary>
    private void ReportEmptySteps(Ladder ladder)
    {
        foreach (var (from, to) in ladder.Graph.Steps)
        {
            var cells = ladder.Dimensions.Select(d => ladder.CellAt(d, to)).OfType<Cell>().ToList();
            if (cells.Count == ladder.Dimensions.Count && cells.Count > 0 && cells.All(IsUnchanged))
                diagnostics.Add(
                    Diagnostic.At(LadderRules.LevelAddsNothing, file.Source, to.Span, from.Title, to.Title)
                );
        }
    }

    private static bool IsUnchanged(Cell cell) =>
        cell.Standing != CellStanding.Written && cell.Signals.Count + cell.Endings.Count == 0;
}
