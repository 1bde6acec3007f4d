namespace KnowledgeSite.Content.Forms;

/// <summary>What stands under <c>glossary:</c> in front matter.</summary>
internal static class GlossaryKeys
{
    public static readonly Key<IReadOnlyList<Located<string>>> Never = Key.Texts(
        "never",
        "Words that the page uses in another sense than the glossary."
    );

    public static readonly YamlForm Form = new("What a page wants of the glossary", Never);
}
