namespace KnowledgeSite.Content.Forms;

/// <summary>What each kind of page is, for an author who has to choose.</summary>
internal static class PageKindDescriptions
{
    public static string Get(PageKind kind) =>
        kind switch
        {
            PageKind.Page => "A text of its own: an essay, a guide, an explanation",
            PageKind.Section => "The page of a folder, which leads to what lies in it",
            PageKind.Ladder => "The page of a ladder, beside its ladder.yaml",
            PageKind.Level => "A level of a ladder, around which its expectations are put",
            PageKind.Dimension => "A dimension of a ladder, with a cell for each level",
            PageKind.Archetype => "A shape that people at some levels take",
            PageKind.Stage => "A stage of a way of working",
            PageKind.Role => "A post, with what it asks for on a ladder",
            PageKind.Workshop => "A workshop, with its agenda, sheet and guide",
            PageKind.Glossary => "Words and what they mean here",
            _ => "What pages are written from",
        };
}
