using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>The differences between two states of a site, for reviewers of a change.</summary>
/// <param name="Pages">The added, changed, moved and removed pages, sorted by path.</param>
/// <param name="Overdue">The changed pages whose review is overdue.</param>
/// <param name="Unreviewed">The changed pages whose review date is unchanged.</param>
internal sealed record SiteDifference(
    IReadOnlyList<ChangedPage> Pages,
    IReadOnlyList<ChangedLadder> Ladders,
    IReadOnlyList<VanishedId> Ids,
    IReadOnlyList<VanishedAddress> Addresses,
    IReadOnlyList<OwnerToAsk> Owners,
    IReadOnlyList<SitePage> Overdue,
    IReadOnlyList<SitePage> Unreviewed
)
{
    /// <summary>The removed levels with their generated pages.</summary>
    public IReadOnlyList<VanishedLevel> Levels { get; init; } = [];

    /// <summary>The changed settings in <c>site.yaml</c> and <c>_folder.yaml</c>.</summary>
    public IReadOnlyList<ChangedSetting> Settings { get; init; } = [];

    /// <summary>The changed files other than pages and settings, sorted by path.</summary>
    public IReadOnlyList<ChangedInputFile> Files { get; init; } = [];

    public bool IsEmpty =>
        Pages.Count + Ladders.Count + Addresses.Count + Levels.Count + Settings.Count + Files.Count == 0;

    /// <param name="before">The former site, or null if it had no pages.</param>
    /// <param name="renames">The former path of each renamed file, by its current path.</param>
    public static SiteDifference Between(Site? before, Site after, IReadOnlyDictionary<SourcePath, SourcePath> renames)
    {
        var matches = new PageMatches(before, after, renames);
        var kept = after
            .Pages.Select(p => (Before: matches.Before(p), After: p))
            .Where(p => p.Before is not null)
            .Select(p => (Before: p.Before!, p.After))
            .ToList();
        var compared = kept.Where(p => !IsSame(p.Before, p.After)).ToList();
        List<ChangedPage> pages =
        [
            .. after.Pages.Where(p => matches.Before(p) is null).Select(p => new ChangedPage(null, p, [], [])),
            .. compared.Select(p => PageComparison.Between(p.Before, p.After)),
            .. matches.Gone.Select(p => new ChangedPage(p, null, [], [])),
        ];
        var touched = pages
            .Where(p => p.After is not null && p.IsTouched)
            .Select(p => p.After!)
            .OrderBy(p => p.Path)
            .ToList();
        return new(
            Pages: [.. pages.OrderBy(p => p.Page.Path)],
            Ladders: ChangedLadder.FindAll(before, after),
            Ids: new VanishedIds(after).Find(compared),
            Addresses:
            [
                .. VanishedAddresses.Between(before, after, kept.ToDictionary(p => p.Before.Path, p => p.After)),
            ],
            Owners: OwnerToAsk.Find(pages, before?.Settings, after.Settings),
            Overdue: [.. touched.Where(p => p.Content.FrontMatter.ReviewBy < after.Today)],
            Unreviewed:
            [
                .. touched.Where(p =>
                    p.Content.FrontMatter is { Reviewed: { } day }
                    && matches.Before(p)?.Content.FrontMatter.Reviewed == day
                ),
            ]
        )
        {
            Levels = [.. VanishedAddresses.Levels(before, after)],
        };
    }

    private static bool IsSame(SitePage before, SitePage after) =>
        before.Path == after.Path && before.Content.HasTextOf(after.Content);
}

/// <summary>An owner of changed pages, who should review them.</summary>
/// <param name="Name">The name as written in the pages, or null for pages without an owner.</param>
/// <param name="Handle">The handles in <c>site.yaml</c> for CODEOWNERS, separated by spaces, or null if there are
/// none.</param>
/// <param name="Pages">The changed pages, sorted by path.</param>
internal sealed record OwnerToAsk(string? Name, string? Handle, IReadOnlyList<SitePage> Pages)
{
    /// <summary>
    /// Finds the owners of changed pages. If the owner of a page or the handle of an owner has changed, both the old
    /// and the new one are included.
    /// </summary>
    internal static IReadOnlyList<OwnerToAsk> Find(
        IEnumerable<ChangedPage> pages,
        SiteSettings? before,
        SiteSettings after
    ) =>
        [
            .. pages
                .SelectMany(p =>
                    new[] { p.Before?.Content.FrontMatter.Owner, p.After?.Content.FrontMatter.Owner }
                        .OfType<string>()
                        .Distinct()
                        .DefaultIfEmpty()
                        .Select(o => (Owner: o, p.Page))
                )
                .GroupBy(o => o.Owner)
                .OrderBy(g => g.Key is null)
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new OwnerToAsk(
                    g.Key,
                    g.Key is null ? null : HandleOf(g.Key, before, after),
                    [.. g.Select(o => o.Page).OrderBy(p => p.Path)]
                )),
        ];

    private static string? HandleOf(string owner, SiteSettings? before, SiteSettings after)
    {
        var handles = new[] { before?.Owners.GetValueOrDefault(owner), after.Owners.GetValueOrDefault(owner) }
            .OfType<string>()
            .Distinct()
            .ToList();
        return handles.Count == 0 ? null : string.Join(' ', handles);
    }
}

/// <summary>A position in a file of the input folder.</summary>
/// <param name="Line">The line number, from 1. Null for the whole file, or if the line is not known.</param>
internal sealed record FileLine(SourcePath Path, int? Line);
