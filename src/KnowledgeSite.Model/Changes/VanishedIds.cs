using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>
/// Finds ids that were removed from existing pages, although bookmarks and links of the site may use them.
/// </summary>
internal sealed class VanishedIds(Site after)
{
    /// <summary>Prefixes of generated ids, which may differ in every build.</summary>
    private static readonly string[] GeneratedPrefixes = ["fn:", "fnref:", "site:"];

    public IReadOnlyList<VanishedId> Find(IReadOnlyList<(SitePage Before, SitePage After)> pages)
    {
        var lost = pages
            .SelectMany(p =>
                IdsOf(p.Before.Content)
                    .Where(id => !p.After.Content.Body.HasId(id) && !IsRetired(p.After, id))
                    .Select(id => (p.Before, p.After, Id: id))
            )
            .ToList();
        if (lost.Count == 0)
            return [];
        var links = LinksTo(lost.Select(l => (l.After.Address, l.Id)).ToHashSet());
        return
        [
            .. lost.GroupBy(l => l.After)
                .SelectMany(g => OnPage(g.First().Before, g.Key, [.. g.Select(l => l.Id)], links)),
        ];
    }

    private bool IsRetired(SitePage page, string id) =>
        after.Ladders.Any(l => page.Path.IsWithin(l.Ladder.Folder) && l.Ladder.Retired.Contains(id));

    private static IEnumerable<string> IdsOf(Page page)
    {
        var ids = page.Body.Ids.Where(id => !GeneratedPrefixes.Any(m => id.StartsWith(m, StringComparison.Ordinal)));
        return page.Body.Title?.Id is { Length: > 0 } title && !page.Body.Ids.Contains(title) ? ids.Append(title) : ids;
    }

    private static IEnumerable<VanishedId> OnPage(
        SitePage before,
        SitePage after,
        List<string> ids,
        ILookup<(SitePath, string), FileLine> links
    )
    {
        var lines = new Lazy<Dictionary<string, (string Text, int? Line)>>(() => HeadingLines.Find(after.Content));
        var lost = ids.ToHashSet(StringComparer.Ordinal);
        var gone = before
            .Content.Outline.Where(h => lost.Contains(h.Id))
            .DistinctBy(h => h.Id)
            .Select((h, i) => (Heading: h, Index: i))
            .ToDictionary(g => g.Heading.Id, StringComparer.Ordinal);
        var things = new VanishedIdKinds(before.Content);
        var come = after.Content.Outline.Where(h => !before.Content.Body.HasId(h.Id)).ToList();
        foreach (var id in ids)
        {
            // If the numbers of removed and added headings are equal, they are assumed to replace each other in order.
            var successor =
                gone.TryGetValue(id, out var heading) && gone.Count == come.Count ? come[heading.Index].Id : null;
            yield return new(
                id,
                things.Classify(id),
                new(after.Path, successor is null ? null : lines.Value.GetValueOrDefault(successor).Line),
                successor,
                [.. links[(after.Address, id)]]
            );
        }
    }

    private ILookup<(SitePath, string), FileLine> LinksTo(HashSet<(SitePath, string)> lost)
    {
        var found = new List<((SitePath, string) To, FileLine Place)>();
        foreach (var page in after.Pages)
        {
            var links = after.Links[page.Path];
            for (var i = 0; i < links.Count; i++)
            {
                if (
                    links[i] is not ResolvedLink.Internal link
                    || link.Suffix.IndexOf('#', StringComparison.Ordinal) is not (>= 0 and var hash)
                )
                    continue;
                var to = (link.Address, Uri.UnescapeDataString(link.Suffix[(hash + 1)..]));
                if (lost.Contains(to))
                    found.Add(
                        (
                            to,
                            new(
                                page.Path,
                                page.Content.Source.Text!.PositionAt(page.Content.Body.Links[i].Span.Start).Line
                            )
                        )
                    );
            }
        }

        return found.ToLookup(f => f.To, f => f.Place);
    }
}

/// <summary>Classifies the ids of a page.</summary>
internal sealed class VanishedIdKinds(Page page)
{
    private readonly HashSet<string> _headings = page
        .Outline.Select(h => h.Id)
        .Append(page.Body.Title?.Id ?? "")
        .ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _cells = page
        .Cells.SelectMany(c => c.Was.Append(c.Id.Value))
        .ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _signals = page
        .Cells.SelectMany(c => c.Signals)
        .SelectMany(s => s.Was.Append(s.Id?.Value ?? ""))
        .ToHashSet(StringComparer.Ordinal);

    public VanishedIdKind Classify(string id)
    {
        if (_cells.Contains(id))
            return VanishedIdKind.Cell;
        if (_signals.Contains(id))
            return VanishedIdKind.Signal;
        return _headings.Contains(id) ? VanishedIdKind.Heading : VanishedIdKind.Other;
    }
}

/// <summary>An id that was removed from an existing page, so that links to it no longer work.</summary>
/// <param name="Place">The current page, with the line of the probable successor.</param>
/// <param name="Successor">The id of the probable successor, or null if it is not known.</param>
/// <param name="Links">The links of the site that still use the id.</param>
internal sealed record VanishedId(
    string Id,
    VanishedIdKind Thing,
    FileLine Place,
    string? Successor,
    IReadOnlyList<FileLine> Links
);

internal enum VanishedIdKind
{
    Heading,
    Cell,
    Signal,

    /// <summary>Any other element to which an author gave an id.</summary>
    Other,
}

/// <summary>A URL that worked before and now has neither a page nor a redirect.</summary>
/// <param name="Page">The former page, or null for a generated page and for a redirect.</param>
/// <param name="Successor">The current page, or null if it was removed.</param>
/// <param name="WasRedirect">Whether the URL was a redirect.</param>
internal sealed record VanishedAddress(SitePath Address, SitePage? Page, SitePage? Successor, bool WasRedirect);

/// <summary>A removed level with its generated pages that have no redirect.</summary>
/// <param name="Ladder">The current ladder.</param>
/// <param name="Addresses">The URLs of the level's page, sheet and comparisons.</param>
internal sealed record VanishedLevel(Ladder Ladder, string Level, IReadOnlyList<SitePath> Addresses);
