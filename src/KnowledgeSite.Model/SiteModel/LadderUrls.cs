using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Workshops;

namespace KnowledgeSite.SiteModel;

/// <summary>The addresses of a ladder: the pages that authors wrote for it, and the pages generated from it.</summary>
public sealed class LadderUrls
{
    /// <summary>
    /// Up to this number of levels, every pair of levels has a comparison page; beyond it, only consecutive levels do.
    /// </summary>
    private const int MaxLevelsForAllPairs = 20;

    private readonly PageTable _pages;

    internal LadderUrls(Ladder ladder, PageTable pages)
    {
        Ladder = ladder;
        _pages = pages;
    }

    internal Ladder Ladder { get; }

    internal SitePath Home => SitePath.OfPage(Ladder.Folder);

    internal SitePath Matrix => Home.Append("matrix/");

    /// <summary>The page that lists all comparisons.</summary>
    public SitePath Comparisons => Home.Append("compare/");

    /// <summary>
    /// The page with the changes between versions of the ladder. It exists only if the ladder has versions.
    /// </summary>
    public SitePath Changes => Home.Append("changes/");

    /// <summary>The page with all changes for a level since a version. Printed sheets lead to it.</summary>
    internal SitePath ChangesSince(LadderVersion version, Level level) => ChangesSince(version, level.Id);

    /// <summary>All pages with the changes for a level since a version.</summary>
    internal IEnumerable<(LadderVersion Version, Level Level)> LevelsSinceVersions =>
        Ladder.Versions.All.SelectMany(v => Ladder.Levels.Select(l => (v, l)));

    /// <summary>An export file beside the matrix, such as <c>matrix.csv</c>.</summary>
    public SitePath Export(string ending) => Home.Append("matrix." + ending);

    internal IEnumerable<SitePath> Exports => [Export("csv"), Export("json"), Export("xlsx")];

    internal SitePath Comparison(Level from, Level to) => Comparison(from.Id, to.Id);

    /// <summary>The author's page of a level; null if the page is generated.</summary>
    public SitePage? PageOf(Level level) =>
        Ladder.LevelPages.TryGetValue(level.Id, out var page) ? _pages.At(page.Path) : null;

    internal SitePath GetUrl(Level level) => PageOf(level)?.Address ?? LevelAddress(level.Id);

    /// <summary>The printable sheet of a level.</summary>
    public SitePath Sheet(Level level) => GetUrl(level).Append("sheet/");

    /// <summary>The site page of a dimension; null if it is not published.</summary>
    public SitePage? PageOf(Page page) => _pages.At(page.Path);

    /// <summary>
    /// The ids of a cell on the page of its level. The first is used in links; it equals the cell's id in the matrix
    /// and in all exports. The others lead to the same place. Ids that an author's heading already uses are left out.
    /// </summary>
    public IReadOnlyList<string> AnchorsOnLevelPage(Cell cell)
    {
        var body = PageOf(cell.Level)?.Content.Body;
        var dimension = cell.Dimension.Id;
        return
        [
            .. new[] { cell.Id, $"site:{dimension}", dimension }
                .Where(id => body?.HasId(id) != true)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>The pairs of levels that have a comparison page, the lower level first.</summary>
    public IEnumerable<(Level From, Level To)> Pairs
    {
        get
        {
            var levels = Ladder.Levels;
            return levels.Count > MaxLevelsForAllPairs
                ? Ladder.Graph.Steps
                : levels.SelectMany((from, i) => levels.Skip(i + 1).Select(to => (from, to)));
        }
    }

    /// <summary>The addresses of all pages generated from the ladder.</summary>
    public IEnumerable<SitePath> GeneratedAddresses => GeneratedPages.Select(m => m.Address);

    /// <summary>All pages generated from the ladder, each with the ids that links may lead to.</summary>
    internal IEnumerable<GeneratedPage> GeneratedPages =>
        [
            new(Matrix, [.. Ladder.Cells.SelectMany(c => c.AllIds)]),
            new(Comparisons, []),
            .. Pairs.Select(p => new GeneratedPage(Comparison(p.From, p.To), DimensionIds)),
            .. Ladder.Versions.All.Count > 0
                ?
                [
                    new GeneratedPage(
                        Changes,
                        [
                            .. Ladder.Levels.Select(l => l.Id),
                            .. Ladder.Versions.All.Select(v => $"version:{v.Name}"),
                            "site:since",
                        ]
                    ),
                ]
                : Array.Empty<GeneratedPage>(),
            .. LevelsSinceVersions.Select(p => new GeneratedPage(ChangesSince(p.Version, p.Level), [])),
            .. Ladder.Levels.Select(l => new GeneratedPage(Sheet(l), [])),
            .. Ladder
                .Levels.Where(l => PageOf(l) is null)
                .Select(l => new GeneratedPage(
                    GetUrl(l),
                    [
                        .. Ladder
                            .Dimensions.Select(d => Ladder.CellAt(d, l))
                            .OfType<Cell>()
                            .SelectMany(AnchorsOnLevelPage),
                    ]
                )),
        ];

    /// <summary>Redirects from the addresses of level pages under former level ids.</summary>
    internal IEnumerable<Redirect> LevelRedirects =>
        [
            .. Ladder.Levels.SelectMany(l =>
                l.Was.SelectMany(was =>
                    new Redirect[]
                    {
                        new(LevelAddress(was.Value), GetUrl(l)),
                        new(LevelAddress(was.Value).Append("sheet/"), Sheet(l)),
                    }
                )
            ),
            .. LevelsSinceVersions.SelectMany(p =>
                p.Level.Was.Select(was => new Redirect(
                    ChangesSince(p.Version, was.Value),
                    ChangesSince(p.Version, p.Level)
                ))
            ),
            .. Pairs.SelectMany(p =>
                Ids(p.From)
                    .SelectMany(from =>
                        Ids(p.To).Select(to => new Redirect(Comparison(from, to), Comparison(p.From, p.To)))
                    )
                    .Skip(1)
            ),
        ];

    private static IEnumerable<string> Ids(Level level) => level.Was.Select(w => w.Value).Prepend(level.Id);

    private SitePath LevelAddress(string id) => Home.Append($"levels/{SitePath.Slug(id)}/");

    private SitePath ChangesSince(LadderVersion version, string level) =>
        Changes.Append($"{SitePath.Slug(level)}/since-{SitePath.Slug(version.Name)}/");

    private SitePath Comparison(string from, string to) =>
        Comparisons.Append($"{SitePath.Slug(from)}--{SitePath.Slug(to)}/");

    private IReadOnlyCollection<string> DimensionIds => [.. Ladder.Dimensions.Select(d => d.Id)];
}

/// <summary>The addresses of a workshop: its page, and the printable pages below it.</summary>
public sealed record WorkshopUrls(Workshop Workshop, SitePage Page)
{
    internal SitePath Home => Page.Address;

    /// <summary>The pack: facilitator guide and participant sheet in one document.</summary>
    public SitePath Pack => Home.Append("pack/");

    internal SitePath Sheet(Audience audience, bool isLarge = false) =>
        Home.Append(audience == Audience.Participant ? "participant/" : "facilitator/").Append(isLarge ? "large/" : "");

    /// <summary>The addresses of all pages generated from the workshop.</summary>
    public IEnumerable<SitePath> GeneratedAddresses =>
        [
            .. Enum.GetValues<Audience>().SelectMany(a => (IEnumerable<SitePath>)[Sheet(a), Sheet(a, isLarge: true)]),
            Pack,
        ];
}
