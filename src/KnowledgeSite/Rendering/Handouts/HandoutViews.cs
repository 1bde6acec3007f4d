using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>What stands on the page of a workshop around its text.</summary>
/// <param name="Sheets">For paper: the sheet and the guide first, then both in large print.</param>
/// <param name="AllHandouts">The pack of the folder; null where it has none.</param>
public sealed record WorkshopPart(
    string? Purpose,
    string? Outcome,
    int Duration,
    GuideFacts Guide,
    IReadOnlyList<SheetView> Sheets,
    SitePath Pack,
    SheetView? AllHandouts
) : ArticlePart;

/// <param name="Pdfs">Empty where none was printed.</param>
public sealed record SheetView(string Label, SitePath Address, IReadOnlyList<LinkView> Pdfs);

/// <summary>A sheet by itself.</summary>
/// <param name="Others">The other ways to have it.</param>
public sealed record HandoutView(FrameView Frame, Handout Handout, IReadOnlyList<LinkView> Others) : PageView(Frame);

/// <summary>
/// Several sheets or pages in one, to be printed together: a cover, what is in it, then each part on a page of its own.
/// </summary>
public sealed record PackView(
    FrameView Frame,
    string Title,
    string? About,
    IReadOnlyList<PackPart> Parts,
    HandoutMark Mark,
    LinkView Back
) : PageView(Frame);
