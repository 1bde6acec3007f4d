using KnowledgeSite.Content;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering;

/// <summary>Labels of page kinds.</summary>
public static class KindLabels
{
    /// <summary>The label of a page of this kind.</summary>
    public static string Singular(PageKind kind, UiStrings text) =>
        kind switch
        {
            PageKind.Section => text.KindSection,
            PageKind.Ladder => text.KindLadder,
            PageKind.Level => text.KindLevel,
            PageKind.Dimension => text.KindDimension,
            PageKind.Archetype => text.KindArchetype,
            PageKind.Stage => text.KindStage,
            PageKind.Role => text.KindRole,
            PageKind.Workshop => text.KindWorkshop,
            PageKind.Document => text.KindDocument,
            PageKind.Glossary => text.KindGlossary,
            PageKind.Source => text.KindSource,
            _ => text.KindPage,
        };

    /// <summary>The label of a list of such pages.</summary>
    public static string Plural(PageKind kind, UiStrings text) =>
        kind switch
        {
            PageKind.Section => text.Sections,
            PageKind.Ladder => text.Ladders,
            PageKind.Level => text.Levels,
            PageKind.Dimension => text.Dimensions,
            PageKind.Archetype => text.Archetypes,
            PageKind.Stage => text.Stages,
            PageKind.Role => text.Roles,
            PageKind.Workshop => text.Workshops,
            PageKind.Document => text.Documents,
            PageKind.Glossary => text.KindGlossary,
            PageKind.Source => text.Sources,
            _ => text.Pages,
        };
}
