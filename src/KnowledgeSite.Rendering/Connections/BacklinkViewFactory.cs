using KnowledgeSite.Content;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Connections;

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
        var said = links.Select(l => l.Says).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new(
            page.Title,
            page.Address,
            Sentence(site, page, links),
            said.Count == 0
                ? null
                : string.Join("; ", said.Take(1).Concat(said.Skip(1).Select(s => char.ToLowerInvariant(s[0]) + s[1..])))
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
