using KnowledgeSite.Content;
using KnowledgeSite.Documents;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.SiteModel.Maps;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Search;

/// <summary>The generated pages that search can find: of ladders, workshops, folders and the whole site.</summary>
internal static class GeneratedSearchPages
{
    public static IEnumerable<SearchPage> Collect(Site site) =>
        [
            .. Ladders(site).SelectMany(l => OfLadder(site, l)),
            .. site.Workshops.Where(w => w.Page.Content.FrontMatter.Search).SelectMany(w => OfWorkshop(site, w)),
            .. site.Documents.Where(d => d.Template.Content.FrontMatter.Search).Select(d => OfDocument(site, d)),
            .. site.Packs.Select(p =>
                CreateListPage(
                    p.Address,
                    p.HoldsSheetsOnly
                        ? site.Settings.Text.HandoutsToPrint(p.Folder.Title)
                        : site.Settings.Text.PagesToPrint(p.Folder.Title),
                    "print everything, one document, pack",
                    PageKind.Section,
                    IndexablePages.Trail(site, p.Folder.Path)
                )
            ),
            .. site.Maps.Folders.Select(f =>
                CreateListPage(
                    SiteMaps.At(f.Address),
                    f.Path.IsRoot ? site.Settings.Text.Map : site.Settings.Text.MapOf(f.Title),
                    f.Path.IsRoot ? "whole site, site map" : "pages, links",
                    PageKind.Section,
                    IndexablePages.Trail(site, f.Path)
                )
            ),
            .. site.Tags.Select(t =>
                CreateListPage(t.Address, site.Settings.Text.TagNamed(t.Name), "tagged pages", PageKind.Section, [])
            ),
            .. OfSite(site),
        ];

    /// <summary>The ladders; those that most others extend come first, because a query often names none.</summary>
    public static IEnumerable<LadderUrls> Ladders(Site site) =>
        site.Ladders.OrderByDescending(places =>
            site.Ladders.Count(o => o.Ladder.Base?.Folder == places.Ladder.Folder)
        );

    /// <summary>Common names for the pages generated from a ladder.</summary>
    public static IEnumerable<(SitePath Page, string Name, int Links)> NamesOf(LadderUrls places)
    {
        const int alias = IndexablePages.AliasWeight;
        foreach (var level in places.Ladder.Levels)
        {
            yield return (places.Sheet(level), "on one sheet", 1);
            yield return (places.Sheet(level), "on one page", 1);
            yield return (places.Sheet(level), "print expectations, one-page summary", 1);
        }

        yield return (places.Comparisons, "compare levels", alias);
        yield return (places.Matrix, "one table of all levels and dimensions", alias);
        yield return (places.Matrix, "export and download the ladder: Excel, CSV, JSON", alias);
        if (places.Ladder.Versions.All.Count == 0)
            yield break;
        yield return (places.Changes, "what changed in the ladder", alias);
        yield return (places.Changes, "what is new in the ladder this year", alias);
        yield return (places.Changes, "changelog, changes, versions, history", alias);
    }

    /// <summary>Common names for the generated pages of the site.</summary>
    public static IEnumerable<(SitePath Page, string Name, int Links)> NamesOf(Site site)
    {
        const int alias = IndexablePages.AliasWeight;
        // Pages of several ladders have the same name, and a query often names none of the ladders.
        if (Ladders(site).FirstOrDefault() is { } first)
        {
            yield return (first.Matrix, "matrix", 3 * alias);
            if (first.Ladder.Versions.All.Count > 0)
                yield return (first.Changes, "changelog, changes, versions, history", 4 * alias);
            foreach (var dimension in first.Ladder.Dimensions)
            {
                if (first.PageOf(dimension.Page) is { } page)
                    yield return (page.Address, dimension.Title, alias);
            }
        }

        yield return (GeneratedPages.Comparison, "compare ladders", alias);
        yield return (GeneratedPages.Comparison, "compare jobs", alias);
        yield return (GeneratedPages.Team, "team overview", alias);
        yield return (GeneratedPages.Review, "pages to review", alias);
        yield return (GeneratedPages.Review, "overdue pages", alias);
        yield return (GeneratedPages.Review, "owner of a page, page owners", alias);
        yield return (GeneratedPages.Review, "who owns this page", alias);
        yield return (GeneratedPages.Health, "broken pages", alias);
        yield return (GeneratedPages.Health, "pages with problems", alias);
        if (site.Works.Page is not { } sources)
            yield break;
        yield return (sources.Address, "references", alias);
        yield return (sources.Address, "bibliography", alias);
    }

    private static IEnumerable<SearchPage> OfLadder(Site site, LadderUrls places)
    {
        var trail = IndexablePages.Trail(site, places.Ladder.Folder);
        yield return Page(places.Matrix, site.Settings.Text.MatrixOf(places.Ladder.Title), PageKind.Ladder, trail);
        yield return Page(
            places.Comparisons,
            site.Settings.Text.CompareLevelsOf(places.Ladder.Title),
            PageKind.Ladder,
            trail
        );
        if (places.Ladder.Versions.All.Count > 0)
            yield return Changes(places, trail, site.Settings.Text);
        // A query for two levels leads to their comparison without looking for its words: see levels.js.
        foreach (var (from, to) in places.Pairs)
            yield return Page(
                places.Comparison(from, to),
                site.Settings.Text.FromTo(from.Title, to.Title),
                PageKind.Ladder,
                trail
            ) with
            {
                SearchText = $"Compare {from.Title} and {to.Title}: the difference between the levels",
            };
        foreach (var level in places.Ladder.Levels)
        {
            if (places.PageOf(level) is null)
                yield return Page(places.GetUrl(level), level.Title, PageKind.Level, trail);
            yield return Page(
                places.Sheet(level),
                site.Settings.Text.OnePageSummaryOf(level.Label),
                PageKind.Level,
                trail
            ) with
            {
                SearchTitle = "on one sheet",
                SearchText = $"{level.Title} on one sheet, to print",
            };
        }
    }

