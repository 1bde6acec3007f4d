using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>Finds URLs of pages and redirects that readers may have bookmarked and that no longer work.</summary>
internal static class VanishedAddresses
{
    public static IEnumerable<VanishedAddress> Between(
        Site? before,
        Site after,
        IReadOnlyDictionary<SourcePath, SitePage> now
    )
    {
        if (before is null)
            yield break;
        var answering = Addresses(after).Concat(after.Redirects.Select(r => r.From)).ToHashSet();
        var pages = before.Pages.ToDictionary(p => p.Address);
        var ofLevels = LevelsGone(before, after).SelectMany(l => l.Addresses).ToHashSet();
        foreach (var address in Addresses(before).Distinct().Where(a => !answering.Contains(a)).Order())
        {
            var page = pages.GetValueOrDefault(address);
            if (page is null && ofLevels.Contains(address))
                continue;
            yield return new(address, page, page is null ? null : now.GetValueOrDefault(page.Path), false);
        }

        foreach (var redirect in before.Redirects.Where(r => !answering.Contains(r.From)).OrderBy(r => r.From))
            yield return new(
                redirect.From,
                null,
                pages.TryGetValue(redirect.To, out var target) ? now.GetValueOrDefault(target.Path) : null,
                true
            );
    }

    /// <summary>
    /// The removed levels with the generated pages that were removed with them. <see cref="Levels"/> leaves out retired
    /// levels.
    /// </summary>
    private static IEnumerable<(
        LadderUrls Then,
        LadderUrls Now,
        string Level,
        IReadOnlyList<SitePath> Addresses
    )> LevelsGone(Site before, Site after)
    {
        var now = after.Ladders.ToDictionary(l => l.Ladder.Id, StringComparer.Ordinal);
        var answering = Addresses(after).Concat(after.Redirects.Select(r => r.From)).ToHashSet();
        foreach (var then in before.Ladders.Where(l => now.ContainsKey(l.Ladder.Id)))
        {
            var left = now[then.Ladder.Id]
                .Ladder.Levels.SelectMany(l => l.Was.Select(w => w.Value).Append(l.Id))
                .ToHashSet(StringComparer.Ordinal);
            foreach (var level in then.Ladder.Levels.Where(l => !left.Contains(l.Id)))
            {
                var made = then
                    .Pairs.Where(p => p.From == level || p.To == level)
                    .Select(p => then.Comparison(p.From, p.To))
                    .Append(then.Sheet(level));
                if (then.PageOf(level) is null)
                    made = made.Append(then.GetUrl(level));
                yield return (
                    then,
                    now[then.Ladder.Id],
                    level.Id,
                    [.. made.Where(a => !answering.Contains(a)).Order()]
                );
            }
        }
    }

    /// <summary>The removed levels that are not retired.</summary>
    public static IEnumerable<VanishedLevel> Levels(Site? before, Site after) =>
        before is null
            ? []
            : LevelsGone(before, after)
                .Where(l => !l.Now.Ladder.Retired.Contains(l.Level) && l.Addresses.Count > 0)
                .Select(l => new VanishedLevel(l.Now.Ladder, l.Level, l.Addresses));

    /// <summary>
    /// The URLs of the site's pages. Tag pages are left out, because they disappear with the last page that has the
    /// tag.
    /// </summary>
    private static IEnumerable<SitePath> Addresses(Site site) =>
        [
            .. site.Pages.Select(p => p.Address),
            .. site.Folders.Values.Select(f => f.Address),
            .. site.Ladders.SelectMany(l => l.GeneratedAddresses),
            .. site.PrintableAddresses,
        ];
}
