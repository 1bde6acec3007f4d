using KnowledgeSite.Content.Forms;

namespace KnowledgeSite.Content;

/// <summary>What a page wants of the glossary: <c>glossary: false</c>, or <c>glossary: {never: [level]}</c>.</summary>
/// <param name="IsLinked">The first use of each term is linked by itself.</param>
/// <param name="Never">Words that the page uses in another sense.</param>
public sealed record GlossaryUse(bool IsLinked, IReadOnlyList<Located<string>> Never)
{
    public static readonly GlossaryUse Usual = new(true, []);

    internal static GlossaryUse Read(MapReader reader)
    {
        var (truth, choices) = reader.Read(FrontMatterKeys.Glossary);
        return choices is not null
            ? Usual with
            {
                Never = choices.Read(GlossaryKeys.Never),
            }
            : Usual with
            {
                IsLinked = truth != false,
            };
    }
}
