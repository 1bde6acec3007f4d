namespace KnowledgeSite.Content.Forms;

/// <summary>The front matter of each kind of page.</summary>
internal static class KindForms
{
    private static readonly YamlForm[] Forms = [.. Enum.GetValues<PageKind>().Select(Form)];

    public static YamlForm Of(PageKind kind) => Forms[(int)kind];

    /// <summary>What a kind is, for an author who has to choose.</summary>
    public static string Meaning(PageKind kind) => kind switch
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

    private static YamlForm Form(PageKind kind)
    {
        IReadOnlyList<Key> own = kind switch
        {
            PageKind.Archetype => ArchetypeKeys.All,
            PageKind.Role => RoleKeys.All,
            PageKind.Workshop => WorkshopKeys.All,
            _ => [],
        };
        return new(Meaning(kind), [.. FrontMatterKeys.First, .. own, .. FrontMatterKeys.Last]);
    }
}
