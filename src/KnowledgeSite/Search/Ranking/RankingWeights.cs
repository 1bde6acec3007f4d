namespace KnowledgeSite.Search.Ranking;

/// <summary>
/// The numbers of the ranking, the same as in <c>ranking.js</c>, <c>words.js</c> and <c>slots.js</c>. Fields are scored
/// apart and added up with weights, as in BM25F (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25
/// and Beyond, 2009); the weights were found by trials on links and headings of real handbooks.
/// </summary>
internal static class RankingWeights
{
    // Of a page, by where a word stands.
    public const double Title = 3.75;
    public const double Headings = 0.96;
    public const double Body = 1.6;
    public const double Path = 0.4;
    public const double Names = 2.9;

    /// <summary>What a title gains that the query covers.</summary>
    public const double WholeTitle = 0.7;

    /// <summary>What a title gains that the query covers, and that covers the query.</summary>
    public const double ExactTitle = 0.6;

    /// <summary>How far a long title loses against one of <see cref="UsualTitle"/> words.</summary>
    public const double TitleLength = 0.22;

    public const double SectionHeading = 2.2;
    public const double SectionBody = 2;

    /// <summary>What a heading gains that is the query.</summary>
    public const double ExactHeading = 2.6;

    /// <summary>What a title counts as the heading of its page's first section.</summary>
    public const double TitleOfFirst = 0.48;

    /// <summary>
    /// What a word counts for a section that stands not in it but in the title of its page: a cell of a rubric is known
    /// by its dimension and its level.
    /// </summary>
    public const double TitleForSection = 0.8;

    /// <summary>
    /// How steeply the worth of a heading falls with words that it has and the query has not, or the other way round.
    /// </summary>
    public const double Exactness = 6.4;

    /// <summary>How much it counts that a field of a page holds all words of the query.</summary>
    public const double Together = 0.35;

    /// <summary>How much it counts that a section holds all words of the query.</summary>
    public const double SectionTogether = 1.6;

    /// <summary>How much it counts that a page holds all words of the query, wherever.</summary>
    public const double Coverage = 0.47;

    /// <summary>A page that meets less than this share of what the best page meets loses.</summary>
    public const double FullCoverage = 0.28;

    /// <summary>A page that meets less than this share is no answer.</summary>
    public const double LeastCoverage = 0.14;

    /// <summary>How steeply a page loses between the two.</summary>
    public const double Narrowing = 4;

    /// <summary>
    /// How far the beginning of a page leads its other sections where the title holds all of the query.
    /// </summary>
    public const double TitleLead = 3;

    /// <summary>The share of the best section in the score of its page.</summary>
    public const double Section = 0.5;

    /// <summary>BM25's k1 over the sections of a page.</summary>
    public const double PageBody = 1.75;

    /// <summary>BM25's b: how far a page of many sections loses against one of <see cref="UsualSections"/>.</summary>
    public const double PageLength = 0.8;

    public const double UsualTitle = 4;
    public const double UsualSections = 8;

    /// <summary>
    /// How surely another form of the word is meant: one with the same stem (Snowball's English stemmer, Porter2).
    /// </summary>
    public const double Stem = 0.7;

    /// <summary>How surely a longer word is meant by its beginning.</summary>
    public const double Prefix = 0.94;

    /// <summary>How fast that falls with the letters that are missing.</summary>
    public const double PrefixLength = 0.18;

    /// <summary>How surely a word is meant that is one slip away.</summary>
    public const double Slip = 0.78;

    /// <summary>What is left of that with a second slip.</summary>
    public const double SecondSlip = 0.38;

    /// <summary>What is left of that where the first letter is another.</summary>
    public const double OtherInitial = 0.8;

    /// <summary>
    /// What is left of that for a word that the site has: a page with the word itself comes first, one with another
    /// spelling after it.
    /// </summary>
    public const double SlipOfKnown = 0.3;

    /// <summary>How surely a short form means what it stands for, and the other way round.</summary>
    public const double Abbreviation = 0.7;

    /// <summary>Of the words that begin with an unfinished one, those on most pages count.</summary>
    public const int MostPrefixes = 30;

    /// <summary>Of those that begin with one or two letters, which nobody takes for a question yet.</summary>
    public const int MostShortPrefixes = 8;

    /// <summary>
    /// A word that there is, such as the name "C", is no beginning of another if it is shorter than this.
    /// </summary>
    public const int ShortestBeginning = 3;

    /// <summary>The same of a word that is the whole query, such as "API".</summary>
    public const int ShortestBeginningAlone = 4;

    public const int MostSlips = 3;

    /// <summary>A word that stands on more pages than two to this power and one is no slip.</summary>
    public const int PagesOfSlip = 1;

    public const int ShortestForOneSlip = 5;
    public const int ShortestForTwoSlips = 8;
}
