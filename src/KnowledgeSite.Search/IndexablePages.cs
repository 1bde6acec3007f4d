using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Search;

/// <summary>The pages of a site that search can find, and the additional names they are known by.</summary>
internal static class IndexablePages
{
    /// <summary>The weight of an alias compared with the text of a link: the author chose it deliberately.</summary>
    internal const int AliasWeight = 3;

    /// <summary>The id of the agenda's heading on the finished page of a workshop.</summary>
    private const string AgendaAnchor = "site:agenda";

    public static IReadOnlyList<SearchPage> Collect(Site site)
    {
        var workshops = site.Workshops.ToDictionary(w => w.Page);
        return
        [
            .. site
                .Pages.Where(p => p.Content.FrontMatter.Search)
                .Select(p =>
                    Written(site, p) with
                    {
                        GeneratedSections = workshops.TryGetValue(p, out var workshop)
                            ? SectionsOf(workshop, site.Settings.Text)
                            : [],
                    }
                ),
            .. GeneratedSearchPages.Collect(site).OrderBy(p => p.SearchText is not null),
        ];
    }

    /// <summary>
    /// Names that no page contains: aliases, the codes and titles of a ladder's levels, what a dimension is called in
    /// another ladder, and common names for comparisons of levels.
    /// </summary>
    public static IEnumerable<(SitePath Page, string Name, int Links)> NamesOf(Site site) =>
        site
            .Pages.SelectMany(p => p.Content.FrontMatter.AlsoCalled.Select(n => (p.Address, n.Value, AliasWeight)))
            .Concat(
                from places in site.Ladders
                from level in places.Ladder.Levels
                from name in new[] { level.Code, level.Title }
                where !string.IsNullOrEmpty(name)
                select (places.GetUrl(level), name, name == level.Code ? AliasWeight : 1)
            )
            .Concat(from places in site.Ladders from name in GeneratedSearchPages.NamesOf(places) select name)
            .Concat(
                from places in site.Ladders
                from dimension in places.Ladder.Dimensions
                let page = SearchLadder.PageOf(places, dimension)
                where page is { Content.FrontMatter.AlsoCalled.Count: 0 }
                from name in SearchLadder.SharedNames(site, dimension)
                select (page.Address, name, 1)
            )
            .Concat(
                from page in site.Pages
                let name = LastPart(page.Address)
                where !name.Split('-').All(word => page.Title.Contains(word, StringComparison.OrdinalIgnoreCase))
                select (page.Address, name, 1)
            )
            .Concat(
                from page in site.Pages
                where page.Content.FrontMatter.Kind == PageKind.Role
                select (page.Address, $"{page.Title}: job description, role", 1)
            )
            .Concat(GeneratedSearchPages.NamesOf(site));

    /// <summary>The last part of an address, by which readers know a page whose title has other words.</summary>
    private static string LastPart(SitePath address) => address.Value.TrimEnd('/').Split('/')[^1];

    private static SearchPage Written(Site site, SitePage page)
    {
        var folder = page.IsFolderPage ? page.Folder.Folder : page.Folder;
        var trail = page.Folder.IsRoot ? [] : Trail(site, folder);
        return new(
            Address: page.Address,
            Title: page.Title,
            Kind: NameOf(page.Content.FrontMatter.Kind),
            Trail: trail,
            FirstSection: 0,
            Sections: [],
            Source: page
        );
    }

    internal static string NameOf(PageKind kind) => kind.ToString().ToLowerInvariant();

    internal static IReadOnlyList<string> Trail(Site site, SourcePath folder)
    {
        var labels = new List<string>();
        for (; !folder.IsRoot; folder = folder.Folder)
            labels.Insert(0, site.Folders[folder].Label);
        return labels;
    }

    /// <summary>
    /// The facts and the agenda of a workshop page as text, because readers search for workshops by their purpose.
    /// </summary>
    private static IReadOnlyList<GeneratedSection> SectionsOf(WorkshopUrls places, UiStrings text)
    {
        var facts = places.Workshop.Facts;
        var agenda = places.Workshop.Agenda;
        var texts = new[] { facts.Purpose, facts.Outcome, facts.For, facts.Group, facts.Room }
            .Concat(facts.Materials)
            .Concat(facts.Preparation)
            .Select(f => f?.Value)
            .Where(t => !string.IsNullOrEmpty(t));
        var steps = agenda.Select(s =>
            string.Join(". ", new[] { s.Title, s.What, s.Lead }.Where(t => !string.IsNullOrEmpty(t)))
        );
        GeneratedSection[] sections =
        [
            new("", "", string.Join(" . ", texts)),
            new(AgendaAnchor, text.Agenda, string.Join(" . ", steps)),
        ];
        return agenda.Count > 0 ? sections : sections[..1];
    }
}
