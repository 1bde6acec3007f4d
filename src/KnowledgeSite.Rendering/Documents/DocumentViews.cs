using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Handouts;

namespace KnowledgeSite.Rendering.Documents;

/// <summary>A document that is made from a ladder, to fill in and to print.</summary>
/// <param name="Ladder">The ladder with its version.</param>
/// <param name="LadderExport">The ladder as JSON, for scripts.</param>
/// <param name="BodyHtml">The text with its links filled in.</param>
/// <param name="Others">Links to its template and to what it is made for.</param>
/// <param name="Pdfs">Empty if no PDF was printed.</param>
/// <param name="Changes">For each version of the ladder, what has changed for the level since; empty for roles.</param>
public sealed record DocumentView(
    FrameView Frame,
    string Title,
    string Template,
    string Ladder,
    SitePath LadderExport,
    string BodyHtml,
    HandoutMark Mark,
    IReadOnlyList<LinkView> Others,
    IReadOnlyList<LinkView> Pdfs,
    IReadOnlyList<LinkView> Changes
) : PageView(Frame);

/// <summary>The generated part of a template's page: the documents that are made from it.</summary>
public sealed record DocumentsPart(IReadOnlyList<DocumentGroupView> Groups) : ArticlePart;

/// <summary>The documents of a template for one ladder.</summary>
public sealed record DocumentGroupView(string Ladder, IReadOnlyList<LinkView> Documents);
