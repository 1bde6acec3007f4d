using System.IO.Enumeration;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Health;

/// <summary>
/// The health problems of a site, such as outdated or unfinished content. They are computed on first use: by the page
/// <c>/health/</c> in a build, and by the report in a check.
/// </summary>
internal sealed class SiteHealth
{
    public static readonly SitePath Address = GeneratedPages.Health;

    /// <summary>
    /// The maximum number of pages whose texts a build compares, because the comparison takes long. A check always
    /// compares them.
    /// </summary>
    private const int MaxComparedInBuild = 2000;

    private readonly Lazy<IReadOnlyList<HealthFinding>> _all;

    internal SiteHealth(Site site, IReadOnlyList<SourceFile> sources, DateOnly today, bool isCheck)
    {
        ComparesWording = site.Settings.IsPrepared && (isCheck || site.Pages.Count <= MaxComparedInBuild);
        _all = new(() => Examine(site, sources, today));
    }

    /// <summary>Whether similar pages and paragraphs were searched for.</summary>
    public bool ComparesWording { get; }

    /// <summary>The problems, sorted by rule, then by position, without those that authors allow.</summary>
    public IEnumerable<HealthFinding> Findings => _all.Value.Where(f => f.Reason is null);

    /// <summary>The problems that authors allow, each with its reason.</summary>
    public IEnumerable<HealthFinding> Allowed => _all.Value.Where(f => f.Reason is not null);

    private IReadOnlyList<HealthFinding> Examine(Site site, IReadOnlyList<SourceFile> sources, DateOnly today)
    {
        var pages = site.Pages.ToDictionary(p => p.Path);
        var exemptions = new Exemptions(site);
        IEnumerable<Diagnostic> found =
        [
            .. LinkChecks.Check(site, sources),
            .. ContentChecks.Check(site, sources, today, ComparesWording),
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

/// <param name="Page">The page with the problem, or null if it is not about a page.</param>
/// <param name="Reason">The reason for which an author allows it, or null.</param>
internal sealed record HealthFinding(Diagnostic Diagnostic, SitePage? Page, string? Reason);

/// <summary>
/// Examines the health of the site. The findings become diagnostics only in a check, and only if the folder has a
/// <c>site.yaml</c>.
/// </summary>
/// <param name="today">The date against which review dates are compared.</param>
/// <param name="reports">True for a check.</param>
internal sealed class ExamineSite(DateOnly today, bool reports, Pipeline<SourceFiles> sources)
    : IModule<Site, SiteHealth>
{
    /// <summary>Rules about what no page does. They need all pages.</summary>
    private static readonly DiagnosticRule[] AboutAbsence =
    [
        HealthRules.Orphan,
        HealthRules.UnusedTerm,
        HealthRules.UncitedCell,
        HealthRules.UnusedImage,
        HealthRules.WantedPage,
    ];

    public IReadOnlyList<Pipeline> Reads => [sources];

    public SiteHealth Execute(Site input, ModuleContext context)
    {
        var files = context.Read(sources);
        var health = new SiteHealth(input, files, today, isCheck: reports);
        if (!reports || !input.Settings.IsPrepared)
            return health;
        context.Diagnostics.AddRange(
            health.Findings.Select(f => f.Diagnostic).Where(d => !files.LacksPages || !AboutAbsence.Contains(d.Rule))
        );
        return health;
    }
}

/// <summary>The rules that authors allow to be broken, on a page or in <c>site.yaml</c>.</summary>
internal sealed class Exemptions(Site site)
{
    private readonly Dictionary<(SourcePath, string), string> _onPages = site
        .Pages.SelectMany(p => p.Content.FrontMatter.Allows.Select(e => (Key: (p.Path, e.RuleId), e.Reason)))
        .DistinctBy(e => e.Key)
        .ToDictionary(e => e.Key, e => e.Reason);

    public string? ReasonFor(Diagnostic finding)
    {
        if (finding.Location is not { } at)
            return null;
        if (_onPages.TryGetValue((at.Path, finding.Rule.Id), out var reason))
            return reason;
        return site
            .Settings.Exemptions.FirstOrDefault(e =>
                e.RuleId == finding.Rule.Id
                && FileSystemName.MatchesSimpleExpression(e.Pattern, at.Path.Value, ignoreCase: false)
            )
            ?.Reason;
    }
}
