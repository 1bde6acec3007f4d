using KnowledgeSite.Content;
using KnowledgeSite.Diagrams;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.SiteModel.Maps;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering;

/// <summary>The connections shown at the end of a page.</summary>
/// <param name="Related">Related pages.</param>
/// <param name="Backlinks">Pages that link here, grouped by kind.</param>
/// <param name="Count">The number of backlinks, including those that are not listed.</param>
public sealed record ConnectionsView(
    IReadOnlyList<RelatedView> Related,
    IReadOnlyList<BacklinkGroup> Backlinks,
    int Count
)
{
    internal static readonly ConnectionsView None = new([], [], 0);

    /// <summary>The neighbourhood; null if the page has no neighbours or shows them elsewhere.</summary>
    public NeighbourhoodView? Around { get; init; }

    /// <summary>The number of pages that are not listed.</summary>
    public int LeftOut => Count - Backlinks.Sum(g => g.Pages.Count);
}

/// <param name="Reason">What the two pages have in common; null if it is only words.</param>
public sealed record RelatedView(string Title, SitePath Address, string? Reason);

/// <summary>The pages of one kind that link here.</summary>
public sealed record BacklinkGroup(PageKind Kind, IReadOnlyList<BacklinkView> Pages);

/// <summary>A page that links here.</summary>
/// <param name="Sentence">The sentence with its first link; null if the link is not in its text.</param>
/// <param name="Relation">The relation in its front matter; null if there is none.</param>
public sealed record BacklinkView(string Title, SitePath Address, LinkSentence? Sentence, string? Relation);

/// <summary>Creates the views of backlinks.</summary>
internal static class BacklinkViewFactory
{
    /// <summary>The maximum number of backlinks that are listed; for more, only the number is shown.</summary>
    private const int MaxListed = 60;

    /// <param name="backlinks">All backlinks to a page or any place on it.</param>
    public static ConnectionsView Create(Site site, IEnumerable<Backlink> backlinks)
    {
        var pages = ByPage(backlinks)
            .OrderBy(p => Order(p.Key.Content.FrontMatter.Kind))
            .ThenBy(p => p.Key.Title, NaturalOrder.Comparer)
            .ThenBy(p => p.Key.Path)
            .ToList();
        if (pages.Count == 0)
            return ConnectionsView.None;
        return new(
            [],
            [
                .. pages
                    .Take(MaxListed)
                    .GroupBy(p => p.Key.Content.FrontMatter.Kind)
                    .Select(g => new BacklinkGroup(g.Key, [.. g.Select(p => View(site, p.Key, [.. p]))])),
            ],
            pages.Count
        );
    }

    /// <summary>The source pages, each once, sorted by kind, then by title.</summary>
    public static IReadOnlyList<SitePage> InOrder(IEnumerable<Backlink> backlinks) =>
        [
            .. backlinks
                .Select(b => b.From)
                .Distinct()
                .OrderBy(p => Order(p.Content.FrontMatter.Kind))
                .ThenBy(p => p.Title, NaturalOrder.Comparer)
                .ThenBy(p => p.Path),
        ];

    /// <summary>The backlinks as one list, sorted by title.</summary>
    public static IReadOnlyList<BacklinkView> List(Site site, IEnumerable<Backlink> backlinks) =>
        [
            .. ByPage(backlinks)
                .OrderBy(p => p.Key.Title, NaturalOrder.Comparer)
                .ThenBy(p => p.Key.Path)
                .Take(MaxListed)
                .Select(p => View(site, p.Key, [.. p])),
        ];

    private static IEnumerable<IGrouping<SitePage, Backlink>> ByPage(IEnumerable<Backlink> backlinks) =>
        backlinks.GroupBy(b => b.From);

    private static BacklinkView View(Site site, SitePage page, IReadOnlyList<Backlink> links)
    {
        var relations = links.Select(l => l.Relation).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new(
            page.Title,
            page.Address,
            Sentence(site, page, links),
            relations.Count == 0
                ? null
                : string.Join(
                    "; ",
                    relations.Take(1).Concat(relations.Skip(1).Select(s => char.ToLowerInvariant(s[0]) + s[1..]))
                )
        );
    }

    private static LinkSentence? Sentence(Site site, SitePage page, IReadOnlyList<Backlink> links)
    {
        var body = page.Content.Body;
        var resolved = site.Links[page.Path];
        return LinkSentence.AroundFirst(
            body.Html,
            [.. links.Select(l => l.Link).OfType<int>()],
            i => LinkText.TitleOf(resolved[i], body.Links[i])
        );
    }

