namespace KnowledgeSite.Content;

/// <summary>The kind of a page. It decides the design, the icon and the rank in search results.</summary>
public enum PageKind
{
    Page,
    Section,
    Ladder,
    Level,
    Dimension,
    Archetype,
    Stage,
    Role,
    Workshop,
    Glossary,
    Source,
}
