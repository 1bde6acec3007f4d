namespace KnowledgeSite.Content.Forms;

/// <summary>What only an archetype says.</summary>
internal static class ArchetypeKeys
{
    public static readonly Key<Located<string>?> Ladder = Key.Text(
        "ladder",
        "The ladder that it lies over: the name of its folder.",
        YamlType.Text.From(SiteList.Ladders)
    );
    public static readonly Key<Located<string>?> From = Key.Text(
        "from",
        "The first level that it is seen at.",
        YamlType.Text.From(SiteList.Levels)
    );
    public static readonly Key<IReadOnlyList<(Located<string> Key, string Text)>> Shows = Key.TextMap(
        "shows",
        "How each dimension shows itself in such a person: a sentence by the id of the dimension.",
        SiteList.Dimensions
    );

    public static readonly IReadOnlyList<Key> All = [Ladder, From, Shows];
}
