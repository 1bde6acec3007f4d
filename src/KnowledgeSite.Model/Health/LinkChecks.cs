using System.Globalization;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>
/// Finds problems of links: pages without incoming or outgoing links, missing pages to which several pages link, links
/// to old addresses, and pages that are too many clicks away from the home page.
/// </summary>
internal static class LinkChecks
{
    private const int MaxNamed = 3;
    private const int MaxDepth = 3;

    public static IEnumerable<Diagnostic> Check(Site site, IReadOnlyList<SourceFile> sources)
    {
        var ofLadders = site.Ladders.SelectMany(PagesInMatrix).ToHashSet();
        var fromDocuments = site.Documents.SelectMany(d => Targets(site, d.Page)).ToHashSet();
        var texts = site
            .Pages.Where(p => !p.IsFolderPage && p.Address != SitePath.Home && !ofLadders.Contains(p))
            .ToList();
        return
        [
            .. texts
                .Where(p => !site.Backlinks.To(p.Address).Any() && !fromDocuments.Contains(p.Address))
                .Select(p => Diagnostic.At(HealthRules.Orphan, p.Path)),
            .. texts
                .Where(p => !site.Backlinks.HasLinks(p) && p.Content.Terms.Count == 0 && !IsTemplate(p))
                .Select(p => Diagnostic.At(HealthRules.DeadEnd, p.Path)),
            .. FindWantedPages(site, sources),
            .. ToOldAddresses(site),
            .. DeepPages(site),
        ];
    }

    /// <summary>The pages to which a page links.</summary>
    private static IEnumerable<SitePath> Targets(Site site, SitePage page) =>
        site.Links[page].OfType<ResolvedLink.Internal>().Select(l => l.Address).Where(a => a.IsPage);

    /// <summary>True for a template, whose page lists its documents.</summary>
    private static bool IsTemplate(SitePage page) => page.Content.FrontMatter.Kind == PageKind.Document;

    /// <summary>Reports targets of several links that have no file. An unpublished page counts as a file.</summary>
    private static IEnumerable<Diagnostic> FindWantedPages(Site site, IReadOnlyList<SourceFile> sources)
    {
        var missing = site
            .Pages.Concat(site.Documents.DistinctBy(d => d.Template).Select(d => d.Page))
            .SelectMany(p => FindMissing(site, p))
            .GroupBy(m => m.Name, StringComparer.Ordinal)
            .Where(m => m.Count() > 1)
            .ToList();
        var written = (missing.Count == 0 ? [] : sources)
            .Where(s => s.Path.MayBePage)
            .SelectMany(s => new[] { s.Path.WithoutExtension().Value, s.Path.NameWithoutExtension })
            .ToHashSet(StringComparer.Ordinal);
        return from wanted in missing
            let links = wanted.ToList()
            where !written.Contains(wanted.Key)
            select Diagnostic.At(
                HealthRules.WantedPage,
                links[0].Page.Content.Source,
                links[0].Link.Span,
                links.Count,
                wanted.Key,
                Places(links)
            );
    }

    private static IEnumerable<(SitePage Page, PageLink Link, string Name)> FindMissing(Site site, SitePage page)
    {
        var links = site.Links[page];
        for (var i = 0; i < links.Count; i++)
            if (links[i] is ResolvedLink.AsWritten && NameOf(page, page.Content.Body.Links[i]) is { } name)
                yield return (page, page.Content.Body.Links[i], name);
    }

    /// <summary>
    /// The name of the page to which a broken link refers. Null for a link to another site or to a file.
    /// </summary>
    private static string? NameOf(SitePage page, PageLink link)
    {
        if (link.Form == LinkForm.Wiki)
            return link.Target.Split('#')[0].Trim() is { Length: > 0 } name ? name : null;
        if (
            link.Form == LinkForm.Image
            || AddressMistakes.FindHint(link.Target) is not null
            || PathIn(page, link) is not { IsRoot: false } path
        )
            return null;
        return path.MayBePage || path.Extension.Length is < 2 or > 6 || path.Extension is ".html" or ".htm"
            ? path.WithoutExtension().Value
            : null;
    }

