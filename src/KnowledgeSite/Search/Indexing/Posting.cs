namespace KnowledgeSite.Search.Indexing;

/// <summary>That a word stands in a section, and how.</summary>
/// <param name="Section">Its number among the sections of all pages.</param>
/// <param name="Body">How much of the text under the heading the word makes up, 1 to 15; 0 where it is not in
/// it.</param>
/// <param name="Heading">The number of words of the heading that holds it, 15 at most; 0 where it does not. The heading
/// of a page's first section is its title.</param>
/// <param name="Names">How usual the word is in what others call the section, or the page where it is the first: 1 to
/// 15; 0 where it is not.</param>
/// <param name="InPath">It is part of the page's address.</param>
public readonly record struct Posting(int Section, byte Body, byte Heading, byte Names, bool InPath)
{
    /// <summary>The steps of <see cref="Body"/> and of <see cref="Names"/>.</summary>
    public const int Steps = 15;

    private const double Saturation = 1.2;
    private const double LengthShare = 0.6;
    private const double UsualLength = 80;
    private const double NamesSaturation = 0.6;

    /// <summary>
    /// BM25's term frequency (Robertson and Zaragoza 2009, 3.4), in steps. The usual length of a section is a constant,
    /// so that a change to one page leaves what is known of the others as it is.
    /// </summary>
    /// <param name="length">In words.</param>
    public static byte BodyOf(int count, int length) =>
        Step(count / (count + (Saturation * (1 - LengthShare + (LengthShare * length / UsualLength)))));

    /// <param name="share">The sum over the names that hold the word of its share in them.</param>
    public static byte NamesOf(double share) => Step(share / (share + NamesSaturation));

    public static byte HeadingOf(int words) => (byte)Math.Min(Steps, words);

    private static byte Step(double value) =>
        (byte)Math.Max(1, Math.Round(Steps * value, MidpointRounding.AwayFromZero));
}
