using KnowledgeSite.Diagrams;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Rendering.Connections;

namespace KnowledgeSite.Rendering.Rubrics;

/// <summary>A level, as it is shown wherever it is named.</summary>
/// <param name="Track">Null on a ladder without tracks.</param>
public sealed record LevelView(
    string Id,
    string? Code,
    string Title,
    Track? Track,
    SitePath Address,
    string? Reach,
    string? Horizon,
    string? Direction,
    bool IsTerminal
)
{
    public string Label => Code is null ? Title : $"{Title} ({Code})";
}

/// <summary>A signal.</summary>
/// <param name="Was">Former ids, which links may still lead to.</param>
/// <param name="Html">Inline, its links filled in.</param>
/// <param name="Raises">The earlier signal that it takes further; null where it is new.</param>
/// <param name="From">In an overlay, the ladder that the signal comes from; null where it is this one's own.</param>
public sealed record SignalView(string Id, IReadOnlyList<string> Was, string Html, EarlierSignal? Raises, string? From);

/// <param name="Level">The title of the level that it is expected from.</param>
/// <param name="Address">The page that it stands on, where it has <paramref name="Id"/>; null where that page is not
/// published.</param>
public sealed record EarlierSignal(string Id, string Text, string Level, SitePath? Address);

/// <summary>A cell of the matrix.</summary>
/// <param name="Was">Former ids, which links may still lead to.</param>
/// <param name="SummaryHtml">Inline; null where nothing is said.</param>
/// <param name="AddedHtml">What an overlay says beside the base's summary.</param>
/// <param name="Endings">What is expected no longer, inline HTML each.</param>
/// <param name="Source">Where the cell is written.</param>
/// <param name="CitedBy">Pages that lead to the cell or to one of its signals.</param>
public sealed record CellView(
    string Id,
    IReadOnlyList<string> Was,
    LevelView Level,
    string Dimension,
    CellStanding Standing,
    string? SummaryHtml,
    string? AddedHtml,
    string? Reason,
    IReadOnlyList<SignalView> Signals,
    IReadOnlyList<string> Endings,
    IReadOnlyList<string> Examples,
    IReadOnlyList<string> AntiSignals,
    LinkView? Source,
    IReadOnlyList<BacklinkView> CitedBy
)
{
    /// <summary>Where a reader may ask for other words; null where nobody said where the sources lie.</summary>
    public string? Suggest { get; init; }
}

/// <param name="Cells">In the order of the levels; null where the cell is missing.</param>
public sealed record DimensionRow(
    string Id,
    string Title,
    string? Description,
    SitePath? Address,
    IReadOnlyList<CellView?> Cells
);

/// <summary>The rubric of a ladder: dimensions down, levels across.</summary>
/// <param name="Pairs">The last parts of the addresses of all comparisons (<c>senior--staff</c>), with blanks
/// between.</param>
/// <param name="Exports">The same as files.</param>
/// <param name="BaseMatrix">Of an overlay, the matrix of its base.</param>
public sealed record MatrixView(
    FrameView Frame,
    string Ladder,
    SitePath Home,
    SitePath Comparisons,
    string Pairs,
    IReadOnlyList<LevelView> Levels,
    IReadOnlyList<DimensionRow> Rows,
    IReadOnlyList<LinkView> Exports,
    LinkView? BaseMatrix
) : PageView(Frame);

/// <summary>What changes between two levels.</summary>
/// <param name="IsStep">The one leads to the other directly.</param>
public sealed record ComparisonView(
    FrameView Frame,
    LinkView Ladder,
    SitePath Matrix,
    SitePath Comparisons,
    LevelView From,
    LevelView To,
    bool IsStep,
    bool IsOneWay,
    IReadOnlyList<DifferenceView> Differences,
    IReadOnlyList<LinkView> Others
) : PageView(Frame);

/// <summary>What changes in one dimension.</summary>
public sealed record DifferenceView(
    string Id,
    string Title,
    SitePath? Address,
    CellView? From,
    CellView? To,
    IReadOnlyList<SignalView> New,
    IReadOnlyList<RaisedView> Raised,
    IReadOnlyList<SignalView> CarriesOver,
    IReadOnlyList<SignalView> Ended
);

/// <param name="Since">The level that the earlier signal was first expected at, where that is not the lower one of the
/// two.</param>
public sealed record RaisedView(string Id, string EarlierId, IReadOnlyList<WordChange> Changes, string? Since);

