using System.Numerics;
using KnowledgeSite.Files;
using KnowledgeSite.Search.Indexing;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search.Related;

/// <summary>The features that pages may share: rare words of the text, rarely linked targets, rare tags, rarely cited
/// works.</summary>
/// <param name="numbers">The page numbers on the site.</param>
internal sealed class Features(Site site, SearchIndex index, IReadOnlyDictionary<SitePage, int> numbers)
{
    private const int MinWordLength = 4;

    /// <summary>
    /// The weight from which a section is about a word, in steps of <see cref="Posting.Body"/>: the word occurs twice
    /// in a short section, or three times in one of average length.
    /// </summary>
    private const int MuchOfSection = 10;

    /// <summary>The factor for tags, because an author assigns them deliberately.</summary>
    private const int TagWorth = 2;

    public IEnumerable<Feature> All => [.. Words(), .. Links(), .. Tags(), .. Sources()];

    /// <summary>
    /// On a small site, a rare word may occur on at most an eighth of the pages, rounded to a power of two.
    /// </summary>
    private int MostPages =>
        Math.Min(Feature.MaxPages, (1 << Math.Max(0, BitOperations.Log2((uint)Math.Max(1, numbers.Count)) - 2)) - 1);

    private IEnumerable<Feature> Words()
    {
        var most = MostPages;
        foreach (var word in index.Words)
        {
            if (
                1 << word.PagesPower > most
                || word.LeftOut is not null
                || word.Word.Length < MinWordLength
                || !word.Word.All(char.IsLetter)
            )
                continue;
            var pages = PagesOf(word);
            if (pages.Length > 1 && pages.Length <= most)
                yield return new(FeatureKind.Word, word.Word, Feature.WeightOf(pages.Length), pages);
        }
    }

    /// <summary>
    /// The pages that are about the word: it occurs in a heading, in two sections, or often in one. A single mention
    /// does not count.
    /// </summary>
    private int[] PagesOf(WordPostings word)
    {
        var pages = new HashSet<int>();
        var seen = -1;
        foreach (ref readonly var posting in word.Postings.AsSpan())
        {
            if (posting.Body == 0 && posting.Heading == 0)
                continue;
            var place = index.PageOfSection[posting.Section];
            var isAbout = posting.Heading > 0 || posting.Body >= MuchOfSection || place == seen;
            seen = place;
            if (isAbout && _places[place] >= 0)
                pages.Add(_places[place]);
        }

        return [.. pages.Order()];
    }

    /// <summary>The site page number of each page in the index; negative for a generated page.</summary>
    private readonly int[] _places =
    [
        .. index.Pages.Select(p => p.Source is { } source ? numbers.GetValueOrDefault(source, -1) : -1),
    ];

    private IEnumerable<Feature> Links() =>
        from target in site
            .Pages.SelectMany(p =>
                site.Links[p.Path]
                    .OfType<ResolvedLink.Internal>()
                    .Where(l => !l.IsSamePage && l.Address.IsPage)
                    .DistinctBy(l => l.Address)
                    .Select(l => (l.Address, Page: p))
            )
            .GroupBy(l => l.Address)
        let titled = TitleOf(target.Key)
        let pages = target.Select(l => numbers[l.Page]).ToArray()
        where titled is not null && pages.Length is > 1 and <= Feature.MaxPages
        select new Feature(FeatureKind.Link, titled, Feature.WeightOf(pages.Length), pages);

    private IEnumerable<Feature> Tags() =>
        from tag in site.Tags
        where tag.Tagged.Count is > 1 and <= Feature.MaxPages
        select new Feature(
            FeatureKind.Tag,
            tag.Name,
            TagWorth * Feature.WeightOf(tag.Tagged.Count),
            [.. tag.Tagged.Select(p => numbers[p]).Order()]
        );

    private IEnumerable<Feature> Sources() =>
        from work in site.Works.Works
        let pages = site.Works.PagesCiting(work).Where(numbers.ContainsKey).Select(p => numbers[p]).Order().ToArray()
        where pages.Length is > 1 and <= Feature.MaxPages
        select new Feature(FeatureKind.Source, work.Title, Feature.WeightOf(pages.Length), pages);

    private readonly Dictionary<SitePath, string> _titles = site.Pages.ToDictionary(p => p.Address, p => p.Title);

    private string? TitleOf(SitePath address) => _titles.GetValueOrDefault(address);
}

/// <summary>A feature that a few pages share.</summary>
/// <param name="Weight">Grows with its rarity, in powers of two, so that adding or removing a page seldom changes
/// it.</param>
/// <param name="Pages">The page numbers in ascending order.</param>
internal sealed record Feature(FeatureKind Kind, string Name, int Weight, int[] Pages)
{
    /// <summary>A feature shared by more pages than this says little about any two of them.</summary>
    public const int MaxPages = 15;

    /// <summary>The weight by the number of pages with the feature.</summary>
    public static int WeightOf(int pages) => 1 + BitOperations.Log2(MaxPages) - BitOperations.Log2((uint)pages);
}

internal enum FeatureKind
{
    Word,
    Link,
    Tag,
    Source,
}
