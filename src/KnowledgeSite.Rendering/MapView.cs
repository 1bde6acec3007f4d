using KnowledgeSite.Diagrams;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering;

/// <summary>The contents of a folder and the links among them, as a drawing and as text.</summary>
/// <param name="About">A sentence with the numbers of pages and links.</param>
/// <param name="Wide">Null if there is nothing to draw.</param>
/// <param name="Narrow">The drawing for phones.</param>
/// <param name="DrawsStrongest">True if only the strongest links are drawn.</param>
public sealed record MapView(
    FrameView Frame,
    string Title,
    string About,
    MapDrawing? Wide,
    MapDrawing? Narrow,
    bool DrawsStrongest,
    IReadOnlyList<MapUnitView> Inside,
    IReadOnlyList<MapUnitView> Outside
) : PageView(Frame);

/// <param name="Label">The alternative text.</param>
/// <param name="Bands">SVG path data, the widest band first.</param>
public sealed record MapDrawing(
    string Label,
    double Width,
    double Height,
    IReadOnlyList<string> Bands,
    IReadOnlyList<MapBox> Boxes,
    IReadOnlyList<DrawnText> Titles
);

/// <param name="Name">The accessible name of the box.</param>
/// <param name="Link">A link to its own map; null if there is none.</param>
/// <param name="IsMany">True if it stands for more than one page.</param>
/// <param name="Bands">The numbers of the bands that end at the box.</param>
public sealed record MapBox(
    ArcBox Box,
    string Name,
    SitePath Address,
    MapBoxLink? Link,
    bool IsOutside,
    bool IsMany,
    IReadOnlyList<int> Bands,
    IReadOnlyList<MapText> Inside
)
{
    /// <summary>True if its lines do not show the full name.</summary>
    public bool IsCut { get; init; }
}

/// <summary>A link at the edge of a map to another map.</summary>
public sealed record MapBoxLink(DrawnText Text, string Name, SitePath Address);

/// <param name="Name">Null if the lines show the full name.</param>
public sealed record MapText(IReadOnlyList<DrawnText> Lines, string? Name, SitePath Address);

/// <summary>A row of the list below the drawing.</summary>
/// <param name="Facts">Such as "40 pages; 56 links out, 143 in, 173 within".</param>
/// <param name="LedTo">The units that most outgoing links lead to.</param>
/// <param name="LedFrom">The units that most incoming links come from.</param>
public sealed record MapUnitView(
    LinkView Link,
    SitePath? Map,
    string Facts,
    MapTiesView? LedTo,
    MapTiesView? LedFrom,
    IReadOnlyList<MapEntryView> Inside,
    int LeftOut
);

/// <param name="Others">The number of units that are not listed.</param>
public sealed record MapTiesView(IReadOnlyList<MapTieView> Ties, int Others);

/// <param name="Times">Such as "14 times".</param>
public sealed record MapTieView(LinkView Link, string Times);

/// <summary>An entry of a unit; a folder has its own entries.</summary>
/// <param name="Pages">Null for a page.</param>
public sealed record MapEntryView(LinkView Link, int? Pages, IReadOnlyList<MapEntryView> Inside);
