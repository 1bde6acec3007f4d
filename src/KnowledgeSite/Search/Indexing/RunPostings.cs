namespace KnowledgeSite.Search.Indexing;

/// <summary>The words of a run of pages, section by section.</summary>
internal sealed class RunPostings
{
    // In pieces, since a list of millions that grows is copied again and again; and in pieces that the garbage
    // collector never moves (85,000 bytes and more).
    private const int PieceLength = 16 * 1024;

    private readonly List<RunPosting[]> _pieces = [];
    private readonly List<int> _ends = [];
    private RunPosting[] _last = [];
    private int _count;

    public int SectionCount => _ends.Count;

    public void Add(RunPosting posting)
    {
        var at = _count++ % PieceLength;
        if (at == 0)
            _pieces.Add(_last = GC.AllocateUninitializedArray<RunPosting>(PieceLength));
        _last[at] = posting;
    }

    /// <summary>What was added since the last end stands in one section.</summary>
    public void EndSection() => _ends.Add(_count);

    /// <summary>What follows the last posting of a section.</summary>
    public int EndOf(int section) => _ends[section];

    /// <summary>
    /// Postings from <paramref name="start"/> on: all up to <paramref name="end"/>, or as many of them as lie side by
    /// side.
    /// </summary>
    public ReadOnlySpan<RunPosting> From(int start, int end) =>
        _pieces[start / PieceLength]
            .AsSpan(start % PieceLength, Math.Min(end - start, PieceLength - (start % PieceLength)));
}

/// <param name="Word">Its number in the run.</param>
internal readonly record struct RunPosting(int Word, byte Body, byte Heading, bool InPath)
{
    public bool IsElsewhere => Heading > 0 || InPath;
}
