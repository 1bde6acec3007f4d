namespace KnowledgeSite.Search.Indexing;

/// <summary>The words of a run of pages, section by section. In pieces, since a list of millions that grows is copied again and again.</summary>
internal sealed class RunPostings
{
    private const int PieceLength = 8 * 1024;

    private readonly List<RunPosting[]> _pieces = [];
    private readonly List<int> _ends = [];
    private int _count;

    public int SectionCount => _ends.Count;

    public void Add(RunPosting posting)
    {
        if (_count == _pieces.Count * PieceLength) _pieces.Add(new RunPosting[PieceLength]);
        _pieces[^1][_count++ % PieceLength] = posting;
    }

    /// <summary>What was added since the last end stands in one section.</summary>
    public void EndSection() => _ends.Add(_count);

    public void CountWords(int[] counts, int[] numbers)
    {
        for (var i = 0; i < _count; i++) counts[numbers[_pieces[i / PieceLength][i % PieceLength].Word]]++;
    }

    /// <summary>Appends each posting to those of its word.</summary>
    /// <param name="filled">How many postings each word has already.</param>
    /// <param name="numbers">The numbers of the run's words among those of all runs.</param>
    /// <param name="offset">The number of the run's first section.</param>
    public void MoveTo(Posting[][] postings, int[] filled, int[] numbers, int offset)
    {
        var start = 0;
        for (var section = 0; section < _ends.Count; section++)
        {
            for (var i = start; i < _ends[section]; i++)
            {
                ref var posting = ref _pieces[i / PieceLength][i % PieceLength];
                var word = numbers[posting.Word];
                postings[word][filled[word]++] = new(offset + section, posting.Body, posting.Heading, 0, posting.InPath);
            }

            start = _ends[section];
        }

        _pieces.Clear();
    }
}

/// <param name="Word">Its number in the run.</param>
internal readonly record struct RunPosting(int Word, byte Body, byte Heading, bool InPath);
