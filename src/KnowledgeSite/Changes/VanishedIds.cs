using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>Finds ids that readers' bookmarks and links of the site may lead to, and that are no longer on their page.</summary>
internal sealed class VanishedIds(Site after)
{
    /// <summary>Ids that are numbered anew with every build.</summary>
    private static readonly string[] Made = ["fn:", "fnref:", "site:"];

    public IReadOnlyList<VanishedId> Of(IReadOnlyList<(SitePage Before, SitePage After)> pages)
    {
        var lost = pages.SelectMany(p => IdsOf(p.Before.Content).Where(id => !p.After.Content.Body.HasId(id)).Select(id => (p.Before, p.After, Id: id))).ToList();
        if (lost.Count == 0) return [];
        var links = LinksTo(lost.Select(l => (l.After.Address, l.Id)).ToHashSet());
        return [.. lost.GroupBy(l => l.After).SelectMany(g => OnPage(g.First().Before, g.Key, [.. g.Select(l => l.Id)], links))];
    }

    private static IEnumerable<string> IdsOf(Page page)
    {
        var ids = page.Body.Ids.Where(id => !Made.Any(m => id.StartsWith(m, StringComparison.Ordinal)));
        return page.Body.Title?.Id is { Length: > 0 } title && !page.Body.Ids.Contains(title) ? ids.Append(title) : ids;
    }

    private static IEnumerable<VanishedId> OnPage(SitePage before, SitePage after, List<string> ids, ILookup<(SitePath, string), ChangedPlace> links)
    {
        var lines = new Lazy<Dictionary<string, (string Text, int? Line)>>(() => HeadingLines.Of(after.Content));
        var gone = before.Content.Outline.Where(h => ids.Contains(h.Id)).ToList();
        var come = after.Content.Outline.Where(h => !before.Content.Body.HasId(h.Id)).ToList();
        foreach (var id in ids)
        {
            var heading = gone.Find(h => h.Id == id);
            // As many are new as are gone, so each took the place of one.
            var successor = heading is not null && gone.Count == come.Count ? come[gone.IndexOf(heading)].Id : null;
            yield return new(after, id, ThingOf(before.Content, id, heading), new(after.Path, successor is null ? null : lines.Value.GetValueOrDefault(successor).Line), successor, [.. links[(after.Address, id)]]);
        }
    }

    private static VanishedThing ThingOf(Page page, string id, Heading? heading)
    {
        if (page.Cells.Any(c => c.Id.Value == id || c.Was.Contains(id))) return VanishedThing.Cell;
        if (page.Cells.Any(c => c.Signals.Any(s => s.Id?.Value == id || s.Was.Contains(id)))) return VanishedThing.Signal;
        return heading is null && page.Body.Title?.Id != id ? VanishedThing.Other : VanishedThing.Heading;
    }

    private ILookup<(SitePath, string), ChangedPlace> LinksTo(HashSet<(SitePath, string)> lost)
    {
        var found = new List<((SitePath, string) To, ChangedPlace Place)>();
        foreach (var page in after.Pages)
        {
            var links = after.Links[page.Path];
            for (var i = 0; i < links.Count; i++)
            {
                if (links[i] is not ResolvedLink.Internal link || link.Suffix.IndexOf('#', StringComparison.Ordinal) is not (>= 0 and var hash)) continue;
                var to = (link.Address, Uri.UnescapeDataString(link.Suffix[(hash + 1)..]));
                if (lost.Contains(to)) found.Add((to, new(page.Path, page.Content.Source.Text!.PositionAt(page.Content.Body.Links[i].Span.Start).Line)));
            }
        }

        return found.ToLookup(f => f.To, f => f.Place);
    }
}