    /// <summary>The sort key of a kind: pages that use the page come before pages that only mention it.</summary>
    private static int Order(PageKind kind) =>
        kind switch
        {
            PageKind.Ladder or PageKind.Level or PageKind.Dimension => 0,
            PageKind.Role => 1,
            PageKind.Archetype => 2,
            PageKind.Stage => 3,
            PageKind.Workshop => 4,
            _ => 5 + (int)kind,
        };
}

/// <summary>The neighbourhood of a page: incoming links on the left, outgoing links on the right.</summary>
/// <param name="From">The pages that link here, by kind, as far as there is room; the list of backlinks contains them
/// too.</param>
/// <param name="MoreFrom">The number of further incoming links.</param>
/// <param name="To">The pages that it links to, in text order, as far as there is room.</param>
/// <param name="Further">Further outgoing links.</param>
/// <param name="MoreTo">The number of outgoing links that are not listed.</param>
/// <param name="LinesFrom">SVG path data from the rows on the left to the page, in a 100 × 100 square.</param>
public sealed record NeighbourhoodView(
    IReadOnlyList<LinkView> From,
    int MoreFrom,
    string LinesFrom,
    IReadOnlyList<LinkView> To,
    IReadOnlyList<LinkView> Further,
    int MoreTo,
    string LinesTo,
    LinkView Map
);

/// <summary>Computes the neighbourhood of each page: incoming and outgoing links.</summary>
internal sealed class NeighbourhoodFactory(Site site)
{
    private const int MaxDrawn = FanCurves.MaxRows - 1;
    private const int MaxFurther = 60;

    private readonly Lazy<Dictionary<SitePath, string>> _levels = new(() => LevelsIn(site));

    /// <summary>The neighbourhood; null for a page without incoming or outgoing links.</summary>
    public NeighbourhoodView? Create(SitePage page)
    {
        var from = BacklinkViewFactory.InOrder(site.Backlinks.To(page.Address));
        var to = site.Backlinks.From(page).DistinctBy(b => b.To).ToList();
        if (from.Count + to.Count == 0)
            return null;
        return new(
            From: [.. from.Take(MaxDrawn).Select(p => new LinkView(p.Title, p.Address))],
            MoreFrom: Math.Max(0, from.Count - MaxDrawn),
            LinesFrom: FanCurves.Closing(Math.Min(from.Count, FanCurves.MaxRows)),
            To: [.. to.Take(MaxDrawn).Select(Link)],
            Further: [.. to.Skip(MaxDrawn).Take(MaxFurther).Select(Link)],
            MoreTo: Math.Max(0, to.Count - MaxDrawn - MaxFurther),
            LinesTo: FanCurves.Opening(Math.Min(to.Count, FanCurves.MaxRows)),
            Map: Map(site.Maps.Nearest(page.Folder))
        );
    }

    private LinkView Map(SiteFolder folder) =>
        new(
            folder.Path.IsRoot ? site.Settings.Text.MapOfSite : site.Settings.Text.MapOf(folder.Label),
            SiteMaps.AddressOf(folder)!
        );

    private LinkView Link(Backlink link) =>
        new(
            link.Link is { } number && site.Links[link.From.Path][number] is ResolvedLink.Internal found
                ? found.Title
                : TitleOf(link),
            link.To
        );

    /// <summary>The title of a link's target; the target of a front matter relation is a page or a level.</summary>
    private string TitleOf(Backlink link) =>
        site.Pages.At(link.To)?.Title ?? _levels.Value.GetValueOrDefault(link.To, link.Relation ?? link.To.Value);

    private static Dictionary<SitePath, string> LevelsIn(Site site) =>
        site
            .Ladders.SelectMany(l => l.Ladder.Levels.Select(level => (Address: l.GetUrl(level), level.Title)))
            .DistinctBy(l => l.Address)
            .ToDictionary(l => l.Address, l => l.Title);
}

/// <summary>Creates the views of related pages, each with a short reason.</summary>
internal static class RelatedViewFactory
{
    public static IReadOnlyList<RelatedView> Create(IReadOnlyList<RelatedPage> related, UiStrings text) =>
        [.. related.Select(r => new RelatedView(r.Page.Title, r.Page.Address, Reason(r, text)))];

    /// <summary>
    /// The reason that a person would give: a common source, tag or link, whichever comes first; otherwise null. Common
    /// words are no reason, because a page is not about them.
    /// </summary>
    private static string? Reason(RelatedPage related, UiStrings text) =>
        related.Sources.Count > 0 ? text.BothCite(text.Join(related.Sources))
        : related.Tags.Count == 1 ? text.SameTag(related.Tags[0])
        : related.Tags.Count > 1 ? text.SameTags(text.Join(related.Tags))
        : related.Targets.Count > 0 ? text.BothLinkTo(text.Join(related.Targets))
        : null;
}
