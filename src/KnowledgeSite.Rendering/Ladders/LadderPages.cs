using System.Collections.Concurrent;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Rendering.Documents;
using KnowledgeSite.Rendering.Handouts;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering.Ladders;

/// <summary>
/// The generated pages of a ladder: its matrix, its comparisons, and the levels without a page of their own.
/// </summary>
/// <param name="pdfs">The PDFs of the matrix.</param>
internal sealed class LadderPages(Site site, FrameFactory frames, LadderUrls places, PdfLinks pdfs)
{
    /// <summary>The views by the root of their links; each pair of levels shows most cells again.</summary>
    private readonly ConcurrentDictionary<string, CellViewFactory> _views = new(StringComparer.Ordinal);

    private readonly HandoutFactory _handouts = new(site);

    /// <summary>What has changed since each version: the same for all levels.</summary>
    private readonly ConcurrentDictionary<LadderVersion, LadderDifference> _differences = new(
        ReferenceEqualityComparer.Instance
    );

    private Ladder Ladder => places.Ladder;

    private UiStrings Text => site.Settings.Text;

    private LinkView Home => new(Ladder.Title, places.Home);

    public IEnumerable<(SitePath Address, Func<PageView> View)> All =>
        [
            (places.Matrix, Matrix),
            (places.Comparisons, Comparisons),
            .. Ladder.Versions.All.Count > 0
                ? [(places.Changes, () => new LadderHistoryPage(frames, places, ViewsAt(places.Changes)).View())]
                : Array.Empty<(SitePath, Func<PageView>)>(),
            .. places.LevelsSinceVersions.Select(p =>
                (places.ChangesSince(p.Version, p.Level), (Func<PageView>)(() => Changes(p.Version, p.Level)))
            ),
            .. places.Pairs.Select(p =>
                (places.Comparison(p.From, p.To), (Func<PageView>)(() => Comparison(p.From, p.To)))
            ),
            .. Ladder.Levels.Select(l => (places.Sheet(l), (Func<PageView>)(() => Sheet(l)))),
            .. Ladder
                .Levels.Where(l => places.PageOf(l) is null)
                .Select(l => (places.GetUrl(l), (Func<PageView>)(() => LevelPage(l)))),
        ];

    private MatrixView Matrix()
    {
        var views = ViewsAt(places.Matrix);
        return new(
            Frame: frames.ForGeneratedIn(
                Ladder.Folder,
                places.Matrix,
                Text.MatrixOf(Ladder.Title),
                Text.MatrixAbout(LadderName.Format(Ladder.Title, Text))
            ) with
            {
                Sidebar = null,
            },
            Ladder: Ladder.Title,
            Home: places.Home,
            Comparisons: places.Comparisons,
            Pairs: string.Join(' ', places.Pairs.Select(p => $"{p.From.Id}--{p.To.Id}")),
            Levels: [.. Ladder.Levels.Select(views.Level)],
            Rows: [.. Ladder.Dimensions.Select(d => Row(d, views))],
            Exports: [.. LadderParts.Exports(places), .. pdfs.Find(places.Matrix)],
            BaseMatrix: site.Ladders.FirstOrDefault(l => l.Ladder.Id == Ladder.Base?.Id) is { } under
                ? new(Text.MatrixOf(under.Ladder.Title), under.Matrix)
                : null
        );
    }

    private DimensionRow Row(Dimension dimension, CellViewFactory views) =>
        new(
            dimension.Id,
            dimension.Title,
            places.PageOf(dimension.Page)?.Address,
            [.. Ladder.Levels.Select(l => Ladder.CellAt(dimension, l) is { } cell ? views.Cell(cell) : null)]
        );

    private ChangesSinceView Changes(LadderVersion since, Level level) =>
        new ChangesSincePage(frames, places, since, _differences.GetOrAdd(since, Compare), level).View(
            ViewsAt(places.ChangesSince(since, level))
        );

    private LadderDifference Compare(LadderVersion since) => LadderDifference.Between(since.Snapshot, Ladder.Document);

