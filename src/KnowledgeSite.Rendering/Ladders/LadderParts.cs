using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Rendering.Documents;
using KnowledgeSite.Rendering.Handouts;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering.Ladders;

/// <summary>Creates the parts that are generated from a ladder for authors' pages about it.</summary>
internal static class LadderParts
{
    /// <summary>The generated part; null for a page that belongs to no ladder.</summary>
    public static ArticlePart? Create(Site site, SitePage page)
    {
        foreach (var places in site.Ladders)
        {
            var views = new CellViewFactory(site, places, FrameFactory.RootFrom(page.Address));
            if (page.Address == places.Home)
                return Ladder(places, views);
            if (places.Ladder.LevelOf(page.Content) is { } level)
                return Level(site, places, level, views);
            if (places.Ladder.DimensionOf(page.Content) is { } dimension)
                return new DimensionPart(
                    places.Matrix,
                    [.. RequiredIn(site, page.Content.Path.NameWithoutExtension)],
                    WorkshopLinks.Create(places, places.Ladder.Users.WorkshopsFor(dimension))
                );
            if (places.Ladder.Users.RoleOf(page.Content) is { } role)
                return new RolePart(
                    Home(places),
                    [
                        .. role.Cells.Select(c => new RequirementView(
                            c.Dimension.Title,
                            places.PageOf(c.Page)?.Address,
                            views.Level(c.Level),
                            c.Id
                        )),
                    ],
                    views.CrossComparisonFor(page.Address)
                )
                {
                    Documents = DocumentPages.ForRole(site, page),
                };
            if (
                places.Ladder.Base is null
                && places.Ladder.Archetypes.FirstOrDefault(a => a.Page == page.Content) is { } archetype
            )
                return new ArchetypePart(
                    views.Level(archetype.From),
                    [
                        .. places
                            .Ladder.Dimensions.Where(d => archetype.Shows.ContainsKey(d.Id))
                            .Select(d => new ShapeView(d.Title, places.PageOf(d.Page)?.Address, archetype.Shows[d.Id])),
                    ]
                );
        }

        return page.Address == SitePath.Home && MainLadder(site) is { } main ? AtHome(main, new(site, main, "")) : null;
    }

    /// <summary>The ladder that most others extend; the first if none is extended.</summary>
    private static LadderUrls? MainLadder(Site site) =>
        site
            .Ladders.Where(l => l.Ladder.Base is null)
            .MaxBy(l => site.Ladders.Count(o => o.Ladder.Base?.Folder == l.Ladder.Folder));

    private static HomePart AtHome(LadderUrls places, CellViewFactory views) =>
        new(
            Home(places),
            places.Matrix,
            places.Comparisons,
            LadderDiagram.Right(places.Ladder, views),
            LadderDiagram.Up(places.Ladder, views)
        );

    private static LinkView Home(LadderUrls places) => new(places.Ladder.Title, places.Home);

    /// <summary>The requirements in all ladders, because roles of an overlay require dimensions of its base.</summary>
    private static IEnumerable<RequirementView> RequiredIn(Site site, string dimension) =>
        from places in site.Ladders
        from required in places.Ladder.Users.Requiring(dimension)
        let cell = required.Cell
        let page = places.PageOf(required.Role.Page)
        where page is not null
        select new RequirementView(
            page.Title,
            page.Address,
            new(
                Id: cell.Level.Id,
                Code: cell.Level.Code,
                Title: cell.Level.Title,
                Track: cell.Level.Track,
                Address: places.GetUrl(cell.Level),
                Reach: null,
                Horizon: null,
                Direction: null
            ),
            cell.Id
        );

    public static LevelPart Level(Site site, LadderUrls places, Level level, CellViewFactory views)
    {
        var ladder = places.Ladder;
        var graph = places.Ladder.Graph;
        return new(
            Level: views.Level(level),
            Ladder: new(ladder.Title, places.Home),
            Matrix: places.Matrix,
            Sheet: places.Sheet(level),
            Path: [.. graph.PathTo(level).Concat(graph.After(level)).Select(views.Level)],
            Before:
            [
                .. graph
                    .Before(level)
                    .Select(before => new StepView(
                        views.Level(before),
                        views.Level(level),
                        places.Comparison(before, level)
                    )),
            ],
            After:
            [
                .. graph
                    .After(level)
                    .Select(after => new StepView(
                        views.Level(level),
                        views.Level(after),
                        places.Comparison(level, after)
                    )),
            ],
            Expectations:
            [
                .. ladder
                    .Dimensions.Select(d => ladder.CellAt(d, level))
                    .OfType<Cell>()
                    .Select(c => Expectation(places, c, views)),
            ],
            Workshops: WorkshopLinks.Create(places, ladder.Users.WorkshopsFor(level))
        )
        {
            Changed = LadderHistoryPage.Create(places, level, views.Root, views.Text),
            CrossComparison = views.CrossComparisonFor(places.GetUrl(level)),
            Documents = DocumentPages.ForLevel(site, places, level),
        };
    }

    /// <summary>
    /// The generated part of a level page's table of contents: the headings of the expectations, and of the author's
    /// text if it follows them.
    /// </summary>
    public static IReadOnlyList<Heading> Contents(LevelPart part, UiStrings text) =>
        [
            new(2, "site:expected", text.WhatIsExpected),
            .. part.Expectations.Select(e => new Heading(3, e.Anchors[0], e.Title)),
            .. part.HasTextBelow ? [new Heading(2, "site:text", text.AboutLevel)] : Array.Empty<Heading>(),
        ];

    public static IReadOnlyList<LinkView> Exports(LadderUrls places) =>
        [new("CSV", places.Export("csv")), new("JSON", places.Export("json")), new("Excel", places.Export("xlsx"))];

    private static LadderSectionView Ladder(LadderUrls places, CellViewFactory views) =>
        new(places.Matrix, places.Comparisons, LadderDiagram.Up(places.Ladder, views), Exports(places))
        {
            Changes = places.Ladder.Versions.All.Count > 0 ? places.Changes : null,
            Team = GeneratedPages.Team,
        };

    /// <summary>The archetypes that describe this dimension, if they apply to the level.</summary>
    private static IEnumerable<ShapeView> Shapes(LadderUrls places, Cell cell) =>
        from archetype in places.Ladder.Archetypes
        where
            archetype.Shows.ContainsKey(cell.Dimension.Id)
            && places.Ladder.Graph.PathTo(cell.Level).Any(l => l.Id == archetype.From.Id)
        let page = places.PageOf(archetype.Page)
        where page is not null
        select new ShapeView(page.Title, page.Address, archetype.Shows[cell.Dimension.Id]);

    private static ExpectationView Expectation(LadderUrls places, Cell cell, CellViewFactory views) =>
        new(
            Title: cell.Dimension.Title,
            Address: places.PageOf(cell.Dimension.Page)?.Address,
            Anchors: places.AnchorsOnLevelPage(cell),
            Cell: views.Cell(cell),
            All:
            [
                .. places
                    .Ladder.Expected(cell.Dimension, cell.Level)
                    .Select(s => new ExpectedSignal(views.Signal(s), views.Level(places.Ladder.LevelOf(s.Id)!))),
            ],
            Shapes: [.. Shapes(places, cell)]
        );
}
