using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>
/// Examines the health of the site. In a check of a prepared site, the results are reported as diagnostics.
/// </summary>
/// <param name="today">The date against which review dates are compared.</param>
internal sealed class ExamineSite(DateOnly today, bool reports) : IModule<Site, SiteHealth>
{
    public IReadOnlyList<SiteHealth> Execute(IReadOnlyList<Site> documents, ModuleContext context)
    {
        if (documents is not [var site])
            return [];
        var health = new SiteHealth(site, context.DocumentsOf<SourceFile>("Sources"), today, isCheck: reports);
        if (reports && site.Settings.IsPrepared)
            context.Diagnostics.AddRange(health.Findings.Select(f => f.Diagnostic));
        return [health];
    }
}
