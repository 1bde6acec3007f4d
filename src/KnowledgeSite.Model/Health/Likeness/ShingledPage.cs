using KnowledgeSite.Content;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health.Likeness;

/// <summary>The text of a page as hashed sequences of words, by block.</summary>
/// <param name="All">The word sequences of all blocks, sorted.</param>
/// <param name="Skeleton">The sequences of short words, sorted.</param>
internal sealed record ShingledPage(SitePage Page, IReadOnlyList<ShingledBlock> Blocks, ulong[] All, ulong[] Skeleton)
{
    public static ShingledPage Create(SitePage page)
    {
        var written = ProseBlock.Find(page.Content).Select(b => (Block: b, Words: Shingles.Words(b.Text))).ToList();
        var blocks = written
            .Select(b => new ShingledBlock(b.Block, Shingles.Sorted(Shingles.Compute(b.Words))))
            .Where(b => b.Shingles.Length > 0)
            .ToList();
        return new(
            page,
            blocks,
            Shingles.Sorted(blocks.SelectMany(b => b.Shingles)),
            Shingles.Skeleton(written.Select(b => b.Words))
        );
    }
}

/// <param name="Shingles">The word sequences, sorted.</param>
internal sealed record ShingledBlock(ProseBlock Block, ulong[] Shingles);
