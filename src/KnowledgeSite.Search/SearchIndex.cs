using KnowledgeSite.Search.Indexing;

namespace KnowledgeSite.Search;

/// <summary>The search index of a site.</summary>
/// <param name="PageOfSection">The page number of each section.</param>
/// <param name="Words">Sorted by UTF-16 code units.</param>
/// <param name="Abbreviations">Sorted by their letters.</param>
internal sealed record SearchIndex(
    IReadOnlyList<SearchPage> Pages,
    int[] PageOfSection,
    IReadOnlyList<WordPostings> Words,
    IReadOnlyList<Abbreviation> Abbreviations
)
{
    /// <summary>
    /// The number of pages, from the start of the list, that count for the rarity of words. The generated pages after
    /// them have only a line of text each, but are so numerous that they would distort the rarity of all words.
    /// </summary>
    public int RarityPages { get; } = Pages.Count(p => p.SearchText is null);

    /// <summary>The ladders, in whose comparisons and levels a query may be answered directly.</summary>
    public IReadOnlyList<SearchLadder> Ladders { get; init; } = [];

    /// <summary>
    /// The templates of documents. A query that names one with a level or a role leads to the document.
    /// </summary>
    public IReadOnlyList<SearchTemplate> Templates { get; init; } = [];

    /// <summary>The roles that have documents.</summary>
    public IReadOnlyList<SearchRole> Roles { get; init; } = [];

    /// <summary>The BCP 47 tag of the language in which the site is written.</summary>
    public string Language { get; init; } = "en";

    /// <summary>
    /// The URL by which readers report a query without results; <c>{subject}</c> and <c>{body}</c> stand for the texts.
    /// Null if the site has neither a repository nor a contact.
    /// </summary>
    public string? Report { get; init; }
}

/// <param name="Postings">Sorted by section.</param>
/// <param name="LeftOut">The totals if postings were left out; null if all are present.</param>
internal sealed record WordPostings(string Word, Posting[] Postings, LeftOutPostings? LeftOut)
{
    /// <summary>
    /// How many pages contain the word: at least two to the power of this number, which is at most 7.
    /// </summary>
    public byte PagesPower { get; init; }
}

/// <summary>The totals of a very common word, whose weakest body-only postings are left out of the index.</summary>
/// <param name="Pages">The number of pages with the word in their text, including those left out.</param>
/// <param name="Sections">The number of sections with the word in their text, including those left out.</param>
internal sealed record LeftOutPostings(int Pages, int Sections);

/// <summary>
/// An abbreviation and its long form, as in "return on investment (ROI)"; both as normalized words of the index.
/// </summary>
internal sealed record Abbreviation(string Letters, IReadOnlyList<string> Words);
