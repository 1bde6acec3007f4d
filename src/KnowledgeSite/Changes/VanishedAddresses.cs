using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>Finds addresses that readers may have, of pages and of redirects, and that answer no longer.</summary>
internal static class VanishedAddresses
{
    public static IEnumerable<VanishedAddress> Between(Site? before, Site after, IReadOnlyDictionary<SourcePath, SitePage> now)
    {
        if (before is null) yield break;
        var answering = Addresses(after).Concat(after.Redirects.Select(r => r.From)).ToHashSet();
        var pages = before.Pages.ToDictionary(p => p.Address);
        foreach (var address in Addresses(before).Distinct().Where(a => !answering.Contains(a)).Order())
        {
            var page = pages.GetValueOrDefault(address);
            yield return new(address, page, page is null ? null : now.GetValueOrDefault(page.Path), false);
        }

        foreach (var redirect in before.Redirects.Where(r => !answering.Contains(r.From)).OrderBy(r => r.From))
            yield return new(redirect.From, null, pages.TryGetValue(redirect.To, out var target) ? now.GetValueOrDefault(target.Path) : null, true);
    }

    /// <summary>Lists of tags apart, which come and go with the last page that has one.</summary>
    private static IEnumerable<SitePath> Addresses(Site site) =>
    [
        .. site.Pages.Select(p => p.Address),
        .. site.Folders.Values.Select(f => f.Address),
        .. site.Ladders.SelectMany(l => l.MadeAddresses),
        .. site.MadeForPaper,
    ];
}
