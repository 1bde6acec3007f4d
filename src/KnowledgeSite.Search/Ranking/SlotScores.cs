using KnowledgeSite.Search.Indexing;

namespace KnowledgeSite.Search.Ranking;

/// <summary>The pages and sections that match one word of a query, with confidences.</summary>
internal sealed class SlotScores(SearchIndex index)
{
    public Scores<SlotPage> Pages { get; } = new(index.Pages.Count);

    public Scores<SlotSection> Sections { get; } = new(index.PageOfSection.Length);

    public void Clear()
    {
        Pages.Clear();
        Sections.Clear();
    }

    public void Add(TermExpansion meaning)
    {
        foreach (var posting in meaning.Words.Count > 1 ? FindAdjacent(meaning.Words) : meaning.Words[0].Postings)
            Add(posting, meaning.Sureness);
    }

    private void Add(Posting posting, double sureness)
    {
        var number = index.PageOfSection[posting.Section];
        ref var page = ref Pages[number];
        ref var section = ref Sections[posting.Section];
        page.Sureness = Math.Max(page.Sureness, sureness);
        if (posting.Body > 0)
        {
            var weight = sureness * posting.Body / Posting.Steps;
            section.Body += weight;
            page.Body += weight;
        }

        if (posting.Heading > 0)
        {
            section.Heading = Math.Max(section.Heading, sureness);
            section.HeadingLength = posting.Heading;
            if (posting.Section == index.Pages[number].FirstSection)
                page.Title = Math.Max(page.Title, sureness);
            else
                page.Headings = Math.Max(page.Headings, sureness);
        }

        if (posting.Names > 0)
            page.Names = Math.Max(page.Names, sureness * posting.Names / Posting.Steps);
        if (posting.InPath)
            page.Path = Math.Max(page.Path, sureness);
    }

    /// <summary>The places where several words occur together: in the same text, heading or name.</summary>
    private static IEnumerable<Posting> FindAdjacent(IReadOnlyList<WordPostings> words) =>
        words
            .Skip(1)
            .Aggregate<WordPostings, IEnumerable<Posting>>(
                words[0].Postings,
                (met, word) => met.Join(word.Postings, p => p.Section, p => p.Section, Least)
            );

    private static Posting Least(Posting a, Posting b) =>
        new(
            a.Section,
            Math.Min(a.Body, b.Body),
            Math.Min(a.Heading, b.Heading),
            Math.Min(a.Names, b.Names),
            a.InPath && b.InPath
        );
}

/// <summary>The confidence with which a page matches one word, by field.</summary>
internal struct SlotPage
{
    public double Title;
    public double Headings;
    public double Body;
    public double Path;
    public double Names;
    public double Sureness;
}

/// <summary>The confidence with which a section matches one word, by field.</summary>
internal struct SlotSection
{
    public double Heading;
    public double Body;
    public int HeadingLength;
}
