using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Terms;

/// <summary>A term that a page links to, for readers who stay on the page.</summary>
/// <param name="Id">Of the definition on that page.</param>
/// <param name="Href">From that page.</param>
public sealed record DefinitionView(string Id, string Title, string Definition, string Href);

/// <summary>Of a glossary's page, a letter and the first term that begins with it.</summary>
/// <param name="Href">From that page.</param>
public sealed record LetterLink(string Letter, string Href);

public sealed record GlossaryPart(IReadOnlyList<LetterLink> Letters) : ArticlePart;

/// <summary>All terms of a site whose glossaries stand elsewhere than where readers look first.</summary>
public sealed record GlossaryIndexView(
    FrameView Frame,
    string Title,
    IReadOnlyList<LetterLink> Letters,
    IReadOnlyList<DefinitionView> Terms
) : PageView(Frame);
