namespace KnowledgeSite.Search.Ranking;

/// <summary>
/// The parameters of the ranking; equal to those in <c>ranking.js</c>, <c>words.js</c> and <c>slots.js</c>. Fields are
/// scored separately and combined with weights, as in BM25F (Robertson and Zaragoza, The Probabilistic Relevance
/// Framework: BM25 and Beyond, 2009). The values were tuned on links and headings of real handbooks.
/// </summary>
internal static class RankingWeights
{
    // The field weights of a page.
    public const double Title = 3.75;
    public const double Headings = 0.96;
    public const double Body = 1.6;
    public const double Path = 0.4;
    public const double Names = 2.9;

    /// <summary>The bonus for the share of a title that the query covers.</summary>
    public const double WholeTitle = 0.7;

    /// <summary>The bonus if title and query cover each other.</summary>
    public const double ExactTitle = 0.6;

    /// <summary>The length penalty for titles longer than <see cref="UsualTitle"/> words.</summary>
    public const double TitleLength = 0.22;

    public const double SectionHeading = 2.2;
    public const double SectionBody = 2;

    /// <summary>The bonus for a heading that equals the query.</summary>
    public const double ExactHeading = 2.6;

    /// <summary>The weight of the title as the heading of the page's first section.</summary>
    public const double TitleOfFirst = 0.48;

    /// <summary>
    /// The weight, for a section, of a word in the page's title instead of the section: a ladder cell is known by its
    /// dimension and its level.
    /// </summary>
    public const double TitleForSection = 0.8;

    /// <summary>
    /// The exponent by which the score of a heading falls with words that only the heading or only the query contains.
    /// </summary>
    public const double Exactness = 6.4;

    /// <summary>The bonus for a page field that contains all words of the query.</summary>
    public const double Together = 0.35;

    /// <summary>The bonus for a section that contains all words of the query.</summary>
    public const double SectionTogether = 1.6;

    /// <summary>The weight of the share of query words that the page contains in any field.</summary>
    public const double Coverage = 0.47;

    /// <summary>A page that matches less than this share of what the best page matches is scored lower.</summary>
    public const double FullCoverage = 0.28;

    /// <summary>A page that matches less than this share is dropped.</summary>
    public const double MinCoverage = 0.14;

    /// <summary>The exponent of the penalty between the two limits.</summary>
    public const double Narrowing = 4;

    /// <summary>
    /// The advantage of a page's first section over its other sections if the title contains the whole query.
    /// </summary>
    public const double TitleLead = 3;

    /// <summary>The weight of the best section in the score of its page.</summary>
    public const double Section = 0.5;

    /// <summary>BM25's k1 for the text of a page.</summary>
    public const double PageBody = 1.75;

    /// <summary>BM25's b: the length penalty for pages with more than <see cref="UsualSections"/> sections.</summary>
    public const double PageLength = 0.8;

    public const double UsualTitle = 4;
    public const double UsualSections = 8;

    /// <summary>
    /// The confidence of another form of the word with the same stem (Snowball's English stemmer, Porter2).
    /// </summary>
    public const double Stem = 0.7;

    /// <summary>The confidence of a longer word that begins with the query word.</summary>
    public const double Prefix = 0.94;

    /// <summary>The exponent by which that confidence falls with the number of missing letters.</summary>
    public const double PrefixLength = 0.18;

    /// <summary>The confidence of a word with one typo.</summary>
    public const double Typo = 0.78;

    /// <summary>The factor for a second typo.</summary>
    public const double SecondTypo = 0.38;

    /// <summary>The factor if the first letter differs.</summary>
    public const double OtherInitial = 0.8;

    /// <summary>
    /// The factor if the query word itself exists on the site: pages with this word rank above pages with another
    /// spelling.
    /// </summary>
    public const double TypoOfKnown = 0.3;

    /// <summary>The confidence of an abbreviation for its long form, and the other way round.</summary>
    public const double Abbreviation = 0.7;

    /// <summary>The maximum number of completions of an unfinished word; those on the most pages are used.</summary>
    public const int MaxPrefixes = 30;

    /// <summary>The maximum number of completions of one or two letters.</summary>
    public const int MaxShortPrefixes = 8;

    /// <summary>An existing word shorter than this, such as the name "C", is not expanded as a prefix.</summary>
    public const int MinPrefixLength = 3;

    /// <summary>The same limit for a word that is the whole query, such as "API".</summary>
    public const int MinPrefixLengthAlone = 4;

    public const int MaxTypos = 3;

    /// <summary>
    /// The highest <see cref="WordPostings.PagesPower"/> at which an existing word may still be a typo.
    /// </summary>
    public const int PagesOfTypo = 1;

    public const int MinLengthForOneTypo = 5;
    public const int MinLengthForTwoTypos = 8;
}
