using KnowledgeSite.Content;
using KnowledgeSite.Engine;

namespace KnowledgeSite.Workshops;

/// <summary>Builds workshops from their pages, and reports missing information that a facilitator needs.</summary>
internal sealed class BuildWorkshops : IModule<IReadOnlyList<Page>, IReadOnlyList<Workshop>>
{
    public IReadOnlyList<Workshop> Execute(IReadOnlyList<Page> documents, ModuleContext context)
    {
        var workshops = new List<Workshop>();
        foreach (var page in documents)
        {
            if (page.FrontMatter is not { Facts: WorkshopFacts facts, Excluded: false })
                continue;
            new WorkshopChecks(page, facts, context.Diagnostics).Report();
            workshops.Add(new(page, facts, AgendaOf(facts)));
        }

        return workshops;
    }

    /// <summary>
    /// Computes the agenda. Steps without minutes are left out, because the start of the next step would be unknown.
    /// </summary>
    private static List<AgendaStep> AgendaOf(WorkshopFacts facts)
    {
        var (steps, start) = (new List<AgendaStep>(), 0);
        foreach (var written in facts.Agenda)
        {
            if (written.Minutes is not { Value: var minutes })
                continue;
            steps.Add(
                new(
                    start,
                    minutes,
                    written.Title?.Value ?? (written.IsBreak ? "Break" : "Step"),
                    written.What,
                    written.Lead,
                    written.IsBreak
                )
            );
            start += minutes;
        }

        return steps;
    }
}
