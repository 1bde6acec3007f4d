namespace KnowledgeSite.Content.Forms;

/// <summary>What only a role says.</summary>
internal static class RoleKeys
{
    public static readonly Key<Located<string>?> Ladder = Key.Text(
        "ladder",
        "The ladder that the role is on: the name of its folder.",
        YamlType.Text.From(SiteList.Ladders)
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Requires = Key.Texts(
        "requires",
        "The cells whose expectations the role asks for, such as scope.senior.",
        YamlType.Text.From(SiteList.Cells)
    );

    public static readonly IReadOnlyList<Key> All = [Ladder, Requires];
}
