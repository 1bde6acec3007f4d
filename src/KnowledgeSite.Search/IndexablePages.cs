using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Search;

/// <summary>The pages of a site that search can find, and the additional names they are known by.</summary>
internal static class IndexablePages
{
    /// <summary>The weight of an alias compared with the text of a link: the author chose it deliberately.</summary>
    private const int AliasWeight = 3;

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
                        GeneratedSections = workshops.TryGetValue(p, out var workshop) ? SectionsOf(workshop) : [],
                    }
                ),
            .. site.Works.Page is { } list
                ?
                [
                    new SearchPage(
                        Address: list.Address,
                        Title: list.Title,
                        Kind: NameOf(PageKind.Source),
                        Trail: [],
                        FirstSection: 0,
                        Sections: [],
                        Source: list
                    ),
                ]
                : Array.Empty<SearchPage>(),
            .. site.Ladders.SelectMany(l => GeneratedPages(site, l)).OrderBy(p => p.SearchText is not null),
        ];
    }

    /// <summary>
    /// Names that no page contains: aliases, the codes and titles of a ladder's levels, and common names for
    /// comparisons of levels.
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
            .Concat(from places in site.Ladders from name in NamesOfGenerated(places) select name);

    /// <summary>Common names for the pages generated from a ladder: comparisons, printable sheets, changes.</summary>
    private static IEnumerable<(SitePath Page, string Name, int Links)> NamesOfGenerated(LadderUrls places)
    {
        foreach (var (from, to) in places.Ladder.Graph.Steps)
        {
            var page = places.Comparison(from, to);
            foreach (var name in NamesOfPair(from.Title, to.Title))
                yield return (page, name, AliasWeight);
            if (string.IsNullOrEmpty(from.Code) || string.IsNullOrEmpty(to.Code))
                continue;
            foreach (var name in NamesOfPair(from.Code, to.Code))
                yield return (page, name, 1);
        }

        foreach (var level in places.Ladder.Levels)
        {
            yield return (places.Sheet(level), "on one sheet", AliasWeight);
            yield return (places.Sheet(level), "print expectations, one-page summary", 1);
        }

        yield return (places.Comparisons, "compare levels", AliasWeight);
        if (places.Ladder.Versions.All.Count == 0)
            yield break;
        yield return (places.Changes, "what changed in the ladder", AliasWeight);
        yield return (places.Changes, "changelog, changes, versions, history", AliasWeight);
    }

    private static IEnumerable<string> NamesOfPair(string from, string to) =>
        [$"{from} vs {to}", $"compare {from} and {to}", $"difference between {from} and {to}"];

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

    private static IEnumerable<SearchPage> GeneratedPages(Site site, LadderUrls places)
    {
        var ladder = NameOf(PageKind.Ladder);
        IReadOnlyList<string> trail = [.. Trail(site, places.Ladder.Folder)];
        yield return new(
            Address: places.Matrix,
            Title: $"{places.Ladder.Title}: matrix",
            Kind: ladder,
            Trail: trail,
            FirstSection: 0,
            Sections: [],
            Source: null
        );
        yield return new(
            Address: places.Comparisons,
            Title: $"{places.Ladder.Title}: compare two levels",
            Kind: ladder,
            Trail: trail,
            FirstSection: 0,
            Sections: [],
            Source: null
        );
        if (places.Ladder.Versions.All.Count > 0)
            yield return Changes(places, trail);
        var steps = places.Ladder.Graph.Steps.ToHashSet();
        foreach (var (from, to) in places.Pairs)
        {
            var page = new SearchPage(
                Address: places.Comparison(from, to),
                Title: $"{from.Title} to {to.Title}",
                Kind: ladder,
                Trail: trail,
                FirstSection: 0,
                Sections: [],
                Source: null
            );
            var text = string.Join(". ", NamesOfPair(from.Title, to.Title));
            yield return steps.Contains((from, to))
                ? page with
                {
                    GeneratedSections = [new("", "", text)],
                }
                : page with
                {
                    SearchText = text,
                };
        }

        foreach (var level in places.Ladder.Levels)
        {
            var kind = NameOf(PageKind.Level);
            if (places.PageOf(level) is null)
                yield return new(
                    Address: places.GetUrl(level),
                    Title: level.Title,
                    Kind: kind,
                    Trail: trail,
                    FirstSection: 0,
                    Sections: [],
                    Source: null
                );
            yield return new(
                Address: places.Sheet(level),
                Title: $"{level.Label}: one-page summary",
                Kind: kind,
                Trail: trail,
                FirstSection: 0,
                Sections: [],
                Source: null
            )
            {
                SearchTitle = "on one sheet",
                SearchText = $"{level.Title} on one sheet, to print",
            };
        }
    }

    private static SearchPage Changes(LadderUrls places, IReadOnlyList<string> trail) =>
        new(
            Address: places.Changes,
            Title: $"{places.Ladder.Title}: what changed",
            Kind: NameOf(PageKind.Ladder),
            Trail: trail,
            FirstSection: 0,
            Sections: [],
            Source: null
        )
        {
            SearchTitle = $"{places.Ladder.Title} ladder: what changed",
            GeneratedSections =
            [
                .. places.Ladder.Versions.All.Select(v => new GeneratedSection(
                    $"version:{v.Name}",
                    $"Version {v.Name}",
                    v.Note ?? ""
                )),
            ],
        };

    private static string NameOf(PageKind kind) => kind.ToString().ToLowerInvariant();

    private static IReadOnlyList<string> Trail(Site site, SourcePath folder)
    {
        var labels = new List<string>();
        for (; !folder.IsRoot; folder = folder.Folder)
            labels.Insert(0, site.Folders[folder].Label);
        return labels;
    }

    /// <summary>
    /// The facts and the agenda of a workshop page as text, because readers search for workshops by their purpose.
    /// </summary>
    private static IReadOnlyList<GeneratedSection> SectionsOf(WorkshopUrls places)
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
            new(AgendaAnchor, "Agenda", string.Join(" . ", steps)),
        ];
        return agenda.Count > 0 ? sections : sections[..1];
    }
}
