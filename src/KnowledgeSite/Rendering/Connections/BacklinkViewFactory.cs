using KnowledgeSite.Content;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Connections;

/// <summary>Makes views of what leads to a place.</summary>
internal static class BacklinkViewFactory
{
    /// <summary>So many are named; of more the number is told.</summary>
    private const int MostNamed = 60;

    /// <param name="backlinks">All that leads to a page, whatever place on it.</param>
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
                    .Take(MostNamed)
                    .GroupBy(p => p.Key.Content.FrontMatter.Kind)
                    .Select(g => new BacklinkGroup(g.Key, [.. g.Select(p => View(site, p.Key, [.. p]))])),
            ],
            pages.Count
        );
    }

    /// <summary>The pages that they come from, each once: by kind, then by title.</summary>
    public static IReadOnlyList<SitePage> InOrder(IEnumerable<Backlink> backlinks) =>
        [
            .. backlinks
                .Select(b => b.From)
                .Distinct()
                .OrderBy(p => Order(p.Content.FrontMatter.Kind))
                .ThenBy(p => p.Title, NaturalOrder.Comparer)
                .ThenBy(p => p.Path),
        ];

    /// <summary>In one list, by title.</summary>
    public static IReadOnlyList<BacklinkView> List(Site site, IEnumerable<Backlink> backlinks) =>
        [
            .. ByPage(backlinks)
                .OrderBy(p => p.Key.Title, NaturalOrder.Comparer)
                .ThenBy(p => p.Key.Path)
                .Take(MostNamed)
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
        var (body, resolved) = (page.Content.Body, site.Links[page.Path]);
        return LinkSentence.AroundFirst(
            body.Html,
            [.. links.Select(l => l.Link).OfType<int>()],
            i => LinkText.TitleOf(resolved[i], body.Links[i])
        );
    }

    /// <summary>What is done with a page comes before what else mentions it.</summary>
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
