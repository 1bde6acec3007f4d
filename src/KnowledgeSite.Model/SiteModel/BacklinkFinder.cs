using System.Collections.Concurrent;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Strings;

namespace KnowledgeSite.SiteModel;

/// <summary>All links between pages, from their texts and from their front matter. Computed once per site.</summary>
public sealed class BacklinkFinder
{
    private readonly PageTable _pages;
    private readonly LinkTable _links;
    private readonly Backlink[][] _from;
    private readonly Dictionary<SitePath, Backlink[]> _to;
    private readonly ILookup<SitePath, Backlink> _frontMatterTo;
    private readonly ILookup<SitePage, Backlink> _frontMatterFrom;
    private readonly ConcurrentDictionary<SitePath, ILookup<string?, Backlink>> _toPlaces = new();

    /// <param name="earlier">The backlinks of an earlier state of the site. Only pages that changed, or whose links
    /// lead elsewhere, are read again.</param>
    internal BacklinkFinder(Site site, BacklinkFinder? earlier = null)
    {
        _pages = site.Pages;
        _links = site.Links;
        if (earlier is not null && _pages.HasPlacesOf(earlier._pages))
            (_from, _to) = After(earlier);
        else
        {
            _from = [.. Enumerable.Range(0, _pages.Count).Select(i => InText(i))];
            _to = _from.SelectMany(f => f).GroupBy(b => b.To).ToDictionary(g => g.Key, g => g.ToArray());
        }

        List<Backlink> made = [.. site.Ladders.SelectMany(l => InLadder(l, site.Settings.Text)), .. ToSources(site)];
        _frontMatterTo = made.ToLookup(b => b.To);
        _frontMatterFrom = made.ToLookup(b => b.From);
    }

    /// <summary>True if the page leads to any other page.</summary>
    public bool HasLinks(SitePage page) => From(page).Any();

    /// <summary>
    /// All backlinks to a page or a place on it, sorted by the path of the source page; those from front matter come
    /// last.
    /// </summary>
    public IEnumerable<Backlink> To(SitePath address) =>
        _to.GetValueOrDefault(address, []).Concat(_frontMatterTo[address]);

    /// <summary>All links from a page to others, in the order of the text; those from front matter come last.</summary>
    public IEnumerable<Backlink> From(SitePage page) =>
        _from[_pages.NumberOf(page.Path)].Concat(_frontMatterFrom[page]);

    internal IEnumerable<Backlink> To(SitePath address, string id) =>
        _toPlaces.GetOrAdd(address, a => To(a).ToLookup(b => b.Id))[id];

    private (Backlink[][] From, Dictionary<SitePath, Backlink[]> To) After(BacklinkFinder earlier)
    {
        var changed = Enumerable
            .Range(0, _pages.Count)
            .Where(i =>
                !ReferenceEquals(_pages[i], earlier._pages[i]) || !ReferenceEquals(_links.At(i), earlier._links.At(i))
            )
            .ToHashSet();
        var from = (Backlink[][])earlier._from.Clone();
        var to = new Dictionary<SitePath, Backlink[]>(earlier._to);
        foreach (var number in changed)
            from[number] = InText(number);
        var added = changed.SelectMany(i => from[i]).ToLookup(b => b.To);
        foreach (
            var address in changed
                .SelectMany(i => earlier._from[i])
                .Select(b => b.To)
                .Concat(added.Select(g => g.Key))
                .Distinct()
        )
            to[address] =
            [
                .. to.GetValueOrDefault(address, [])
                    .Where(b => !changed.Contains(NumberOf(b)))
                    .Concat(added[address])
                    .OrderBy(NumberOf),
            ];
        return (from, to);
    }

    private int NumberOf(Backlink link) => _pages.NumberOf(link.From.Path);

    private Backlink[] InText(int number) => [.. InText(_pages[number], _links.At(number))];

