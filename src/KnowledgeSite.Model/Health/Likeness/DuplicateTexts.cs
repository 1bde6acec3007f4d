using KnowledgeSite.Content;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health.Likeness;

/// <summary>
/// Similar texts on different pages, including reworded ones. Rewording with synonyms keeps names, numbers, the order
/// of the text and above all the short words. Reworded texts therefore share many sequences of three words and of short
/// words, but texts that only have the same subject share almost none. The limits were measured on two public handbooks
/// and copies of them reworded with WordNet. <c>eng/likeness.py</c> repeats the measurement and has the results.
/// </summary>
/// <param name="Pages">Each page that is similar to an earlier page, with the most similar one.</param>
/// <param name="Blocks">Each paragraph that is similar to an earlier one, without the paragraphs of
/// <paramref name="Pages"/>.</param>
internal sealed record DuplicateTexts(IReadOnlyList<DuplicatePages> Pages, IReadOnlyList<DuplicateBlocks> Blocks)
{
    /// <summary>
    /// The minimum share of the shorter page that must occur in the other one: the mean of the shares of word sequences
    /// and of short-word sequences. Pages in languages other than English have no short words.
    /// </summary>
    private const double PageShare = 0.16;

    /// <summary>
    /// The minimum number of word sequences of a page. Shorter pages are compared only paragraph by paragraph.
    /// </summary>
    private const int ShortestPage = 120;

    private const double BlockShare = 0.4;

    /// <summary>The minimum number of word sequences of a paragraph, which is 25 words.</summary>
    private const int ShortestBlock = 23;

    /// <param name="pages">The pages, sorted by path. Of two similar pages, the second one is reported.</param>
    public static DuplicateTexts Find(IReadOnlyList<SitePage> pages)
    {
        var shingled = new ShingledPage[pages.Count];
        Parallel.For(0, pages.Count, i => shingled[i] = ShingledPage.Create(pages[i]));
        // Blocks are compared by reference, because equal blocks may occur at the same position in two files.
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

/// <param name="Share">The share of word sequences that both have.</param>
internal sealed record DuplicatePages(SitePage First, SitePage Second, double Likeness, double Share);

internal sealed record DuplicateBlocks(
    SitePage First,
    ProseBlock FirstBlock,
    SitePage Second,
    ProseBlock SecondBlock,
    double Share
);
