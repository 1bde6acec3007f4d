using KnowledgeSite.Diagnostics;
using KnowledgeSite.Health;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering;

/// <summary>Creates the page that lists content problems.</summary>
internal sealed class HealthPages(Site site, FrameFactory frames, SiteHealth health)
{
    private const int Longest = 200;

    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        [HealthRules.Orphan.Id] = "Orphaned pages",
        [HealthRules.DeadEnd.Id] = "Dead ends",
        [HealthRules.Wanted.Id] = "Wanted pages",
        [HealthRules.SamePage.Id] = "Near-duplicate pages",
        [HealthRules.SameParagraph.Id] = "Duplicate paragraphs",
        [HealthRules.SameTitle.Id] = "Duplicate titles in a folder",
        [HealthRules.UnusedImage.Id] = "Unused images",
        [HealthRules.OldAddress.Id] = "Links to old addresses",
        [HealthRules.NoOwner.Id] = "Pages without an owner",
        [HealthRules.UnusedTerm.Id] = "Unused terms",
        [HealthRules.OutOfDate.Id] = "Pages due for review",
        [HealthRules.UncitedCell.Id] = "Ladder cells without references",
        [HealthRules.Deep.Id] = "Pages more than three clicks from home",
    };

    public HealthView Page() =>
        new(
            frames.ForGenerated(
                SiteHealth.Address,
                "Health",
                "Content problems for maintainers: orphaned, outdated and duplicate pages."
            ),
            site.Pages.Count,
            site.Settings.IsPrepared,
            health.ComparesWording,
            [.. health.Findings.GroupBy(f => f.Diagnostic.Rule).Select(g => Group(g.Key, [.. g]))],
            [.. health.Allowed.Take(Longest).Select(f => new AllowedView(Entry(f, isAlone: true), f.Reason!))]
        );

    private static HealthGroupView Group(DiagnosticRule rule, IReadOnlyList<HealthFinding> findings)
    {
        var isAlone = rule.MessageFormat.Contains("{0}", StringComparison.Ordinal);
        return new(
            rule.Id.ToLowerInvariant(),
            Titles.GetValueOrDefault(rule.Id, rule.Title),
            findings.Count,
            isAlone ? null : rule.MessageFormat,
            [.. findings.Take(Longest).Select(f => Entry(f, isAlone))],
            Math.Max(0, findings.Count - Longest)
        );
    }

    private static HealthEntryView Entry(HealthFinding finding, bool isAlone) =>
        new(
            finding.Page?.Title ?? finding.Diagnostic.Location?.Path.FileName ?? "The site",
            finding.Page?.Address,
            finding.Diagnostic.Location is { } at ? $"{at.Path}:{at.Line}" : "",
            isAlone ? finding.Diagnostic.Message : null
        );
}
