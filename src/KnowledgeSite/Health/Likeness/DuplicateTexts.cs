using KnowledgeSite.Content;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health.Likeness;

/// <summary>
/// Texts of different pages that say nearly the same, reworded ones too. Who rewords a text by synonyms leaves names,
/// numbers and the order of everything as it was, and the short words most of all: a good part of the runs of three
/// words stays, and of the runs of short words; pages that have only their subject in common share hardly any. The
/// limits were chosen on the pages of two public handbooks and copies of them reworded with WordNet;
/// <c>eng/likeness.py</c> does it again and has the figures.
/// </summary>
/// <param name="Pages">Each second page once, with the one before it that it is most like.</param>
/// <param name="Blocks">Each second paragraph once, those of <paramref name="Pages"/> left out.</param>
internal sealed record DuplicateTexts(IReadOnlyList<DuplicatePages> Pages, IReadOnlyList<DuplicateBlocks> Blocks)
{
    /// <summary>
    /// So much of the shorter page stands in the other: the mean of the shares of runs of words and of runs of short
    /// words. A page in another language has none of these.
    /// </summary>
    private const double PageShare = 0.16;

    /// <summary>
    /// A page with fewer runs of words is too short to be like another as a whole; its paragraphs can be.
    /// </summary>
    private const int ShortestPage = 120;

    private const double BlockShare = 0.4;

    /// <summary>25 words.</summary>
    private const int ShortestBlock = 23;

    /// <param name="pages">By path: the first of two that are alike is the one that comes first.</param>
    public static DuplicateTexts Find(IReadOnlyList<SitePage> pages)
    {
        var shingled = new ShingledPage[pages.Count];
        Parallel.For(0, pages.Count, i => shingled[i] = ShingledPage.Create(pages[i]));
        // Two blocks of the same words at the same place in two files are two.
        var (alike, blocks) = (
            new Dictionary<SitePage, DuplicatePages>(),
            new Dictionary<ProseBlock, DuplicateBlocks>(ReferenceEqualityComparer.Instance)
        );
        foreach (var group in PagePairs.Find(shingled).GroupBy(p => p.Second))
        {
            var second = new BlockLookup(shingled[group.Key], ShortestBlock);
            foreach (var (place, _) in group)
                Compare(shingled[place], second, alike, blocks);
        }

        return new(
            [.. alike.Values],
            [.. blocks.Values.Where(b => !alike.ContainsKey(b.Second) || alike[b.Second].First != b.First)]
        );
    }

    private static void Compare(
        ShingledPage first,
        BlockLookup second,
        Dictionary<SitePage, DuplicatePages> alike,
        Dictionary<ProseBlock, DuplicateBlocks> blocks
    )
    {
        var (page, shorter) = (second.Page.Page, Math.Min(first.All.Length, second.Page.All.Length));
        var share = Shingles.Share(first.All, second.Page.All);
        var likeness = (share + Shingles.Share(first.Skeleton, second.Page.Skeleton)) / 2;
        if (
            shorter >= ShortestPage
            && likeness >= PageShare
            && (!alike.TryGetValue(page, out var other) || other.Likeness < likeness)
        )
            alike[page] = new(first.Page, page, likeness, share);

        foreach (var block in first.Blocks.Where(b => b.Shingles.Length >= ShortestBlock))
        {
            if (second.MostLike(block) is not { } found || found.Share < BlockShare)
                continue;
            if (!blocks.TryGetValue(found.Block.Block, out var known) || known.Share < found.Share)
                blocks[found.Block.Block] = new(first.Page, block.Block, page, found.Block.Block, found.Share);
        }
    }
}

/// <param name="Share">Of runs of words.</param>
internal sealed record DuplicatePages(SitePage First, SitePage Second, double Likeness, double Share);

internal sealed record DuplicateBlocks(
    SitePage First,
    ProseBlock FirstBlock,
    SitePage Second,
    ProseBlock SecondBlock,
    double Share
);
