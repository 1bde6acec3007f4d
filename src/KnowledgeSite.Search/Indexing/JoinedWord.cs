using System.Numerics;

namespace KnowledgeSite.Search.Indexing;

/// <summary>The postings of one word while the runs are joined.</summary>
/// <param name="names">The word's postings from names, sorted by section.</param>
internal struct JoinedWord(Posting[]? names)
{
    private Posting[] _postings = [];
    private int _count;
    private int _nextName;
    private int _least;
    private int _pages;
    private int _nextPage;
    private int _textPages;
    private int _nextTextPage;

    /// <summary>The number of sections with the word in their text.</summary>
    public int TextSections { get; set; }

    public void MakeRoom(int sections) => _postings = new Posting[sections + (names?.Length ?? 0)];

    /// <summary>
    /// Allocates the postings and decides which are kept: for a very common word, only those with the highest term
    /// frequencies.
    /// </summary>
    /// <param name="steps">The number of sections per value of <see cref="Posting.Body"/>; at index 0, the number of
    /// sections with the word outside the text.</param>
    public void MakeRoom(ReadOnlySpan<int> steps)
    {
        var kept = 0;
        for (_least = Posting.Steps; kept + steps[_least] <= IndexBuilder.MaxSections; _least--)
            kept += steps[_least];
        MakeRoom(kept + steps[0]);
    }

    public void Add(int section, RunPosting posting, int[] pageOfSection)
    {
        byte named = 0;
        if (names is not null)
        {
            AddNames(section, pageOfSection);
            if (_nextName < names.Length && names[_nextName].Section == section)
                named = names[_nextName++].Names;
        }

        CountPage(pageOfSection[section], posting.Body > 0);
        if (posting.Body > _least || named > 0 || posting.IsElsewhere)
            _postings[_count++] = new(section, posting.Body, posting.Heading, named, posting.InPath);
    }

    public WordPostings End(string word, int[] pageOfSection)
    {
        AddNames(int.MaxValue, pageOfSection);
        Array.Resize(ref _postings, _count);
        var leftOut = TextSections > IndexBuilder.MaxSections ? new LeftOutPostings(_textPages, TextSections) : null;
        return new(word, _postings, leftOut) { PagesPower = (byte)Math.Min(7, BitOperations.Log2((uint)_pages)) };
    }

    /// <summary>Adds the postings from names of earlier sections, whose text does not contain the word.</summary>
    private void AddNames(int section, int[] pageOfSection)
    {
        for (; _nextName < names?.Length && names[_nextName].Section < section; _nextName++)
        {
            CountPage(pageOfSection[names[_nextName].Section], isInText: false);
            _postings[_count++] = names[_nextName];
        }
    }

    private void CountPage(int page, bool isInText)
    {
        if (page >= _nextPage)
        {
            _pages = _pages + 1;
            _nextPage = page + 1;
        }
        if (isInText && page >= _nextTextPage)
        {
            _textPages = _textPages + 1;
            _nextTextPage = page + 1;
        }
    }
}
