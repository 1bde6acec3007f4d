using KnowledgeSite.Content.Yaml;

namespace KnowledgeSite.Content;

/// <summary>The kind of a page. It decides the design, the icon and the filter of the search.</summary>
public enum PageKind
{
    /// <summary>A page of no special kind.</summary>
    Page,

    /// <summary>The first page of a folder.</summary>
    Section,

    /// <summary>The first page of a ladder.</summary>
    Ladder,

    /// <summary>A level of a ladder.</summary>
    Level,

    /// <summary>A dimension of a ladder, with its cells.</summary>
    Dimension,

    /// <summary>An archetype, such as the Tech Lead.</summary>
    Archetype,

    /// <summary>A stage of a workflow.</summary>
    Stage,

    /// <summary>A role blueprint.</summary>
    Role,

    /// <summary>A workshop template.</summary>
    Workshop,

    /// <summary>A template of documents that are made from a ladder.</summary>
    Document,

    /// <summary>A glossary.</summary>
    Glossary,

    /// <summary>A list of sources.</summary>
    Source,
}

/// <summary>A short description of each kind of page, for authors who choose one.</summary>
internal static class PageKindDescriptions
{
    public static string Get(PageKind kind) =>
        kind switch
        {
            PageKind.Page => "A text, such as a guide, an explanation or an essay",
            PageKind.Section => "The page of a folder, with links to its pages",
            PageKind.Ladder => "The page of a ladder, beside its ladder.yaml",
            PageKind.Level => "A level of a ladder, shown together with its expectations",
            PageKind.Dimension => "A dimension of a ladder, with a cell for each level",
            PageKind.Archetype => "A type of person at several levels, such as Tech lead",
            PageKind.Stage => "A stage of a way of working",
            PageKind.Role => "A position, with the expectations of a ladder that it requires",
            PageKind.Workshop => "A workshop, with its agenda, participant sheet and facilitator guide",
            PageKind.Document => "A template of documents, one for each level, step or role of a ladder",
            PageKind.Glossary => "The terms of the organisation, with their definitions",
            _ => "The sources that pages are based on",
        };
}

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
            PageKind.Document => DocumentKeys.All,
            _ => [],
        };
        return new(PageKindDescriptions.Get(kind), [.. FrontMatterKeys.First, .. own, .. FrontMatterKeys.Last]);
    }
}
