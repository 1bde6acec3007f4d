using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>
/// Examines the health of the site. In a check of a prepared site, the results are reported as diagnostics.
/// </summary>
/// <param name="today">The date against which review dates are compared.</param>
internal sealed class ExamineSite(DateOnly today, bool reports, Pipeline<IReadOnlyList<SourceFile>> sources)
    : IModule<Site, SiteHealth>
{
    public IReadOnlyList<Pipeline> Reads => [sources];

    public SiteHealth Execute(Site input, ModuleContext context)
    {
        var health = new SiteHealth(input, context.Read(sources), today, isCheck: reports);
        if (reports && input.Settings.IsPrepared)
            context.Diagnostics.AddRange(health.Findings.Select(f => f.Diagnostic));
        return health;
    }
}
