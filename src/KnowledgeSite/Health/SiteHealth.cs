using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>
/// What rots on a site, or was never finished. Looked for when it is first asked for: in a build that is the page
/// <c>/health/</c>, in a check the report.
/// </summary>
public sealed class SiteHealth
{
    public static readonly SitePath Address = BuiltInPages.Health;

    /// <summary>
    /// To compare the wording of more pages would cost a build a good part of its time; a check does it all the same.
    /// </summary>
    private const int MostComparedInBuild = 2000;

    private readonly Lazy<IReadOnlyList<HealthFinding>> _all;

    internal SiteHealth(Site site, IReadOnlyList<SourceFile> sources, DateOnly today, bool isCheck)
    {
        ComparesWording = site.Settings.IsPrepared && (isCheck || site.Pages.Count <= MostComparedInBuild);
        _all = new(() => Examine(site, sources, today));
    }

    /// <summary>Pages and paragraphs that say nearly the same are among the findings.</summary>
    public bool ComparesWording { get; }

    /// <summary>By rule, then by place; those that an author allows left out.</summary>
    public IEnumerable<HealthFinding> Findings => _all.Value.Where(f => f.Reason is null);

    /// <summary>Those that an author allows, each with the reason.</summary>
    public IEnumerable<HealthFinding> Allowed => _all.Value.Where(f => f.Reason is not null);

    private IReadOnlyList<HealthFinding> Examine(Site site, IReadOnlyList<SourceFile> sources, DateOnly today)
    {
        var (pages, exemptions) = (site.Pages.ToDictionary(p => p.Path), new Exemptions(site));
        IEnumerable<Diagnostic> found =
        [
            .. LinkChecks.Check(site),
            .. TitleChecks.Check(site),
            .. DepthChecks.Check(site),
            .. ReviewChecks.Check(site, today),
            .. CellChecks.Check(site),
            .. TermChecks.Check(site),
            .. ImageChecks.Check(site, sources),
            .. ComparesWording ? TextChecks.Check(site) : [],
        ];
        return
        [
            .. found
                .Where(d => site.Settings.Severities.GetValueOrDefault(d.Rule.Id, d.Severity) != Severity.Off)
                .OrderBy(d => d.Rule.Id, StringComparer.Ordinal)
                .ThenBy(d => d, Diagnostic.Order)
                .Select(d => new HealthFinding(
                    d,
                    d.Location is { } at ? pages.GetValueOrDefault(at.Path) : null,
                    exemptions.ReasonFor(d)
                )),
        ];
    }
}

/// <param name="Page">The page that it is about; null for what is no page.</param>
/// <param name="Reason">Why an author allows it; null where nobody does.</param>
public sealed record HealthFinding(Diagnostic Diagnostic, SitePage? Page, string? Reason);
