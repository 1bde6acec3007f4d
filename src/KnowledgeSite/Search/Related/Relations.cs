using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Words;

namespace KnowledgeSite.Search.Related;

/// <summary>
/// Finds what a page has in common with others through what few pages have: each of those leads to at most fifteen
/// pages, so a page costs no more on a large site. How near two pages are is told in steps, and of the same step the
/// first path comes first: a change elsewhere seldom moves anything.
/// </summary>
internal sealed class Relations
{
    private const int MostRelated = 5;
    private const int MostReasons = 3;

    /// <summary>
    /// Less than that in common is chance. It takes two words that two or three pages are about, or one tag of them.
    /// </summary>
    private const int LeastShared = 6;

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
        var (number, known) = (_numbers[page], Known(page));
        var shared = new Dictionary<int, int>();
        foreach (var feature in _ofPage[number])
        foreach (var other in _features[feature].Pages)
            if (other != number)
                shared[other] = shared.GetValueOrDefault(other) + _features[feature].Weight;

        return
        [
            .. shared
                .Where(s => s.Value >= LeastShared && !known.Contains(_site.Pages[s.Key].Address))
                .OrderByDescending(s => Nearness(s.Value, number, s.Key))
                .ThenBy(s => s.Key)
                .Select(s => Reasoned(number, s.Key))
                .Where(IsReason)
                .Take(MostRelated),
        ];
    }

    /// <summary>Two words alone are chance as well.</summary>
    private static bool IsReason(RelatedPage related) =>
        related.Words.Count == MostReasons || related.Targets.Count + related.Tags.Count > 0;

    /// <summary>Where readers are led already.</summary>
    private HashSet<SitePath> Known(SitePage page)
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

    /// <summary>What they share, measured by what each of them could share.</summary>
    private int Nearness(int shared, int a, int b) =>
        (int)Math.Round(Steps * shared / Math.Sqrt((double)_weights[a] * _weights[b]), MidpointRounding.AwayFromZero);

    private RelatedPage Reasoned(int a, int b)
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
        return new(_site.Pages[b], [.. words.Take(MostReasons)], Names(FeatureKind.Link), Names(FeatureKind.Tag));

        IReadOnlyList<string> Names(FeatureKind kind) =>
            [.. shared.Where(f => f.Kind == kind).Select(f => f.Name).Take(MostReasons)];
    }
}