    private ComparisonView Comparison(Level from, Level to)
    {
        var address = places.Comparison(from, to);
        var views = ViewsAt(address);
        var contents = Ladder.Dimensions.Select(d => new Heading(2, d.Id, d.Title)).ToList();
        return new(
            Frame: frames.ForGeneratedIn(
                Ladder.Folder,
                address,
                Text.FromTo(from.Title, to.Title),
                Text.ComparisonAbout(from.Title, to.Title, LadderName.Format(Ladder.Title, Text)),
                contents,
                new LinkView(Text.Compare, places.Comparisons)
            ),
            Ladder: Home,
            Matrix: places.Matrix,
            Comparisons: places.Comparisons,
            From: views.Level(from),
            To: views.Level(to),
            IsStep: from.Next.Any(n => n.Value == to.Id),
            IsOnOnePath: Ladder.Graph.PathTo(to).Contains(from),
            Differences: [.. LevelDiff.Between(Ladder, from, to).Select(d => Difference(d, from, views))],
            Others:
            [
                .. Ladder
                    .Graph.After(to)
                    .Select(next => new LinkView(Text.FromTo(to.Title, next.Title), places.Comparison(to, next))),
            ]
        )
        {
            Documents = DocumentPages.ForStep(site, places, from, to),
        };
    }

    private DifferenceView Difference(LevelDiff diff, Level from, CellViewFactory views) =>
        new(
            Id: diff.Dimension.Id,
            Title: diff.Dimension.Title,
            From: diff.From is null ? null : views.Cell(diff.From),
            To: diff.To is null ? null : views.Cell(diff.To),
            New: [.. diff.New.Select(views.Signal)],
            Raised:
            [
                .. diff.Raised.Select(r => new RaisedView(
                    r.Later.Id,
                    r.Changes,
                    Ladder.LevelOf(r.Earlier.Id) is { } since && since.Id != from.Id ? since.Title : null
                )),
            ],
            CarriesOver: [.. diff.CarriesOver.Select(views.Signal)],
            Ended: [.. diff.Ended.Select(views.Signal)]
        );

    private ComparisonsView Comparisons()
    {
        var views = ViewsAt(places.Comparisons);
        var pairs = places.Pairs.ToDictionary(p => (p.From.Id, p.To.Id), p => places.Comparison(p.From, p.To));
        return new(
            frames.ForGeneratedIn(
                Ladder.Folder,
                places.Comparisons,
                Text.CompareLevelsOf(Ladder.Title),
                Text.ComparisonsAbout(LadderName.Format(Ladder.Title, Text))
            ),
            Home,
            [.. Ladder.Levels.Select(views.Level)],
            [
                .. Ladder.Graph.Steps.Select(s => new StepView(
                    views.Level(s.From),
                    views.Level(s.To),
                    places.Comparison(s.From, s.To)
                )),
            ],
            (from, to) => pairs.GetValueOrDefault((from.Id, to.Id)),
            site.Ladders.Count > 1 ? GeneratedPages.Comparison : null
        );
    }

    private LevelPageView LevelPage(Level level)
    {
        var part = LadderParts.Level(site, places, level, ViewsAt(places.GetUrl(level)));
        var frame = frames.ForGeneratedIn(
            Ladder.Folder,
            places.GetUrl(level),
            level.Title,
            Text.LevelAbout(level.Title, LadderName.Format(Ladder.Title, Text)),
            LadderParts.Contents(part, Text)
        ) with
        {
            Previous = Link(Ladder.Graph.Before(level)),
            Next = Link(Ladder.Graph.After(level)),
        };
        return new(
            frame,
            part,
            BacklinkViewFactory.Create(site, site.Backlinks.To(places.GetUrl(level)).Where(b => !IsShown(b)))
        );
    }

    /// <summary>A link to the first of several levels, for ladders that fork or join.</summary>
    private LinkView? Link(IEnumerable<Level> levels) =>
        levels.FirstOrDefault() is { } level ? new(level.Title, places.GetUrl(level)) : null;

    /// <summary>True if the backlink is already shown above, as a workshop that practises the level.</summary>
    private static bool IsShown(Backlink link) =>
        link is { Relation: not null, From.Content.FrontMatter.Kind: PageKind.Workshop };

    private LevelSheetView Sheet(Level level)
    {
        var address = places.Sheet(level);
        return new(
            frames.ForGeneratedIn(
                Ladder.Folder,
                address,
                Text.OnePageSummaryOf(level.Label),
                Text.LevelSheetAbout(level.Title),
                null,
                new LinkView(level.Title, places.GetUrl(level))
            ) with
            {
                Sidebar = null,
            },
            LadderParts.Level(site, places, level, ViewsAt(address)),
            _handouts.Mark(
                Newest?.Name,
                Newest?.Date,
                null,
                Newest is null ? address : places.ChangesSince(Newest, level),
                knowsVersion: false
            ),
            pdfs.Find(address)
        );
    }

    /// <summary>The newest version; printed sheets lead to what has changed since.</summary>
    private LadderVersion? Newest => Ladder.Versions.All.Count > 0 ? Ladder.Versions.All[0] : null;

    private CellViewFactory ViewsAt(SitePath address) =>
        _views.GetOrAdd(FrameFactory.RootFrom(address), root => new(site, places, root));
}
