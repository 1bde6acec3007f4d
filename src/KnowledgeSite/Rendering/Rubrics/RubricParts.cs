using KnowledgeSite.Content;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Rubrics;

/// <summary>What is made from a ladder for the pages that authors wrote about it.</summary>
internal static class RubricParts
{
    /// <summary>Null for a page that belongs to no ladder.</summary>
    public static ArticlePart? Of(Site site, SitePage page, Citations citations)
    {
        foreach (var places in site.Ladders)
        {
            var views = new CellViews(site, places, citations, Frames.RootFrom(page.Address));
            if (page.Address == places.Home) return Ladder(places, views);
            if (places.Ladder.Levels.FirstOrDefault(l => places.PageOf(l) == page) is { } level) return Level(places, level, views);
            if (places.Ladder.Dimensions.Any(d => d.Page == page.Content || d.Overlay == page.Content))
                return new DimensionPart(new(places.Ladder.Title, places.Home), places.Matrix, [.. places.Ladder.Levels.Select(l => new LinkView(l.Label, places.Of(l)))]);
        }

        return null;
    }

    public static LevelPart Level(LadderPlaces places, Level level, CellViews views)
    {
        var (ladder, graph) = (places.Ladder, places.Ladder.Graph);
        return new(
            views.Level(level),
            new(ladder.Title, places.Home),
            places.Matrix,
            [.. graph.PathTo(level).Concat(graph.After(level)).Select(views.Level)],
            [.. graph.Before(level).Select(before => new StepView(views.Level(before), views.Level(level), places.Comparison(before, level)))],
            [.. graph.After(level).Select(after => new StepView(views.Level(level), views.Level(after), places.Comparison(level, after)))],
            [.. ladder.Dimensions.Select(d => ladder.CellAt(d, level)).OfType<Cell>().Select(c => Expectation(places, c, views))]);
    }

    /// <summary>Ids that no heading of an author can have.</summary>
    public static IReadOnlyList<Heading> Contents(LevelPart part) =>
        [new(2, "site:expected", "What is expected"), .. part.Expectations.Select(e => new Heading(3, "site:" + e.Id, e.Title))];

    public static IReadOnlyList<LinkView> Exports(LadderPlaces places) =>
        [new("CSV", places.Export("csv")), new("JSON", places.Export("json")), new("Excel", places.Export("xlsx"))];

    private static LadderPart Ladder(LadderPlaces places, CellViews views) => new(
        places.Matrix,
        places.Comparisons,
        LadderDiagram.Of(places.Ladder, views),
        [.. places.Ladder.Dimensions.Select(d => places.PageOf(d.Page)).OfType<SitePage>().Select(p => new LinkView(p.Title, p.Address))],
        Exports(places));

    private static ExpectationView Expectation(LadderPlaces places, Cell cell, CellViews views)
    {
        var since = places.Ladder.Cells.SelectMany(c => c.Signals.Select(s => (s.Id, c.Level))).DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => s.Level, StringComparer.Ordinal);
        return new(
            cell.Dimension.Id,
            cell.Dimension.Title,
            places.PageOf(cell.Dimension.Page)?.Address,
            views.Cell(cell),
            [.. places.Ladder.Expected(cell.Dimension, cell.Level).Select(s => new ExpectedSignal(views.Signal(s), views.Level(since[s.Id])))]);
    }
}
