using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>The front matter keys that only one kind of page has.</summary>
public abstract record KindFacts
{
    internal static KindFacts? Read(PageKind kind, MapReader reader) =>
        kind switch
        {
            PageKind.Archetype => new ArchetypeFacts(
                reader.Read(ArchetypeKeys.Ladder),
                reader.Read(ArchetypeKeys.From),
                reader.Read(ArchetypeKeys.Shows)
            ),
            PageKind.Role => new RoleFacts(reader.Read(RoleKeys.Ladder), reader.Read(RoleKeys.Requires)),
            PageKind.Workshop => WorkshopFacts.Read(reader),
            PageKind.Document => DocumentFacts.Read(reader),
            _ => null,
        };
}

/// <summary>
/// The front matter of an archetype: how people of this type meet the expectations of several levels.
/// </summary>
/// <param name="From">The first level of the archetype. It also applies to all later levels.</param>
/// <param name="Shows">A sentence for each dimension, by its id.</param>
internal sealed record ArchetypeFacts(
    Located<string>? Ladder,
    Located<string>? From,
    IReadOnlyList<(Located<string> Key, string Text)> Shows
) : KindFacts;

/// <summary>The expectations that a role requires.</summary>
/// <param name="Requires">The ids of cells, such as <c>scope.senior</c>.</param>
internal sealed record RoleFacts(Located<string>? Ladder, IReadOnlyList<Located<string>> Requires) : KindFacts;

/// <summary>The keys that only an archetype has.</summary>
internal static class ArchetypeKeys
{
    public static readonly Key<Located<string>?> Ladder = Key.Text(
        "ladder",
        "The ladder of the archetype: the name of its folder.",
        YamlType.Text.From(SiteList.Ladders)
    );
    public static readonly Key<Located<string>?> From = Key.Text(
        "from",
        "The first level to which the archetype applies.",
        YamlType.Text.From(SiteList.Levels)
    );
    public static readonly Key<IReadOnlyList<(Located<string> Key, string Text)>> Shows = Key.TextMap(
        "shows",
        "What each dimension looks like for this archetype: the id of a dimension and a sentence.",
        SiteList.Dimensions
    );

    public static readonly IReadOnlyList<Key> All = [Ladder, From, Shows];
}

/// <summary>The keys that only a role has.</summary>
internal static class RoleKeys
{
    public static readonly Key<Located<string>?> Ladder = Key.Text(
        "ladder",
        "The ladder of the role: the name of its folder.",
        YamlType.Text.From(SiteList.Ladders)
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Requires = Key.Texts(
        "requires",
        "The cells whose expectations the role requires, such as scope.senior.",
        YamlType.Text.From(SiteList.Cells)
    );

    public static readonly IReadOnlyList<Key> All = [Ladder, Requires];
}
