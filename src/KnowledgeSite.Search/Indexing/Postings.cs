namespace KnowledgeSite.Search.Indexing;

/// <summary>A posting: one word in one section.</summary>
/// <param name="Section">The number of the section among those of all pages.</param>
/// <param name="Body">The saturated term frequency in the text under the heading, 1 to 15; 0 if the word is not in
/// it.</param>
/// <param name="Heading">The number of words of the heading that contains the word, 15 at most; 0 if it does not
/// contain it. The heading of a page's first section is the page's title.</param>
/// <param name="Names">The weight of the word in names that other pages use for the section, or for the page if it is
/// the first section: 1 to 15; 0 if there is none.</param>
/// <param name="InPath">True if the word is part of the page's address.</param>
internal readonly record struct Posting(int Section, byte Body, byte Heading, byte Names, bool InPath)
{
    /// <summary>The number of quantization steps of <see cref="Body"/> and <see cref="Names"/>.</summary>
    public const int Steps = 15;

    private const double Saturation = 1.2;
    private const double LengthShare = 0.6;
    private const double UsualLength = 80;
    private const double NamesSaturation = 0.6;

    /// <summary>
    /// BM25's term frequency (Robertson and Zaragoza 2009, 3.4), quantized. The average section length is a constant,
    /// so that a change to one page does not affect the postings of others.
    /// </summary>
    /// <param name="length">The section length in words.</param>
    public static byte BodyOf(int count, int length) =>
        Step(count / (count + (Saturation * (1 - LengthShare + (LengthShare * length / UsualLength)))));

    /// <param name="share">The sum, over all names that contain the word, of the word's share of the name.</param>
    public static byte NamesOf(double share) => Step(share / (share + NamesSaturation));

    public static byte HeadingOf(int words) => (byte)Math.Min(Steps, words);

    private static byte Step(double value) =>
        (byte)Math.Max(1, Math.Round(Steps * value, MidpointRounding.AwayFromZero));
}

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

    /// <summary>The number of postings of all sections.</summary>
    public int Count => _count;

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
