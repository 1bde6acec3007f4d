using KnowledgeSite.Words;

namespace KnowledgeSite.Search.Indexing;

/// <summary>Counts the words of a section; reusable for the next one.</summary>
internal sealed class SectionWords
{
    private readonly WordNumbers _numbers;
    private readonly char[] _word = new char[SearchWordReader.BufferSize];
    private readonly List<int> _touched = [];
    private WordCount[] _counts = new WordCount[4096];
    private int _headingLength;
    private int _bodyLength;

    public SectionWords(WordNumbers numbers) => _numbers = numbers;

    public void AddHeading(ReadOnlySpan<char> text)
    {
        for (var reader = new SearchWordReader(text, _word); reader.MoveNext(); )
        {
            CountOf(reader.Word).Heading++;
            if (!reader.IsPart)
                _headingLength++;
        }
    }

    public void AddBody(ReadOnlySpan<char> text)
    {
        for (var reader = new SearchWordReader(text, _word); reader.MoveNext(); )
        {
            CountOf(reader.Word).Body++;
            if (!reader.IsPart)
                _bodyLength++;
        }
    }

    public void AddPath(ReadOnlySpan<char> path)
    {
        for (var reader = new SearchWordReader(path, _word); reader.MoveNext(); )
            CountOf(reader.Word).InPath = true;
    }

    /// <summary>Moves the counts to the postings and resets this instance.</summary>
    public void MoveTo(RunPostings postings)
    {
        foreach (var word in _touched)
        {
            ref var count = ref _counts[word];
            postings.Add(
                new(
                    word,
                    Body: count.Body == 0 ? (byte)0 : Posting.BodyOf(count.Body, _bodyLength),
                    Heading: count.Heading == 0 ? (byte)0 : Posting.HeadingOf(_headingLength),
                    count.InPath
                )
            );
            count = default;
        }

        postings.EndSection();
        _touched.Clear();
        _headingLength = 0;
        _bodyLength = 0;
    }

    private ref WordCount CountOf(ReadOnlySpan<char> word)
    {
        var number = _numbers.Get(word);
        // Words of names also get numbers, and there may be many.
        if (number >= _counts.Length)
            Array.Resize(ref _counts, Math.Max(_counts.Length * 2, number + 1));
        ref var count = ref _counts[number];
        if (count is { Body: 0, Heading: 0, InPath: false })
            _touched.Add(number);
        return ref count;
    }

    private struct WordCount
    {
        public int Body;
        public int Heading;
        public bool InPath;
    }
}
