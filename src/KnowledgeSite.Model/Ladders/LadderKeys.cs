using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>The keys of <c>ladder.yaml</c>.</summary>
internal static class LadderKeys
{
    public static readonly Key<Located<string>?> Title = Key.Text(
        "title",
        "The name of the ladder. Left out, that of its folder."
    );
    public static readonly Key<Located<string>?> Description = Key.Text(
        "description",
        "One sentence that says whom it is for."
    );
    public static readonly Key<Located<string>?> Extends = Key.Text(
        "extends",
        "The ladder that this one adds to, by the name of its folder. Its dimensions are then those of the "
            + "base, and only levels that differ are listed.",
        YamlType.Text.From(SiteList.Ladders)
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Dimensions = Key.Texts(
        "dimensions",
        "The pages in 'dimensions/', by their names, in the order of the matrix.",
        YamlType.Text.Near(SiteList.Dimensions)
    ) with
    {
        IsRequired = true,
        Unless = Extends,
    };
    public static readonly Key<IReadOnlyList<MapReader>> Levels = Key.Entries(
        "levels",
        "The levels from the lowest up.",
        LevelKeys.Entry
    ) with
    {
        IsRequired = true,
        Unless = Extends,
    };

    public static readonly YamlForm Form = new("A ladder", Title, Description, Extends, Dimensions, Levels);
}
