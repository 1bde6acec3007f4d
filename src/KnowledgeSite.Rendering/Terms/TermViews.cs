using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Terms;

/// <summary>The definition of a term that a page links to, shown without leaving the page.</summary>
/// <param name="Id">The id of the definition on that page.</param>
/// <param name="Href">Relative to that page.</param>
public sealed record DefinitionView(string Id, string Title, string Definition, string Href);

/// <summary>On a glossary page, a letter and the first term that begins with it.</summary>
/// <param name="Href">Relative to that page.</param>
public sealed record LetterLink(string Letter, string Href);

public sealed record GlossaryPart(IReadOnlyList<LetterLink> Letters) : ArticlePart;

/// <summary>The generated index of all terms, for sites whose glossaries have other addresses.</summary>
public sealed record GlossaryIndexView(
    FrameView Frame,
    string Title,
    IReadOnlyList<LetterLink> Letters,
    IReadOnlyList<DefinitionView> Terms
) : PageView(Frame);
