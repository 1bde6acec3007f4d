using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>
/// Finds pages that are too many clicks away from the home page. It follows links in texts, the sections in the page
/// header and the lists of folders.
/// </summary>
internal static class DepthChecks
{
    private const int MaxDepth = 3;

    public static IEnumerable<Diagnostic> Check(Site site)
    {
        var clicks = ClicksFromHome(site);
        return from page in site.Pages
            let depth = clicks.GetValueOrDefault(page.Address)
            where depth > MaxDepth
            select Diagnostic.At(HealthRules.Deep, page.Path, depth);
    }

    private static Dictionary<SitePath, int> ClicksFromHome(Site site)
    {
        var ways = Ways(site).ToLookup(w => w.From, w => w.To);
        var clicks = new Dictionary<SitePath, int> { [SitePath.Home] = 0 };
        var waiting = new Queue<SitePath>([SitePath.Home]);
        while (waiting.TryDequeue(out var address))
            foreach (var next in ways[address])
                if (clicks.TryAdd(next, clicks[address] + 1))
                    waiting.Enqueue(next);
        return clicks;
    }

    private static IEnumerable<(SitePath From, SitePath To)> Ways(Site site) =>
        [
            .. site.Folders.Values.SelectMany(f =>
                f.Entries.Where(e => f.Address != SitePath.Home || e.Folder is not null || f.Page is null)
                    .Select(e => (f.Address, e.Address))
            ),
            .. site.Pages.SelectMany(p =>
                site.Links[p.Path]
                    .OfType<ResolvedLink.Internal>()
                    .Where(l => l.Address.IsPage)
                    .Select(l => (p.Address, l.Address))
            ),
            .. site.Ladders.SelectMany(LadderPaths.Find),
        ];
}