    private static SearchPage Changes(LadderUrls places, IReadOnlyList<string> trail, UiStrings text) =>
        Page(places.Changes, text.WhatChangedOn(places.Ladder.Title), PageKind.Ladder, trail) with
        {
            SearchTitle = $"{places.Ladder.Title} ladder: what changed",
            GeneratedSections =
            [
                .. places.Ladder.Versions.All.Select(v => new GeneratedSection(
                    $"version:{v.Name}",
                    text.VersionTitle(v.Name),
                    v.Note ?? ""
                )),
            ],
        };

    private static IEnumerable<SearchPage> OfWorkshop(Site site, WorkshopUrls places)
    {
        var text = site.Settings.Text;
        var title = places.Page.Title;
        IReadOnlyList<string> trail = [.. IndexablePages.Trail(site, places.Page.Folder), title];
        SearchPage Printed(SitePath address, string name, bool isLarge = false) =>
            CreateListPage(
                address,
                text.Labelled(title, isLarge ? text.LargePrint(name) : name),
                "to print, worksheet, handout",
                PageKind.Workshop,
                trail
            ) with
            {
                SearchTitle = $"{title}: {(isLarge ? text.LargePrint($"{name} to print") : $"{name} to print")}",
            };
        return
        [
            Printed(places.Sheet(Audience.Participant), text.InSentence(text.ParticipantSheet)),
            Printed(places.Sheet(Audience.Facilitator), text.InSentence(text.FacilitatorGuide)),
            Printed(
                places.Sheet(Audience.Participant, isLarge: true),
                text.InSentence(text.ParticipantSheet),
                isLarge: true
            ),
            Printed(
                places.Sheet(Audience.Facilitator, isLarge: true),
                text.InSentence(text.FacilitatorGuide),
                isLarge: true
            ),
            Printed(places.Pack, text.PackWithBoth),
        ];
    }

    /// <summary>
    /// A document is found by its title and that of its template; its words are on the pages of the ladder. A query for
    /// a level, a step or a role leads to it directly: see levels.js.
    /// </summary>
    private static SearchPage OfDocument(Site site, SiteDocument document) =>
        CreateListPage(
            document.Address,
            document.Title,
            $"{document.Template.Title}, {document.Label}",
            PageKind.Document,
            [.. IndexablePages.Trail(site, document.Template.Folder), document.Template.Title]
        );

    private static IEnumerable<SearchPage> OfSite(Site site)
    {
        if (site.Works.Page is { } sources)
            yield return Page(sources.Address, sources.Title, PageKind.Source, []) with
            {
                Source = sources,
            };
        yield return CreateListPage(
            GeneratedPages.Review,
            site.Settings.Text.Reviews,
            "owners of pages, pages to review, overdue, out of date, who owns a page",
            PageKind.Page,
            []
        );
        yield return CreateListPage(
            GeneratedPages.Health,
            site.Settings.Text.Health,
            "pages, need attention",
            PageKind.Page,
            []
        );
        yield return CreateListPage(
            GeneratedPages.Search,
            site.Settings.Text.Search,
            "index, list, all pages, A–Z",
            PageKind.Page,
            []
        );
        if (site.Ladders.Count > 0)
            yield return CreateListPage(
                GeneratedPages.Team,
                site.Settings.Text.TeamEvidence,
                "notes of several people, calibration of a team, team view",
                PageKind.Ladder,
                []
            );
        if (GeneratedPages.HasComparison(site.Ladders))
            yield return CreateListPage(
                GeneratedPages.Comparison,
                site.Settings.Text.CompareLadders,
                "compare ladders, compare roles, difference between two ladders, difference between two jobs",
                PageKind.Ladder,
                []
            );
        if (site.Tags.Count > 0)
            yield return CreateListPage(
                Tag.IndexAddress,
                site.Settings.Text.Tags,
                "all tags, topics",
                PageKind.Page,
                []
            );
    }

    private static SearchPage Page(SitePath address, string title, PageKind kind, IReadOnlyList<string> trail) =>
        new(
            Address: address,
            Title: title,
            Kind: IndexablePages.NameOf(kind),
            Trail: trail,
            FirstSection: 0,
            Sections: [],
            Source: null
        );

    /// <summary>
    /// A page that lists or repeats what is on others: found by its name, after those pages.
    /// </summary>
    /// <param name="also">Other words for it, without words of questions, which would find it for any question.</param>
    private static SearchPage CreateListPage(
        SitePath address,
        string title,
        string also,
        PageKind kind,
        IReadOnlyList<string> trail
    ) => Page(address, title, kind, trail) with { SearchText = $"{title}. {also}" };
}
