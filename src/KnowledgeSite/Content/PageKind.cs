namespace KnowledgeSite.Content;

/// <summary>What a page is about; decides its design, its icon, and how search sorts it.</summary>
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