/// <summary>All comparisons of a ladder, as a table of links: lower levels down, higher ones across.</summary>
/// <param name="Address">Of the page that compares two levels of these ids; null where there is none.</param>
public sealed record ComparisonsView(
    FrameView Frame,
    LinkView Ladder,
    IReadOnlyList<LevelView> Levels,
    IReadOnlyList<StepView> Steps,
    Func<LevelView, LevelView, SitePath?> Address
) : PageView(Frame);

/// <param name="Comparison">The page that says what changes.</param>
public sealed record StepView(LevelView From, LevelView To, SitePath? Comparison);

/// <summary>What is made from a ladder and stands around what an author wrote of a level.</summary>
public sealed record LevelPart(
    LevelView Level,
    LinkView Ladder,
    SitePath Matrix,
    SitePath Sheet,
    IReadOnlyList<LevelView> Path,
    IReadOnlyList<StepView> Before,
    IReadOnlyList<StepView> After,
    IReadOnlyList<ExpectationView> Expectations,
    IReadOnlyList<LinkView> Workshops
) : ArticlePart
{
    /// <summary>Null where the ladder has no versions.</summary>
    public LevelChangedView? Changed { get; init; }
}

/// <summary>What is expected at a level in one dimension.</summary>
/// <param name="Cell">What is new here.</param>
/// <param name="All">All that is expected, from earlier levels too.</param>
/// <param name="Anchors">The id of its heading on the page of the level, then others that lead there.</param>
public sealed record ExpectationView(
    string Id,
    string Title,
    SitePath? Address,
    IReadOnlyList<string> Anchors,
    CellView Cell,
    IReadOnlyList<ExpectedSignal> All,
    IReadOnlyList<ShapeView> Shapes
);

/// <summary>How an expectation shows itself in an archetype, or, on the page of an archetype, in a dimension.</summary>
public sealed record ShapeView(string Title, SitePath? Address, string Text);

/// <param name="Since">The level that it is expected from.</param>
public sealed record ExpectedSignal(SignalView Signal, LevelView Since);

/// <summary>The page of a level that no author wrote.</summary>
public sealed record LevelPageView(FrameView Frame, LevelPart Part, ConnectionsView Connections) : PageView(Frame);

/// <summary>
/// A level for paper: what is new in the middle, room for growth and evidence on the sides (a single-point rubric).
/// </summary>
public sealed record LevelSheetView(FrameView Frame, LevelPart Part) : PageView(Frame);

/// <summary>What stands on the page of a dimension.</summary>
/// <param name="Required">The roles that ask for it, each with the level.</param>
public sealed record DimensionPart(
    LinkView Ladder,
    SitePath Matrix,
    IReadOnlyList<RequirementView> Required,
    IReadOnlyList<LinkView> Workshops
) : ArticlePart;

/// <summary>A role asks for a cell.</summary>
/// <param name="Title">Of the role, or on its own page of the dimension.</param>
public sealed record RequirementView(string Title, SitePath? Address, LevelView Level, string CellId);

/// <summary>What stands on the page of a role: what it asks for.</summary>
public sealed record RolePart(LinkView Ladder, SitePath Matrix, IReadOnlyList<RequirementView> Requires) : ArticlePart;

/// <summary>What stands on the page of an archetype.</summary>
public sealed record ArchetypePart(LinkView Ladder, LevelView From, IReadOnlyList<ShapeView> Shapes) : ArticlePart;

/// <summary>What stands on the page of a ladder: its picture and the ways into it.</summary>
public sealed record LadderSectionView(
    SitePath Matrix,
    SitePath Comparisons,
    DiagramView Diagram,
    IReadOnlyList<LinkView> Dimensions,
    IReadOnlyList<LinkView> Exports
) : ArticlePart
{
    /// <summary>Where it says what its versions changed; null where there are none.</summary>
    public SitePath? Changes { get; init; }
}

/// <summary>
/// What stands on the home page of a site: its first ladder, drawn for a wide window and for a narrow one.
/// </summary>
public sealed record HomePart(
    LinkView Ladder,
    SitePath Matrix,
    SitePath Comparisons,
    DiagramView Wide,
    DiagramView Narrow
) : ArticlePart;

/// <summary>The levels of a ladder as boxes, and the steps between them.</summary>
/// <param name="Width">In the same units as everything in it: CSS pixels at full size.</param>
public sealed record DiagramView(
    string Title,
    double Width,
    double Height,
    IReadOnlyList<DiagramBox> Boxes,
    IReadOnlyList<DiagramLine> Lines
);

/// <param name="Lines">The title, broken where it is long, then the code.</param>
public sealed record DiagramBox(
    LevelView Level,
    double X,
    double Y,
    double Width,
    double Height,
    IReadOnlyList<DrawnText> Lines
);

/// <param name="Path">SVG path data.</param>
public sealed record DiagramLine(string Path);
