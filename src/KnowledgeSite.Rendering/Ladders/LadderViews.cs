using KnowledgeSite.Diagrams;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Rendering.Handouts;

namespace KnowledgeSite.Rendering.Ladders;

/// <summary>A level, as it is shown wherever it is named.</summary>
/// <param name="Track">Null if the ladder has no tracks.</param>
public sealed record LevelView(
    string Id,
    string? Code,
    string Title,
    Track? Track,
    SitePath Address,
    string? Reach,
    string? Horizon,
    string? Direction
)
{
    /// <summary>The title with the code in parentheses, if there is one.</summary>
    public string Label => Code is null ? Title : $"{Title} ({Code})";
}

/// <summary>A signal, as templates show it.</summary>
/// <param name="Was">Former ids, which links may still use.</param>
/// <param name="Html">Inline HTML with its links filled in.</param>
/// <param name="Raises">The earlier signal that it extends; null if it is new.</param>
/// <param name="InheritedFrom">The title of the base ladder that the signal comes from; null if it is the ladder's
/// own.</param>
public sealed record SignalView(
    string Id,
    IReadOnlyList<string> Was,
    string Html,
    EarlierSignal? Raises,
    string? InheritedFrom
);

/// <param name="Level">The title of the level that first expects it.</param>
/// <param name="Address">The page that shows it with the id <paramref name="Id"/>; null if the page is not
/// published.</param>
public sealed record EarlierSignal(string Id, string Text, string Level, SitePath? Address);

/// <summary>A cell of the matrix.</summary>
/// <param name="Was">Former ids, which links may still use.</param>
/// <param name="SummaryHtml">Inline HTML; null if there is none.</param>
/// <param name="AddedHtml">What an overlay adds to the base's summary.</param>
/// <param name="Endings">The expectations that end here, as inline HTML.</param>
/// <param name="Source">The source file of the cell.</param>
/// <param name="CitedBy">The pages that link to the cell or to one of its signals.</param>
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
    /// <summary>The link for suggesting a change; null if the source repository is unknown.</summary>
    public string? Suggest { get; init; }
}

/// <param name="Cells">In the order of the levels; null if the cell is missing.</param>
public sealed record DimensionRow(string Id, string Title, SitePath? Address, IReadOnlyList<CellView?> Cells);

/// <summary>The matrix of a ladder: dimensions as rows, levels as columns.</summary>
/// <param name="Pairs">The last address segments of all comparisons (<c>senior--staff</c>), separated by
/// spaces.</param>
/// <param name="Exports">The export files of the matrix.</param>
/// <param name="BaseMatrix">The matrix of the base if the ladder is an overlay.</param>
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

/// <summary>The comparison of two levels.</summary>
/// <param name="IsStep">True if one level leads directly to the other.</param>
public sealed record ComparisonView(
    FrameView Frame,
    LinkView Ladder,
    SitePath Matrix,
    SitePath Comparisons,
    LevelView From,
    LevelView To,
    bool IsStep,
    bool IsOnOnePath,
    IReadOnlyList<DifferenceView> Differences,
    IReadOnlyList<LinkView> Others
) : PageView(Frame)
{
    /// <summary>The documents for the step.</summary>
    public IReadOnlyList<LinkView> Documents { get; init; } = [];
}

/// <summary>The changes in one dimension.</summary>
public sealed record DifferenceView(
    string Id,
    string Title,
    CellView? From,
    CellView? To,
    IReadOnlyList<SignalView> New,
    IReadOnlyList<RaisedView> Raised,
    IReadOnlyList<SignalView> CarriesOver,
    IReadOnlyList<SignalView> Ended
);

/// <param name="Since">The level that first expected the earlier signal, if it is not the lower one of the two.</param>
public sealed record RaisedView(string Id, IReadOnlyList<WordChange> Changes, string? Since);

/// <summary>All comparisons of a ladder, as a table of links: lower levels as rows, higher levels as columns.</summary>
/// <param name="Address">Returns the comparison page for two level ids; null if there is none.</param>
/// <param name="CrossComparison">The page that compares levels of several ladders; null if there is only one.</param>
public sealed record ComparisonsView(
    FrameView Frame,
    LinkView Ladder,
    IReadOnlyList<LevelView> Levels,
    IReadOnlyList<StepView> Steps,
    Func<LevelView, LevelView, SitePath?> Address,
    SitePath? CrossComparison
) : PageView(Frame);

/// <param name="Comparison">The comparison page of the two levels.</param>
public sealed record StepView(LevelView From, LevelView To, SitePath? Comparison);

