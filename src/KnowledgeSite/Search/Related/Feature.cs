using System.Numerics;

namespace KnowledgeSite.Search.Related;

/// <summary>Something that a few pages have in common.</summary>
/// <param name="Weight">Grows with its rarity, in steps of powers of two: a page more or less changes it only now and
/// then.</param>
/// <param name="Pages">Their numbers, in order.</param>
internal sealed record Feature(FeatureKind Kind, string Name, int Weight, int[] Pages)
{
    /// <summary>What more pages have than this says little about any two of them.</summary>
    public const int MostPages = 15;

    /// <summary>By how many pages have it.</summary>
    public static int WeightOf(int pages) => 1 + BitOperations.Log2(MostPages) - BitOperations.Log2((uint)pages);
}

internal enum FeatureKind
{
    Word,
    Link,
    Tag,
}
