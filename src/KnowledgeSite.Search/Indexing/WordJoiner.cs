using System.Numerics;

namespace KnowledgeSite.Search.Indexing;

/// <summary>
/// Joins the postings of all runs, word by word, and adds the words of names. If a word occurs in the text of more than
/// <see cref="IndexBuilder.MaxSections"/> sections, only the postings with the highest term frequencies, and those
/// outside the text, are kept.
/// </summary>
internal sealed class WordJoiner
{
    private readonly IndexRun[] _runs;
    private readonly int[][] _numbers;
    private readonly int[] _pageOfSection;
    private readonly JoinedWord[] _words;

    /// <param name="numbers">For each run, the site-wide number of each of its words.</param>
    /// <param name="names">The postings from names, by word number.</param>
    public WordJoiner(IndexRun[] runs, int[][] numbers, Posting[]?[] names, int[] pageOfSection)
    {
        _runs = runs;
        _numbers = numbers;
        _pageOfSection = pageOfSection;
        _words = Array.ConvertAll(names, n => new JoinedWord(n));
    }

    /// <param name="words">All words, by number.</param>
    public IEnumerable<WordPostings> Join(IReadOnlyList<string> words)
    {
        MakeRoom();
        var first = 0;
        for (var run = 0; run < _runs.Length; run++)
        {
            AddPostings(_runs[run].Postings, _numbers[run], first);
            first += _runs[run].Postings.SectionCount;
        }

        return words
            .Select((word, number) => _words[number].End(word, _pageOfSection))
            .Where(w => w.Postings.Length > 0 || w.LeftOut is not null);
    }

    private void MakeRoom()
    {
        var sections = new int[_words.Length];
        for (var run = 0; run < _runs.Length; run++)
        {
            var counts = new (int InText, int All)[_numbers[run].Length];
            CountSections(_runs[run].Postings, counts);
            for (var word = 0; word < counts.Length; word++)
            {
                _words[_numbers[run][word]].TextSections += counts[word].InText;
                sections[_numbers[run][word]] += counts[word].All;
            }
        }

        var steps = Array.ConvertAll(
            _words,
            w => w.TextSections > IndexBuilder.MaxSections ? new int[Posting.Steps + 1] : null
        );
        for (var run = 0; run < _runs.Length; run++)
            CountSteps(_runs[run].Postings, _numbers[run], steps);
        for (var word = 0; word < _words.Length; word++)
        {
            if (steps[word] is { } counted)
                _words[word].MakeRoom(counted);
            else
                _words[word].MakeRoom(sections[word]);
        }
    }

    /// <summary>Counts the sections that contain each word in their text, and anywhere.</summary>
    private static void CountSections(RunPostings run, (int InText, int All)[] counts)
    {
        for (var at = 0; at < run.Count; )
        {
            var postings = run.From(at, run.Count);
            at += postings.Length;
            foreach (ref readonly var posting in postings)
            {
                ref var count = ref counts[posting.Word];
                count.All++;
                if (posting.Body > 0)
                    count.InText++;
            }
        }
    }

    private static void CountSteps(RunPostings run, int[] numbers, int[]?[] steps)
    {
        for (var at = 0; at < run.Count; )
        {
            var postings = run.From(at, run.Count);
            at += postings.Length;
            foreach (ref readonly var posting in postings)
            {
                if (steps[numbers[posting.Word]] is not { } counted)
                    continue;
                if (posting.Body > 0)
                    counted[posting.Body]++;
                if (posting.IsElsewhere)
                    counted[0]++;
            }
        }
    }

    private void AddPostings(RunPostings run, int[] numbers, int first)
    {
        for (int section = 0, at = 0; section < run.SectionCount; section++)
        {
            for (var end = run.EndOf(section); at < end; )
            {
                var postings = run.From(at, end);
                at += postings.Length;
                foreach (ref readonly var posting in postings)
                    _words[numbers[posting.Word]].Add(first + section, posting, _pageOfSection);
            }
        }
    }
}

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
            _pages++;
            _nextPage = page + 1;
        }

        if (isInText && page >= _nextTextPage)
        {
            _textPages++;
            _nextTextPage = page + 1;
        }
    }
}