    private static IEnumerable<Backlink> InText(SitePage page, IReadOnlyList<ResolvedLink> links)
    {
        for (var i = 0; i < links.Count; i++)
        {
            if (
                links[i] is not ResolvedLink.Internal { IsSamePage: false } link
                || !link.Address.IsPage
                || link.Address == page.Address
            )
                continue;
            var hash = link.Suffix.IndexOf('#', StringComparison.Ordinal);
            yield return new(
                page,
                link.Address,
                hash < 0 || hash + 1 == link.Suffix.Length ? null : Uri.UnescapeDataString(link.Suffix[(hash + 1)..]),
                i,
                null
            );
        }
    }

    private static IEnumerable<Backlink> InLadder(LadderUrls places, UiStrings text) =>
        [
            .. places.Ladder.Workshops.SelectMany(w => Served(places, w, text)),
            .. places.Ladder.Roles.SelectMany(r => Required(places, r, text)),
            .. from archetype in places.Ladder.Archetypes
            where places.Ladder.Base is null
            from link in FromFrontMatter(
                places,
                archetype.Page,
                places.GetUrl(archetype.From),
                null,
                text.AppliesFrom(archetype.From.Title)
            )
            select link,
        ];

    private static IEnumerable<Backlink> Served(LadderUrls places, ServingWorkshop workshop, UiStrings text) =>
        [
            .. workshop.Cells.SelectMany(c =>
                ToCell(places, workshop.Page, c, text.PractisesCell(text.CellName(c.Dimension.Title, c.Level.Title)))
            ),
            .. workshop.Dimensions.SelectMany(d =>
                FromFrontMatter(places, workshop.Page, places.PageOf(d.Page)?.Address, null, text.PractisesIt)
            ),
            .. workshop.Levels.SelectMany(l =>
                FromFrontMatter(places, workshop.Page, places.GetUrl(l), null, text.PractisesLevel)
            ),
        ];

    private static IEnumerable<Backlink> Required(LadderUrls places, RoleRequirement role, UiStrings text) =>
        role.Cells.SelectMany(c =>
            ToCell(places, role.Page, c, text.RequiresCell(text.CellName(c.Dimension.Title, c.Level.Title)))
        );

    /// <summary>A backlink to a cell is also a backlink to the page of its level.</summary>
    private static IEnumerable<Backlink> ToCell(LadderUrls places, Page from, Cell cell, string says) =>
        [
            .. FromFrontMatter(places, from, places.PageOf(cell.Page)?.Address, cell.Id, says),
            .. FromFrontMatter(places, from, places.GetUrl(cell.Level), null, says),
        ];

    private static IEnumerable<Backlink> FromFrontMatter(
        LadderUrls places,
        Page from,
        SitePath? to,
        string? id,
        string says
    ) => to is not null && places.PageOf(from) is { } page && page.Address != to ? [new(page, to, id, null, says)] : [];

    /// <summary><c>sources:</c> names the page of a source by its xref or its file name.</summary>
    private static IEnumerable<Backlink> ToSources(Site site)
    {
        var sources = site
            .Pages.Where(p => p.Content.FrontMatter.Kind == PageKind.Source)
            .SelectMany(p =>
                new[] { p.Content.FrontMatter.Xref?.Value, LinkIndex.NameOf(p) }.OfType<string>().Select(id => (id, p))
            )
            .DistinctBy(s => s.id)
            .ToDictionary(s => s.id, s => s.p, StringComparer.Ordinal);
        return from page in site.Pages
            where sources.Count > 0
            from named in page.Content.FrontMatter.Sources
            let source = sources.GetValueOrDefault(named.Value)
            where source is not null && source != page
            select new Backlink(page, source.Address, null, null, site.Settings.Text.NamesAsSource);
    }
}

/// <summary>A backlink: one page leads to another by a link in its text or by its front matter.</summary>
/// <param name="Id">The id of the target on the page; null for the page as a whole.</param>
/// <param name="Link">The index of the link in the text; null if the backlink comes from front matter.</param>
/// <param name="Relation">The relation in front matter, such as "Practises Scope at Senior"; null for a link in the
/// text.</param>
public sealed record Backlink(SitePage From, SitePath To, string? Id, int? Link, string? Relation);
