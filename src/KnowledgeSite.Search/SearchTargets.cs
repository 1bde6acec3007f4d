using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.SiteModel.Maps;

namespace KnowledgeSite.Search;

/// <summary>All targets that a search test may expect, by address and by path.</summary>
internal sealed class SearchTargets
{
    private readonly Dictionary<string, SearchPage> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<SearchPage, HashSet<string>> _anchors = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SearchPage, SuggestionIndex> _similarAnchors = new(ReferenceEqualityComparer.Instance);
    private readonly SuggestionIndex _similarPlaces;
    private readonly HashSet<string> _leftOut;
    private readonly Lazy<HashSet<string>> _made;
    private readonly Lazy<Dictionary<string, SitePath>> _moved;

    public SearchTargets(Site site, SearchIndex index)
    {
        foreach (var page in index.Pages)
        {
            _found.TryAdd(page.Address.Value, page);
            if (page.Source is { } source)
                _found.TryAdd(source.Path.Value, page);
        }

        _similarPlaces = new(_found.Keys);
        _leftOut =
        [
            .. site
                .Pages.Where(p => !p.Content.FrontMatter.Search)
                .SelectMany(p => new[] { p.Address.Value, p.Path.Value }),
        ];
        _made = new(() => [.. GeneratedAddresses(site).Select(a => a.Value)]);
        _moved = new(() => site.Redirects.ToDictionary(r => r.From.Value, r => r.To));
    }

    /// <summary>All generated pages of the site, searchable or not.</summary>
    private static IEnumerable<SitePath> GeneratedAddresses(Site site) =>
        [
            .. site.Ladders.SelectMany(l => l.GeneratedAddresses),
            .. site.PrintableAddresses,
            .. site.Tags.Select(t => t.Address),
            .. site.Folders.Values.Select(f => f.Address),
            .. site.Maps.Folders.Select(f => SiteMaps.At(f.Address)),
            Tag.IndexAddress,
            GeneratedPages.Review,
            GeneratedPages.Health,
            GeneratedPages.Search,
            GeneratedPages.Comparison,
            GeneratedPages.Team,
            Glossary.Address,
        ];

    /// <param name="expected">An address or a path, with <c>#</c> and an id for a single section.</param>
    public SearchTarget Find(string expected)
    {
        var hash = expected.IndexOf('#', StringComparison.Ordinal);
        var (place, anchor) = hash < 0 ? (expected, null) : (expected[..hash], expected[(hash + 1)..]);
        if (!_found.TryGetValue(place, out var page))
            return new(null, null, WhyMissing(place), Nearest(place, anchor));
        if (anchor is null || AnchorsOf(page).Contains(anchor))
            return new(page, anchor, "", "");
        if (!_similarAnchors.TryGetValue(page, out var similar))
            _similarAnchors[page] = similar = new(page.Sections.Skip(1).Select(s => s.Anchor));
        var nearest = similar.Nearest(anchor);
        return new(
            null,
            null,
            $"the page has no heading '#{anchor}', or it is hidden from search",
            SuggestionIndex.Format(nearest is null ? null : $"{place}#{nearest}")
        );
    }

    private HashSet<string> AnchorsOf(SearchPage page)
    {
        if (!_anchors.TryGetValue(page, out var anchors))
            _anchors[page] = anchors = page.Sections.Select(s => s.Anchor).ToHashSet(StringComparer.Ordinal);
        return anchors;
    }

    private string WhyMissing(string place) =>
        _leftOut.Contains(place) ? "the front matter of the page hides it from search"
        : _moved.Value.TryGetValue(place, out var now) ? $"this is a former URL of '{now}'"
        : _made.Value.Contains(place) ? "search does not include this generated page"
        : place.StartsWith('/') ? "the site has no page with this URL"
        : "no page of the site is generated from this file";

    private string Nearest(string place, string? anchor)
    {
        if (_leftOut.Contains(place) || _made.Value.Contains(place) || _moved.Value.ContainsKey(place))
            return "";
        var nearest = _similarPlaces.Nearest(place);
        return SuggestionIndex.Format(nearest is null || anchor is null ? nearest : $"{nearest}#{anchor}");
    }
}

/// <summary>The expected result of a search test, resolved to a page.</summary>
/// <param name="Page">Null if no searchable page matches; <see cref="Missing"/> then says why.</param>
/// <param name="Anchor">The expected section; null for any section of the page.</param>
/// <param name="Missing">The reason why there is no page, for messages.</param>
/// <param name="Suggestion">The nearest existing target.</param>
internal sealed record SearchTarget(SearchPage? Page, string? Anchor, string Missing, string Suggestion)
{
    public bool IsMetBy(SearchHit hit) => hit.Page == Page && (Anchor is null || hit.Section.Anchor == Anchor);
}
