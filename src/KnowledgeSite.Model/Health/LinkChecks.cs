using System.Globalization;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>
/// Finds pages without incoming links, pages without outgoing links, and missing pages to which several pages link.
/// </summary>
internal static class LinkChecks
{
    private const int MaxNamed = 3;

    public static IEnumerable<Diagnostic> Check(Site site)
    {
        var ofLadders = site.Ladders.SelectMany(LadderPaths.Pages).ToHashSet();
        var texts = site
            .Pages.Where(p => !p.IsFolderPage && p.Address != SitePath.Home && !ofLadders.Contains(p))
            .ToList();
        return
        [
            .. texts
                .Where(p => !site.Backlinks.To(p.Address).Any())
                .Select(p => Diagnostic.At(HealthRules.Orphan, p.Path)),
            .. texts
                .Where(p => !site.Backlinks.HasLinks(p) && p.Content.Terms.Count == 0)
                .Select(p => Diagnostic.At(HealthRules.DeadEnd, p.Path)),
            .. Wanted(site),
            .. ToOldAddresses(site),
        ];
    }

    private static IEnumerable<Diagnostic> Wanted(Site site) =>
        from wanted in site.Pages.SelectMany(p => Missing(site, p)).GroupBy(m => m.Name, StringComparer.Ordinal)
        let links = wanted.ToList()
        where links.Count > 1
        select Diagnostic.At(
            HealthRules.Wanted,
            links[0].Page.Content.Source,
            links[0].Link.Span,
            links.Count,
            wanted.Key,
            Places(links)
        );

    private static IEnumerable<(SitePage Page, PageLink Link, string Name)> Missing(Site site, SitePage page)
    {
        var links = site.Links[page.Path];
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
        if (link.Form == LinkForm.Image || PathIn(page, link) is not { IsRoot: false } path)
            return null;
        return path.IsMarkdown || path.Extension.Length is < 2 or > 6 || path.Extension is ".html" or ".htm"
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
        var (old, pages) = (
            site.Redirects.ToDictionary(r => r.From, r => r.To),
            site.Pages.ToDictionary(p => p.Address)
        );
        return from page in site.Pages
            from link in page.Content.Body.Links
            let path = PathIn(page, link)
            where path is not null
            let to = old.GetValueOrDefault(new($"/{path}/")) ?? old.GetValueOrDefault(new($"/{path}"))
            where to is not null
            select Diagnostic.At(HealthRules.OldAddress, page.Content.Source, link.Span, link.Target, pages[to].Path);
    }

    private static string Places(List<(SitePage Page, PageLink Link, string Name)> links)
    {
        var named = links
            .Take(MaxNamed)
            .Select(l => $"'{l.Page.Path}' line {l.Page.Content.Source.Text!.PositionAt(l.Link.Span.Start).Line}");
        return string.Join(", ", named) + (links.Count > MaxNamed ? $" and {links.Count - MaxNamed} more" : "");
    }
}
