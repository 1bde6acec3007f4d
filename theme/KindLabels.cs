using KnowledgeSite.Content;

namespace KnowledgeSite.Theme;

/// <summary>Labels of page kinds.</summary>
internal static class KindLabels
{
    public static string Plural(PageKind kind) =>
        kind switch
        {
            PageKind.Section => "Sections",
            PageKind.Ladder => "Ladders",
            PageKind.Level => "Levels",
            PageKind.Dimension => "Dimensions",
            PageKind.Archetype => "Archetypes",
            PageKind.Stage => "Stages",
            PageKind.Role => "Roles",
            PageKind.Workshop => "Workshops",
            PageKind.Glossary => "Glossary",
            PageKind.Source => "Sources",
            _ => "Pages",
        };
}