/// <summary>The part of a level's page that is generated from the ladder.</summary>
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
    /// <summary>The last change of the level; null if the ladder has no versions.</summary>
    public LevelChangedView? Changed { get; init; }

    /// <summary>The comparison with levels of other ladders; null if there are none.</summary>
    public string? CrossComparison { get; init; }

    /// <summary>The documents for the level, and for the steps that begin at it.</summary>
    public IReadOnlyList<LinkView> Documents { get; init; } = [];

    /// <summary>True if the author's text follows the expectations, under a heading of its own.</summary>
    public bool HasTextBelow { get; init; }
}

/// <summary>The expectations at a level in one dimension.</summary>
/// <param name="Cell">The new expectations at this level.</param>
/// <param name="All">All expectations, including those of earlier levels.</param>
/// <param name="Anchors">The id of its heading on the level's page, followed by alternative ids.</param>
public sealed record ExpectationView(
    string Title,
    SitePath? Address,
    IReadOnlyList<string> Anchors,
    CellView Cell,
    IReadOnlyList<ExpectedSignal> All,
    IReadOnlyList<ShapeView> Shapes
);

/// <summary>A description of an expectation in an archetype; on the page of an archetype, in a dimension.</summary>
public sealed record ShapeView(string Title, SitePath? Address, string Text);

/// <param name="Since">The level that first expects it.</param>
public sealed record ExpectedSignal(SignalView Signal, LevelView Since);

/// <summary>The generated page of a level.</summary>
public sealed record LevelPageView(FrameView Frame, LevelPart Part, ConnectionsView Connections) : PageView(Frame);

/// <summary>
/// A printable level: new expectations in the middle, space for growth and evidence on the sides.
/// </summary>
/// <param name="Mark">The version of the ladder, and a code that leads to what has changed since.</param>
public sealed record LevelSheetView(FrameView Frame, LevelPart Part, HandoutMark Mark, IReadOnlyList<LinkView> Pdfs)
    : PageView(Frame);

/// <summary>The generated part of a dimension's page.</summary>
/// <param name="Required">The roles that require it, each with the level.</param>
public sealed record DimensionPart(
    SitePath Matrix,
    IReadOnlyList<RequirementView> Required,
    IReadOnlyList<LinkView> Workshops
) : ArticlePart;

/// <summary>A role's requirement of a cell.</summary>
/// <param name="Title">The title of the role; on the role's own page, that of the dimension.</param>
public sealed record RequirementView(string Title, SitePath? Address, LevelView Level, string CellId);

/// <summary>The generated part of a role's page: its requirements.</summary>
/// <param name="CrossComparison">The comparison with other roles; null if there are none.</param>
public sealed record RolePart(LinkView Ladder, IReadOnlyList<RequirementView> Requires, string? CrossComparison)
    : ArticlePart
{
    /// <summary>The documents for the role.</summary>
    public IReadOnlyList<LinkView> Documents { get; init; } = [];
}

/// <summary>The generated part of an archetype's page.</summary>
public sealed record ArchetypePart(LevelView From, IReadOnlyList<ShapeView> Shapes) : ArticlePart;

/// <summary>The generated part of a ladder's page: its diagram and links to its pages.</summary>
public sealed record LadderSectionView(
    SitePath Matrix,
    SitePath Comparisons,
    DiagramView Diagram,
    IReadOnlyList<LinkView> Exports
) : ArticlePart
{
    /// <summary>The page with the changes of its versions; null if there are no versions.</summary>
    public SitePath? Changes { get; init; }

    /// <summary>The page that shows the notes of several people side by side.</summary>
    public required SitePath Team { get; init; }
}

/// <summary>The generated part of the home page: the first ladder, drawn for wide and for narrow windows.</summary>
public sealed record HomePart(
    LinkView Ladder,
    SitePath Matrix,
    SitePath Comparisons,
    DiagramView Wide,
    DiagramView Narrow
) : ArticlePart;

/// <summary>The levels of a ladder as boxes, and the steps between them.</summary>
/// <param name="Width">In CSS pixels at full size, as all lengths.</param>
/// <param name="Lines">The steps as SVG path data.</param>
public sealed record DiagramView(
    string Title,
    double Width,
    double Height,
    IReadOnlyList<DiagramBox> Boxes,
    IReadOnlyList<string> Lines
);

/// <param name="Lines">The wrapped title, then the code.</param>
public sealed record DiagramBox(
    LevelView Level,
    double X,
    double Y,
    double Width,
    double Height,
    IReadOnlyList<DrawnText> Lines
);
