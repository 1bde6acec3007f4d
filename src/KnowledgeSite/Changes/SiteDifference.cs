using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Changes;

/// <summary>What is different between two states of a site, for the people who are asked whether it may be.</summary>
/// <param name="Pages">By path.</param>
/// <param name="Overdue">Pages that were touched and whose review is overdue.</param>
/// <param name="Unreviewed">Pages whose text was touched, and whose day of review was not.</param>
public sealed record SiteDifference(
    IReadOnlyList<ChangedPage> Pages,
    IReadOnlyList<LadderReport> Ladders,
    IReadOnlyList<VanishedId> Ids,
    IReadOnlyList<VanishedAddress> Addresses,
    IReadOnlyList<OwnerToAsk> Owners,
    IReadOnlyList<SitePage> Overdue,
    IReadOnlyList<SitePage> Unreviewed
)
{
    /// <summary>Levels that are gone, with the generated pages of each.</summary>
    public IReadOnlyList<VanishedLevel> Levels { get; init; } = [];

    /// <summary>What <c>site.yaml</c> and <c>_folder.yaml</c> say that they did not say.</summary>
    public IReadOnlyList<ChangedSetting> Settings { get; init; } = [];

    /// <summary>Files that are neither pages nor settings. By path.</summary>
    public IReadOnlyList<ChangedInputFile> Files { get; init; } = [];

    public bool IsEmpty =>
        Pages.Count + Ladders.Count + Addresses.Count + Levels.Count + Settings.Count + Files.Count == 0;

    /// <param name="before">Null where there was no page.</param>
    /// <param name="renames">Files that the version control saw moved: by the path of now, the one of before.</param>
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
