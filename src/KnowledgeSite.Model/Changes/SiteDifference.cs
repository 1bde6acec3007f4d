using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>The differences between two states of a site, for reviewers of a change.</summary>
/// <param name="Pages">The added, changed, moved and removed pages, sorted by path.</param>
/// <param name="Overdue">The changed pages whose review is overdue.</param>
/// <param name="Unreviewed">The changed pages whose review date is unchanged.</param>
internal sealed record SiteDifference(
    IReadOnlyList<ChangedPage> Pages,
    IReadOnlyList<LadderReport> Ladders,
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
            [.. pages.OrderBy(p => p.Page.Path)],
            new LadderDiff(before, after).All(),
            new VanishedIds(after).Find(compared),
            [.. VanishedAddresses.Between(before, after, kept.ToDictionary(p => p.Before.Path, p => p.After))],
            OwnerToAsk.Find(pages, before?.Settings, after.Settings),
            [.. touched.Where(p => p.Content.FrontMatter.ReviewBy < after.Today)],
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
        before.Path == after.Path && before.Content.Source.Text?.Value == after.Content.Source.Text?.Value;
}
