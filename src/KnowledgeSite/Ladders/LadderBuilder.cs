using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Puts one ladder together. What does not fit is reported and left out; the rest of the ladder stands.
/// </summary>
internal sealed class LadderBuilder(
    LadderFile file,
    Ladder? under,
    IReadOnlyList<Page> pages,
    DiagnosticBag diagnostics
)
{
    public Ladder Build()
    {
        var levels = new LevelList(file, under, diagnostics).Read();
        var graph = new LevelGraph(levels);
        var dimensions = Dimensions();
        var cells = under is null
            ? new CellTable(graph, diagnostics).Read(dimensions)
            : new OverlayCells(file, under, graph, diagnostics).Read(dimensions);
        var ladder = new Ladder(
            file,
            file.Title ?? PageParser.NameAsTitle(file.Folder),
            file.Description,
            under,
            graph,
            dimensions,
            cells,
            LevelPages(graph)
        );
        if (under is null)
            EmptySteps.Report(ladder, diagnostics);
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
        if (under is not null)
        {
            ReportLoose(written, under.Dimensions.Select(d => d.Id), under.File);
            return [.. under.Dimensions.Select(d => d with { Overlay = written.GetValueOrDefault(d.Id) })];
        }

        var listed = file.Dimensions.DistinctBy(d => d.Value).ToList();
        foreach (var missing in listed.Where(d => !written.ContainsKey(d.Value)))
            diagnostics.Add(
                Diagnostic.At(
                    LadderRules.MissingDimension,
                    file.Source,
                    missing.Span,
                    missing.Value,
                    Hint(missing.Value, written.Keys.Except(listed.Select(d => d.Value)))
                )
            );
        ReportLoose(written, listed.Select(d => d.Value), file);
        return
        [
            .. listed
                .Where(d => written.ContainsKey(d.Value))
                .Select(d => new Dimension(d.Value, written[d.Value], null)),
        ];
    }

    private string Hint(string dimension, IEnumerable<string> loose) =>
        pages.FirstOrDefault(p =>
            p.Path.Folder == file.Folder.Append("dimensions") && p.Path.NameWithoutExtension == dimension
        )
            is { } page
            ? $" It is there, but its kind is '{page.FrontMatter.Kind.ToString().ToLowerInvariant()}'."
            : Suggestion.DidYouMean(dimension, loose);

    private void ReportLoose(Dictionary<string, Page> written, IEnumerable<string> listed, LadderFile list)
    {
        foreach (var (id, page) in written.ExceptBy(listed, w => w.Key))
            diagnostics.Add(Diagnostic.At(LadderRules.LooseDimension, page.Path, id, list.Source.Path));
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
                        Suggestion.DidYouMean(id, graph.Levels.Select(l => l.Id))
                    )
                );
        }

        return found;
    }
}
