using System.Numerics;

namespace KnowledgeSite.Search.Related;

/// <summary>A feature that a few pages share.</summary>
/// <param name="Weight">Grows with its rarity, in powers of two, so that adding or removing a page seldom changes
/// it.</param>
/// <param name="Pages">The page numbers in ascending order.</param>
internal sealed record Feature(FeatureKind Kind, string Name, int Weight, int[] Pages)
{
    /// <summary>A feature shared by more pages than this says little about any two of them.</summary>
    public const int MaxPages = 15;

    /// <summary>The weight by the number of pages with the feature.</summary>
    public static int WeightOf(int pages) => 1 + BitOperations.Log2(MaxPages) - BitOperations.Log2((uint)pages);
}

internal enum FeatureKind
{
    Word,
    Link,
    Tag,
}
