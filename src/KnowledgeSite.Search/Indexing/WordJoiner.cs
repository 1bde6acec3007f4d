namespace KnowledgeSite.Search.Indexing;

/// <summary>
/// Joins the postings of all runs, word by word, and adds the words of names. If a word occurs in the text of more than
/// <see cref="IndexBuilder.MaxSections"/> sections, only the postings with the highest term frequencies, and those
/// outside the text, are kept.
/// </summary>
internal sealed class WordJoiner
{
    private readonly PageIndexer[] _runs;
    private readonly int[][] _numbers;
    private readonly int[] _pageOfSection;
    private readonly JoinedWord[] _words;

    /// <param name="numbers">For each run, the site-wide number of each of its words.</param>
    /// <param name="names">The postings from names, by word number.</param>
    public WordJoiner(PageIndexer[] runs, int[][] numbers, Posting[]?[] names, int[] pageOfSection)
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
            for (var word = 0; word < _numbers[run].Length; word++)
            {
                var (inText, all) = _runs[run].SectionsOf(word);
                _words[_numbers[run][word]].TextSections += inText;
                sections[_numbers[run][word]] += all;
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

    private static void CountSteps(RunPostings run, int[] numbers, int[]?[] steps)
    {
        for (int at = 0, end = run.SectionCount == 0 ? 0 : run.EndOf(run.SectionCount - 1); at < end; )
        {
            var postings = run.From(at, end);
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
