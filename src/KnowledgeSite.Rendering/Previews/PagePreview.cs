using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Previews;

/// <summary>The preview of a page that readers see before they follow a link to it.</summary>
/// <param name="Text">Null if the page has no summary.</param>
/// <param name="Sections">The sections that links lead to, each id once.</param>
internal sealed record PagePreview(
    SitePath Address,
    string Title,
    PageKind Kind,
    string? Text,
    IReadOnlyList<Heading> Sections
);