    /// <summary>The linked page, or null for a link to another site or to the page itself.</summary>
    private static SourcePath? PathIn(SitePage page, PageLink link)
    {
        var target = link.Target.Split('#', '?')[0].Trim();
        if (
            link.Form == LinkForm.Wiki
            || target.Length == 0
            || target.StartsWith("//", StringComparison.Ordinal)
            || target.Contains(':', StringComparison.Ordinal)
        )
            return null;
        return (target[0] == '/' ? SourcePath.Root : page.Path.Folder).Resolve(Uri.UnescapeDataString(target));
    }

    private static IEnumerable<Diagnostic> ToOldAddresses(Site site)
    {
        if (site.Redirects.Count == 0)
            return [];
        var old = site.Redirects.ToDictionary(r => r.From, r => r.To);
        var pages = site.Pages.ToDictionary(p => p.Address);
        return (
            from page in site.Pages.Concat(site.Documents.Select(d => d.Page))
            from link in page.Content.Body.Links
            let path = PathIn(page, link)
            where path is not null
            let to = old.GetValueOrDefault(new($"/{path}/")) ?? old.GetValueOrDefault(new($"/{path}"))
            where to is not null
            select Diagnostic.At(
                HealthRules.LinkToRedirect,
                page.Content.Source,
                link.Span,
                link.Target,
                pages[to].Path
            )
        ).Distinct();
    }

    private static string Places(List<(SitePage Page, PageLink Link, string Name)> links)
    {
        var named = links
            .Take(MaxNamed)
            .Select(l => $"'{l.Page.Path}' line {l.Page.Content.Source.Text!.PositionAt(l.Link.Span.Start).Line}");
        return string.Join(", ", named) + (links.Count > MaxNamed ? $" and {links.Count - MaxNamed} more" : "");
    }

    /// <summary>
    /// Finds pages that are too many clicks away from the home page. It follows links in texts, the sections in the
    /// page header and the lists of folders.
    /// </summary>
    private static IEnumerable<Diagnostic> DeepPages(Site site)
    {
        var clicks = ClicksFromHome(site);
        return from page in site.Pages
            let depth = clicks.GetValueOrDefault(page.Address)
            where depth > MaxDepth
            select Diagnostic.At(HealthRules.TooManyClicks, page.Path, depth);
    }

    private static Dictionary<SitePath, int> ClicksFromHome(Site site)
    {
        var links = LinksBetweenPages(site).ToLookup(w => w.From, w => w.To);
        var clicks = new Dictionary<SitePath, int> { [SitePath.Home] = 0 };
        var waiting = new Queue<SitePath>([SitePath.Home]);
        while (waiting.TryDequeue(out var address))
            foreach (var next in links[address])
                if (clicks.TryAdd(next, clicks[address] + 1))
                    waiting.Enqueue(next);
        return clicks;
    }

    private static IEnumerable<(SitePath From, SitePath To)> LinksBetweenPages(Site site) =>
        [
            .. site.Folders.Values.SelectMany(f =>
                f.Entries.Where(e => f.Address != SitePath.Home || e.Folder is not null || f.Page is null)
                    .Select(e => (f.Address, e.Address))
            ),
            .. site.Pages.SelectMany(p => Targets(site, p).Select(t => (p.Address, t))),
            .. site.Ladders.SelectMany(LinksOf),
            .. site.Documents.SelectMany(d =>
                Targets(site, d.Page).Select(t => (d.Address, t)).Prepend((d.Template.Address, d.Address))
            ),
        ];

    /// <summary>The pages to which the matrix links.</summary>
    private static IEnumerable<SitePage> PagesInMatrix(LadderUrls places) =>
        places
            .Ladder.Levels.Select(places.PageOf)
            .Concat(
                places.Ladder.Dimensions.SelectMany(d =>
                    new[] { d.Page, d.Overlay }.Where(p => p is not null).Select(p => places.PageOf(p!))
                )
            )
            .OfType<SitePage>();

    /// <summary>
    /// The links between the generated pages of a ladder: from its home page to the matrix, and from there to every
    /// dimension and level.
    /// </summary>
    private static IEnumerable<(SitePath From, SitePath To)> LinksOf(LadderUrls places) =>
        [
            (places.Home, places.Matrix),
            (places.Home, places.Comparisons),
            .. PagesInMatrix(places).SelectMany(p => new[] { (places.Home, p.Address), (places.Matrix, p.Address) }),
        ];
}
