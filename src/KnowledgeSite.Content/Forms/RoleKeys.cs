namespace KnowledgeSite.Content.Forms;

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
