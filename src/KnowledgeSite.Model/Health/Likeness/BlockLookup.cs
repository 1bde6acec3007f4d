namespace KnowledgeSite.Health.Likeness;

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
