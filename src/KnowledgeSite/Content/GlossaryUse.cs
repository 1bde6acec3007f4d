namespace KnowledgeSite.Content;

/// <summary>What a page wants of the glossary: <c>glossary: false</c>, or <c>glossary: {never: [level]}</c>.</summary>
/// <param name="IsLinked">The first use of each term is linked by itself.</param>
/// <param name="Never">Words that the page uses in another sense.</param>
public sealed record GlossaryUse(bool IsLinked, IReadOnlyList<Located<string>> Never)
{
    public static readonly GlossaryUse Usual = new(true, []);

    internal static GlossaryUse Read(MapReader reader)
    {
        if (reader.MapIfAny("glossary") is not { } choices) return reader.Boolean("glossary") == false ? Usual with { IsLinked = false } : Usual;
        var use = Usual with { Never = choices.Texts("never") };
        choices.RefuseOthers();
        return use;
    }
}
