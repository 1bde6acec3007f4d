using KnowledgeSite.Diagrams;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Maps;

/// <summary>What lies in a folder and how it hangs together, drawn and in words.</summary>
/// <param name="About">How much there is, in a sentence.</param>
/// <param name="Wide">Null where there is nothing to draw.</param>
/// <param name="Narrow">The same for phones.</param>
/// <param name="DrawsStrongest">There are more ties than are drawn.</param>
public sealed record MapView(
    FrameView Frame,
    string Title,
    string About,
    MapPicture? Wide,
    MapPicture? Narrow,
    bool DrawsStrongest,
    IReadOnlyList<MapUnitView> Inside,
    IReadOnlyList<MapUnitView> Outside
) : PageView(Frame);

/// <param name="Label">What it shows, for those who do not see it.</param>
/// <param name="Bands">The path of each, the widest first.</param>
public sealed record MapPicture(
    string Label,
    double Width,
    double Height,
    IReadOnlyList<string> Bands,
    IReadOnlyList<MapBox> Boxes,
    IReadOnlyList<DrawnText> Titles
);

/// <param name="Name">What the box is called where its lines are not seen.</param>
/// <param name="Way">To a map of its own; null where it has none.</param>
/// <param name="IsMany">It stands for more than one page.</param>
/// <param name="Bands">The numbers of those that end at it.</param>
public sealed record MapBox(
    ArcBox Box,
    string Name,
    SitePath Address,
    MapWay? Way,
    bool IsOutside,
    bool IsMany,
    IReadOnlyList<int> Bands,
    IReadOnlyList<MapText> Inside
)
{
    /// <summary>Its lines do not hold the whole of its name.</summary>
    public bool IsCut { get; init; }
}

public sealed record MapWay(DrawnText Text, string Name, SitePath Address);

/// <param name="Name">Null where the lines say all of it.</param>
public sealed record MapText(IReadOnlyList<DrawnText> Lines, string? Name, SitePath Address);

/// <summary>A line of the list below the picture.</summary>
/// <param name="Facts">"40 pages; 56 links out, 143 in, 173 within".</param>
/// <param name="LedTo">Where most of the links lead.</param>
/// <param name="LedFrom">Where most of the links come from.</param>
public sealed record MapUnitView(
    LinkView Link,
    SitePath? Map,
    string Facts,
    MapTiesView? LedTo,
    MapTiesView? LedFrom,
    IReadOnlyList<MapEntryView> Inside,
    int LeftOut
);

/// <param name="Others">How many units there are besides those that are named.</param>
public sealed record MapTiesView(IReadOnlyList<MapTieView> Ties, int Others);

/// <param name="Times">"14 times".</param>
public sealed record MapTieView(LinkView Link, string Times);

/// <summary>What lies in a unit; of a folder, with what lies in it.</summary>
/// <param name="Pages">Null for a page.</param>
public sealed record MapEntryView(LinkView Link, int? Pages, IReadOnlyList<MapEntryView> Inside);
