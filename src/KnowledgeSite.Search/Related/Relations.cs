using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Words;

namespace KnowledgeSite.Search.Related;

/// <summary>
/// Finds related pages by their shared rare features. Each feature belongs to at most fifteen pages, so the time per
/// page does not grow with the site. Nearness is quantized, and ties are sorted by path, so that changes to other pages
/// seldom change the result.
/// </summary>
internal sealed class Relations
{
    private const int MaxRelated = 5;
    private const int MaxReasons = 3;

    /// <summary>
    /// The minimum total weight of shared features; less is likely to be a coincidence. Two words shared by only two or
    /// three pages reach it, or one such tag.
    /// </summary>
    private const int MinShared = 6;

    private const int Steps = 32;

    private readonly Site _site;
    private readonly Dictionary<SitePage, int> _numbers;
    private readonly Feature[] _features;
    private readonly List<int>[] _ofPage;
    private readonly int[] _weights;

    public Relations(Site site, SearchIndex index)
    {
        _site = site;
        _numbers = Enumerable.Range(0, site.Pages.Count).ToDictionary(i => site.Pages[i]);
        _features = [.. new Features(site, index, _numbers).All];
        _ofPage = Array.ConvertAll(new int[site.Pages.Count], _ => new List<int>());
        _weights = new int[site.Pages.Count];
        for (var i = 0; i < _features.Length; i++)
        {
            foreach (var page in _features[i].Pages)
            {
                _ofPage[page].Add(i);
                _weights[page] += _features[i].Weight;
            }
        }
    }

    public IReadOnlyList<RelatedPage> Find(SitePage page)
    {
        var number = _numbers[page];
        var known = LinkedPages(page);
        var shared = new Dictionary<int, int>();
        foreach (var feature in _ofPage[number])
        foreach (var other in _features[feature].Pages)
            if (other != number)
                shared[other] = shared.GetValueOrDefault(other) + _features[feature].Weight;

        return
        [
            .. shared
                .Where(s => s.Value >= MinShared && !known.Contains(_site.Pages[s.Key].Address))
                .OrderByDescending(s => Nearness(s.Value, number, s.Key))
                .ThenBy(s => s.Key)
                .Select(s => AddReason(number, s.Key))
                .Where(IsReason)
                .Take(MaxRelated),
        ];
    }

    /// <summary>Fewer than three shared words, without a shared target, tag or work, may be a coincidence.</summary>
    private static bool IsReason(RelatedPage related) =>
        related.Words.Count == MaxReasons || related.Targets.Count + related.Tags.Count + related.Sources.Count > 0;

    /// <summary>The pages that readers are already led to.</summary>
    private HashSet<SitePath> LinkedPages(SitePage page)
    {
        var (previous, next) = _site.ReadingOrder.Around(page.Folder, page.Address);
        return
        [
            SitePath.Home,
            .. new[] { previous?.Address, next?.Address }.OfType<SitePath>(),
            .. _site.Links[page.Path].OfType<ResolvedLink.Internal>().Select(l => l.Address),
            .. _site.Backlinks.To(page.Address).Select(b => b.From.Address),
        ];
    }

    /// <summary>The cosine similarity: the shared weight relative to the total weights of the two pages.</summary>
    private int Nearness(int shared, int a, int b) =>
        (int)Math.Round(Steps * shared / Math.Sqrt((double)_weights[a] * _weights[b]), MidpointRounding.AwayFromZero);

    private RelatedPage AddReason(int a, int b)
    {
        var shared = _ofPage[a]
            .Where(f => Array.BinarySearch(_features[f].Pages, b) >= 0)
            .Select(f => _features[f])
            .OrderByDescending(f => f.Weight)
            .ThenByDescending(f => f.Name.Length)
            .ThenBy(f => f.Name, StringComparer.Ordinal)
            .ToList();
        var words = shared
            .Where(f => f.Kind == FeatureKind.Word)
            .Select(f => f.Name)
            .DistinctBy(EnglishStemmer.Stem, StringComparer.Ordinal);
        return new(
            _site.Pages[b],
            [.. words.Take(MaxReasons)],
            Names(FeatureKind.Link),
            Names(FeatureKind.Tag),
            Names(FeatureKind.Source)
        );

        IReadOnlyList<string> Names(FeatureKind kind) =>
            [.. shared.Where(f => f.Kind == kind).Select(f => f.Name).Take(MaxReasons)];
    }
}
