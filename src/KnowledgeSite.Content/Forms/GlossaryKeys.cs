namespace KnowledgeSite.Content.Forms;

/// <summary>The keys under <c>glossary:</c> in front matter.</summary>
internal static class GlossaryKeys
{
    public static readonly Key<IReadOnlyList<Located<string>>> Never = Key.Texts(
        "never",
        "Terms that this page uses in another sense and does not link."
    );

    public static readonly YamlForm Form = new("Links from a page to the glossary", Never);
}
