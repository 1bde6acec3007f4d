namespace KnowledgeSite.Search.Indexing;

/// <summary>The postings of a run of pages, section by section.</summary>
internal sealed class RunPostings
{
    // Stored in chunks, because a growing list of millions of entries is copied repeatedly; chunks above 85,000 bytes
    // go to the large object heap, which is not compacted.
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

    /// <summary>Ends a section: all postings since the last end belong to it.</summary>
    public void EndSection() => _ends.Add(_count);

    /// <summary>The index after the last posting of a section.</summary>
    public int EndOf(int section) => _ends[section];

    /// <summary>
    /// The postings from <paramref name="start"/> to <paramref name="end"/>, or as many of them as are in one chunk.
    /// </summary>
    public ReadOnlySpan<RunPosting> From(int start, int end) =>
        _pieces[start / PieceLength]
            .AsSpan(start % PieceLength, Math.Min(end - start, PieceLength - (start % PieceLength)));
}

/// <param name="Word">The word number within the run.</param>
internal readonly record struct RunPosting(int Word, byte Body, byte Heading, bool InPath)
{
    public bool IsElsewhere => Heading > 0 || InPath;
}
