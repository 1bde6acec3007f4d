using KnowledgeSite.Content;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health.Likeness;

/// <summary>The text of a page as runs of words, block by block.</summary>
/// <param name="All">Of all blocks.</param>
/// <param name="Skeleton">Runs of short words only.</param>
internal sealed record ShingledPage(SitePage Page, IReadOnlyList<ShingledBlock> Blocks, ulong[] All, ulong[] Skeleton)
{
    public static ShingledPage Of(SitePage page)
    {
        var written = ProseBlock.Of(page.Content);
        var blocks = written.Select(b => new ShingledBlock(b, Shingles.Of(b.Text))).Where(b => b.Shingles.Length > 0).ToList();
        return new(page, blocks, Shingles.Sorted(blocks.SelectMany(b => b.Shingles)), Shingles.Skeleton(written.Select(b => b.Text)));
    }
}

internal sealed record ShingledBlock(ProseBlock Block, ulong[] Shingles);
