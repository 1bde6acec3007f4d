using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>The generated part of a workshop's page.</summary>
/// <param name="Sheets">The printable pages: sheet and guide first, then both in large print.</param>
/// <param name="AllHandouts">The pack of the folder; null if there is none.</param>
public sealed record WorkshopPart(
    string? Purpose,
    string? Outcome,
    int Duration,
    GuideFacts Guide,
    IReadOnlyList<SheetView> Sheets,
    SitePath Pack,
    SheetView? AllHandouts
) : ArticlePart;

/// <param name="Pdfs">Empty if no PDF was printed.</param>
public sealed record SheetView(string Label, SitePath Address, IReadOnlyList<LinkView> Pdfs);

/// <summary>A single handout.</summary>
/// <param name="Others">Links to the other versions of the handout.</param>
public sealed record HandoutView(FrameView Frame, Handout Handout, IReadOnlyList<LinkView> Others) : PageView(Frame);

/// <summary>
/// Several handouts or pages in one printable document: a cover, a table of contents, then each part on a new page.
/// </summary>
public sealed record PackView(
    FrameView Frame,
    string Title,
    string? About,
    IReadOnlyList<PackPart> Parts,
    HandoutMark Mark,
    LinkView Back
) : PageView(Frame);
