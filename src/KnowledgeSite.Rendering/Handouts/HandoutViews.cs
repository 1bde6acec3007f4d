using KnowledgeSite.Files;
using KnowledgeSite.Strings;

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

/// <summary>A part of a pack, which begins on a new page and is listed in the table of contents.</summary>
/// <param name="Id">Cannot equal an author's id.</param>
/// <param name="Depth">The depth of its address below the pack's folder, starting at 1.</param>
public abstract record PackPart(string Id, string Label, int Depth);

/// <summary>A handout of a workshop in a pack.</summary>
public sealed record SheetPart(Handout Handout, int Depth, UiStrings Text)
    : PackPart(Handout.Id, Text.Labelled(Handout.Title, Text.InSentence(Handout.Kind)), Depth);

/// <summary>A page of the site in a pack.</summary>
/// <param name="Html">Its text, with links and ids adapted to the pack.</param>
/// <param name="Notes">The targets of links that lead out of the pack.</param>
public sealed record PagePart(string Id, string Label, int Depth, string Html, IReadOnlyList<LinkNote> Notes)
    : PackPart(Id, Label, Depth);
