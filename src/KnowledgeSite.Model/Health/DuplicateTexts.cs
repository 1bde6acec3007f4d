using KnowledgeSite.Content;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

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
        var alike = new Dictionary<SitePage, DuplicatePages>();
        var blocks = new Dictionary<ProseBlock, DuplicateBlocks>(ReferenceEqualityComparer.Instance);
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
        var page = second.Page.Page;
        var shorter = Math.Min(first.All.Length, second.Page.All.Length);
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

/// <summary>
/// Finds the pairs of pages to compare: those that share several word sequences that few pages have. The sequences of
/// all pages are sorted once, so the time depends on the amount of text and not on the number of pairs. If many pages
/// share a sequence, each page is paired only with the next one.
/// </summary>
internal static class PagePairs
{
    private const int MaxForAllPairs = 8;

    /// <summary>
    /// The maximum number of word sequences. On larger sites only every second, third and so on is used, chosen by its
    /// hash so that all pages use the same ones.
    /// </summary>
    private const int MaxShingles = 1 << 21;

    private const int MinShared = 6;

    /// <returns>The indexes of the pages of each pair, the smaller one first. The pairs are sorted.</returns>
    public static IReadOnlyList<(int First, int Second)> Find(IReadOnlyList<ShingledPage> pages)
    {
        var step = 1 + (pages.Sum(p => (long)p.All.Length) / MaxShingles);
        var (numbers, places) = Gather(pages, (ulong)step);
        Array.Sort(numbers, places);

        var shared = new Dictionary<(int First, int Second), int>();
        for (var start = 0; start < numbers.Length; )
        {
            var end = start + 1;
            while (end < numbers.Length && numbers[end] == numbers[start])
                end++;
            if (end - start > 1)
                Count(places.AsSpan(start..end), shared);
            start = end;
        }

        return [.. shared.Where(s => s.Value * step >= MinShared).Select(s => s.Key).Order()];
    }

    private static (ulong[] Numbers, int[] Places) Gather(IReadOnlyList<ShingledPage> pages, ulong step)
    {
        var numbers = new List<ulong>();
        var places = new List<int>();
        for (var i = 0; i < pages.Count; i++)
        {
            foreach (var number in pages[i].All)
            {
                if ((number >> 20) % step != 0)
                    continue;
                numbers.Add(number);
                places.Add(i);
            }
        }

        return ([.. numbers], [.. places]);
    }

    private static void Count(Span<int> pages, Dictionary<(int First, int Second), int> shared)
    {
        pages.Sort();
        for (var i = 1; i < pages.Length; i++)
        for (var j = pages.Length > MaxForAllPairs ? i - 1 : 0; j < i; j++)
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                shared,
                (pages[j], pages[i]),
                out _
            )++;
    }
}

/// <summary>Finds the longer blocks of a page by their shingles (sequences of words).</summary>
internal sealed class BlockLookup
{
    private readonly IReadOnlyList<ShingledBlock> _blocks;
    private readonly ILookup<ulong, int> _places;
    private readonly int[] _shared;

    public BlockLookup(ShingledPage page, int shortest)
    {
        Page = page;
        _blocks = [.. page.Blocks.Where(b => b.Shingles.Length >= shortest)];
        _places = Enumerable
            .Range(0, _blocks.Count)
            .SelectMany(i => _blocks[i].Shingles.Select(s => (s, i)))
            .ToLookup(b => b.s, b => b.i);
        _shared = new int[_blocks.Count];
    }

    public ShingledPage Page { get; }

    /// <summary>
    /// The block that has the most shingles in common with a block of another page, or null if none has any.
    /// </summary>
    public (ShingledBlock Block, double Share)? MostLike(ShingledBlock other)
    {
        Array.Clear(_shared);
        foreach (var shingle in other.Shingles)
        foreach (var place in _places[shingle])
            _shared[place]++;

        (ShingledBlock Block, double Share)? best = null;
        for (var i = 0; i < _shared.Length; i++)
        {
            if (_shared[i] == 0)
                continue;
            var share = Shingles.Share(_shared[i], other.Shingles.Length, _blocks[i].Shingles.Length);
            if (best is null || share > best.Value.Share)
                best = (_blocks[i], share);
        }

        return best;
    }
}
