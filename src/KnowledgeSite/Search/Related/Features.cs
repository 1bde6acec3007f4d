using System.Numerics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search.Related;

/// <summary>What pages of a site may have in common: rare words of their text, places that few link to, tags that few have.</summary>
/// <param name="numbers">Of the pages, by their place in the site.</param>
internal sealed class Features(Site site, SearchIndex index, IReadOnlyDictionary<SitePage, int> numbers)
{
    private const int ShortestWord = 3;

    /// <summary>An author who tags a page says on purpose what a word only hints at.</summary>
    private const int TagWorth = 2;

    public IEnumerable<Feature> All => [.. Words(), .. Links(), .. Tags()];

    /// <summary>On a small site a word is rare only where no more than a quarter of the pages have it.</summary>
    private int MostPages => Math.Min(Feature.MostPages, (1 << Math.Max(0, BitOperations.Log2((uint)Math.Max(1, numbers.Count)) - 1)) - 1);

    private IEnumerable<Feature> Words()
    {
        var most = MostPages;
        foreach (var word in index.Words)
        {
            if (1 << word.PagesPower > most || word.LeftOut is not null || word.Word.Length < ShortestWord || !word.Word.All(char.IsLetter)) continue;
            var pages = PagesOf(word);
            if (pages.Length > 1 && pages.Length <= most) yield return new(FeatureKind.Word, word.Word, Feature.WeightOf(pages.Length), pages);
        }
    }

    private int[] PagesOf(WordPostings word)
    {
        var pages = new List<int>();
        foreach (ref readonly var posting in word.Postings.AsSpan())
        {
            if (posting.Body == 0 && posting.Heading == 0) continue;
            if (index.Pages[index.PageOfSection[posting.Section]].Source is not { } source) continue;
            var number = numbers[source];
            if (pages.Count == 0 || pages[^1] != number) pages.Add(number);
        }

        return [.. pages.Distinct().Order()];
    }

    private IEnumerable<Feature> Links() =>
        from target in site.Pages.SelectMany(p => site.Links[p.Path].OfType<ResolvedLink.Internal>().Where(l => !l.IsSamePage && l.Address.IsPage).DistinctBy(l => l.Address).Select(l => (l.Address, Page: p))).GroupBy(l => l.Address)
        let titled = TitleOf(target.Key)
        let pages = target.Select(l => numbers[l.Page]).ToArray()
        where titled is not null && pages.Length is > 1 and <= Feature.MostPages
        select new Feature(FeatureKind.Link, titled, Feature.WeightOf(pages.Length), pages);

    private IEnumerable<Feature> Tags() =>
        from tag in site.Tags
        where tag.Pages.Count is > 1 and <= Feature.MostPages
        select new Feature(FeatureKind.Tag, tag.Name, TagWorth * Feature.WeightOf(tag.Pages.Count), [.. tag.Pages.Select(p => numbers[p]).Order()]);

    private readonly Dictionary<SitePath, string> _titles = site.Pages.ToDictionary(p => p.Address, p => p.Title);

    private string? TitleOf(SitePath address) => _titles.GetValueOrDefault(address);
}
