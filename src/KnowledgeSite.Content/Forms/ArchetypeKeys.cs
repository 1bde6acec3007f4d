namespace KnowledgeSite.Content.Forms;

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
        "The first level at which people take this shape.",
        YamlType.Text.From(SiteList.Levels)
    );
    public static readonly Key<IReadOnlyList<(Located<string> Key, string Text)>> Shows = Key.TextMap(
        "shows",
        "What each dimension looks like for this archetype: the id of a dimension and a sentence.",
        SiteList.Dimensions
    );

    public static readonly IReadOnlyList<Key> All = [Ladder, From, Shows];
}
