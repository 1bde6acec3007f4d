using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Previews;

/// <summary>What readers are shown of a page before they follow a link to it.</summary>
/// <param name="Text">Null where nothing says what it is about.</param>
/// <param name="Sections">Those that links lead to, each id once.</param>
public sealed record PagePreview(
    SitePath Address,
    string Title,
    PageKind Kind,
    string? Text,
    IReadOnlyList<Heading> Sections
);
