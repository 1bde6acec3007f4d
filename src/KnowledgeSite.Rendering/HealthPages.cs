using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Health;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering;

/// <summary>Creates the page that lists content problems.</summary>
internal sealed class HealthPages(Site site, FrameFactory frames, SiteHealth health, ImageVariants images)
{
    private const int MaxEntries = 200;

    private static readonly Dictionary<string, Func<UiStrings, string>> Titles = new(StringComparer.Ordinal)
    {
        [HealthRules.Orphan.Id] = text => text.OrphanedPages,
        [HealthRules.DeadEnd.Id] = text => text.DeadEnds,
        [HealthRules.WantedPage.Id] = text => text.LinksToMissingPages,
        [HealthRules.SamePage.Id] = text => text.NearDuplicatePages,
        [HealthRules.SameParagraph.Id] = text => text.DuplicateParagraphs,
        [HealthRules.SameTitle.Id] = text => text.DuplicateTitles,
        [HealthRules.UnusedImage.Id] = text => text.UnusedImages,
        [HealthRules.LinkToRedirect.Id] = text => text.LinksToRedirects,
        [HealthRules.NoOwner.Id] = text => text.PagesWithoutOwner,
        [HealthRules.UnusedTerm.Id] = text => text.UnusedTerms,
        [HealthRules.OutOfDate.Id] = text => text.PagesDueForReview,
        [HealthRules.UncitedCell.Id] = text => text.UncitedCells,
        [HealthRules.TooManyClicks.Id] = text => text.TooManyClicks,
    };

    private UiStrings Text => site.Settings.Text;

    public HealthView Page() =>
        new(
            frames.ForGenerated(SiteHealth.Address, Text.Health, Text.HealthAbout),
            site.Pages.Count,
            site.Settings.IsPrepared,
            health.ComparesWording,
            [.. health.Findings.GroupBy(f => f.Diagnostic.Rule).Select(g => Group(g.Key, [.. g]))],
            [.. health.Allowed.Take(MaxEntries).Select(f => Entry(f, isAlone: true) with { Reason = f.Reason })]
        )
        {
            Images = [.. images.Images.Take(MaxEntries).Select(Image)],
            MoreImages = Math.Max(0, images.Images.Count - MaxEntries),
        };

    private HealthImageView Image(SmallerImage image) =>
        new(
            image.Original.File.Path.Value,
            FileLength.Format(image.Original.SourceLength, Text),
            FileLength.Format(image.Original.Length, Text),
            string.Join(
                Text.ListSeparator,
                image.Variants.Select(v => $"{FileLength.Format(images.LengthOf(v), Text)} ({v.Width} px)")
            )
        );

    private HealthGroupView Group(DiagnosticRule rule, IReadOnlyList<HealthFinding> findings)
    {
        var isAlone = rule.MessageFormat.Contains("{0}", StringComparison.Ordinal);
        return new(
            rule.Id.ToLowerInvariant(),
            Titles.TryGetValue(rule.Id, out var title) ? title(Text) : rule.Title,
            findings.Count,
            isAlone ? null : rule.MessageFormat,
            [.. findings.Take(MaxEntries).Select(f => Entry(f, isAlone))],
            Math.Max(0, findings.Count - MaxEntries)
        );
    }

    private HealthEntryView Entry(HealthFinding finding, bool isAlone) =>
        new(
            finding.Page?.Title ?? finding.Diagnostic.Location?.Path.FileName ?? Text.TheSite,
            finding.Page?.Address,
            finding.Diagnostic.Location is { } at ? $"{at.Path}:{at.Line}" : "",
            isAlone ? finding.Diagnostic.Message : null
        );
}

/// <summary>The content problems of a site.</summary>
/// <param name="ComparesWording">False if duplicate texts are searched only by <c>check</c>.</param>
/// <param name="Allowed">The problems that authors have accepted, each with its reason.</param>
public sealed record HealthView(
    FrameView Frame,
    int PageCount,
    bool IsPrepared,
    bool ComparesWording,
    IReadOnlyList<HealthGroupView> Groups,
    IReadOnlyList<HealthEntryView> Allowed
) : PageView(Frame)
{
    /// <summary>The images that are published smaller than their files; empty in a preview.</summary>
    public IReadOnlyList<HealthImageView> Images { get; init; } = [];

    /// <summary>The number of such images that are not listed.</summary>
    public int MoreImages { get; init; }
}

/// <summary>An image that is published smaller than its file. The lengths are texts such as "12 kB".</summary>
/// <param name="Published">The length of the published original, which has no metadata.</param>
/// <param name="Variants">The lengths of its smaller variants, each with its width; empty if it has none.</param>
public sealed record HealthImageView(string File, string Length, string Published, string Variants);

/// <summary>All findings of one rule.</summary>
/// <param name="Advice">The advice for all of them; null if each message contains its own.</param>
/// <param name="LeftOut">The number of findings that are not listed.</param>
public sealed record HealthGroupView(
    string Id,
    string Title,
    int Count,
    string? Advice,
    IReadOnlyList<HealthEntryView> Entries,
    int LeftOut
);

/// <param name="Address">The address of the page; null if the finding is not about a page.</param>
/// <param name="Place">File and line.</param>
/// <param name="Message">Null if it is the same for the whole group.</param>
public sealed record HealthEntryView(string Title, SitePath? Address, string Place, string? Message)
{
    /// <summary>The reason for which an author accepts the finding; null if it is not accepted.</summary>
    public string? Reason { get; init; }
}
