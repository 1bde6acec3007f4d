using KnowledgeSite.Search.Indexing;

namespace KnowledgeSite.Search;

/// <summary>All that the search knows of a site.</summary>
/// <param name="PageOfSection">The number of its page, for each section.</param>
/// <param name="Words">Sorted by UTF-16 units.</param>
/// <param name="Abbreviations">By their letters.</param>
public sealed record SearchIndex(
    IReadOnlyList<SearchPage> Pages,
    int[] PageOfSection,
    IReadOnlyList<WordPostings> Words,
    IReadOnlyList<Abbreviation> Abbreviations
)
{
    /// <summary>
    /// The number of pages that say how rare a word is: the first ones. Those after them are made in such numbers, each
    /// of a line of text, that no word would be rare any more, or small words would.
    /// </summary>
    public int WeighingPages { get; } = Pages.Count(p => p.TextInstead is null);

    /// <summary>The number of sections on those pages.</summary>
    public int WeighingSections { get; } = Pages.Where(p => p.TextInstead is null).Sum(p => p.Sections.Count);
}

/// <param name="Postings">By section.</param>
/// <param name="LeftOut">Null where the postings are all there are.</param>
public sealed record WordPostings(string Word, Posting[] Postings, LeftOutPostings? LeftOut)
{
    /// <summary>On how many pages the word stands, as a power of two, rounded down, 7 at most.</summary>
    public byte PagesPower { get; init; }
}

/// <summary>
/// Of a word that stands nearly everywhere the sections where it is only one of many in the text are left out.
/// </summary>
/// <param name="Pages">How many pages have the word in their text, those left out among them.</param>
/// <param name="Sections">How many sections.</param>
public sealed record LeftOutPostings(int Pages, int Sections);

/// <summary>What letters stand for, as in "return on investment (ROI)"; both as the index knows words.</summary>
public sealed record Abbreviation(string Letters, IReadOnlyList<string> Words);
