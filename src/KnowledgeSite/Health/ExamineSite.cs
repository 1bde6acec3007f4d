using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>
/// Looks after the health of the site; in a check of a site that somebody prepared, what is found is reported.
/// </summary>
/// <param name="today">The day on which pages are due for review or not.</param>
public sealed class ExamineSite(DateOnly today, bool reports) : IModule<Site, SiteHealth>
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
