namespace KnowledgeSite.Content.Forms;

/// <summary>The form of the front matter for each kind of page.</summary>
internal static class KindForms
{
    private static readonly YamlForm[] Forms = [.. Enum.GetValues<PageKind>().Select(Form)];

    public static YamlForm Get(PageKind kind) => Forms[(int)kind];

    private static YamlForm Form(PageKind kind)
    {
        IReadOnlyList<Key> own = kind switch
        {
            PageKind.Archetype => ArchetypeKeys.All,
            PageKind.Role => RoleKeys.All,
            PageKind.Workshop => WorkshopKeys.All,
            _ => [],
        };
        return new(PageKindDescriptions.Get(kind), [.. FrontMatterKeys.First, .. own, .. FrontMatterKeys.Last]);
    }
}
