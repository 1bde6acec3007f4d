using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Workshops;

/// <summary>Builds workshops from their pages, and reports missing information that a facilitator needs.</summary>
internal sealed class BuildWorkshops(UiStrings text) : IModule<IReadOnlyList<Page>, IReadOnlyList<Workshop>>
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
    private List<AgendaStep> AgendaOf(WorkshopFacts facts)
    {
        var steps = new List<AgendaStep>();
        var start = 0;
        foreach (var written in facts.Agenda)
        {
            if (written.Minutes is not { Value: var minutes })
                continue;
            steps.Add(
                new(
                    start,
                    minutes,
                    written.Title?.Value ?? (written.IsBreak ? text.Break : text.Step),
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

/// <summary>Checks that a workshop is complete and that its agenda is consistent.</summary>
internal sealed class WorkshopChecks(Page page, WorkshopFacts facts, DiagnosticBag diagnostics)
{
    private const int MaxMinutesWithoutBreak = 90;

    public void Report()
    {
        foreach (var (key, asked) in Missing().Where(m => !facts.Refused.Contains(m.Key)))
            diagnostics.Add(Diagnostic.At(WorkshopRules.MissingFact, page.Path, key, asked));
        foreach (var (title, asked) in Sections().Where(s => !page.Body.HasId(s.Title.ToLowerInvariant())))
            diagnostics.Add(Diagnostic.At(WorkshopRules.MissingSection, page.Path, title, asked));
        foreach (var step in facts.Agenda)
            ReportGaps(step);
        if (facts.Agenda.All(s => s.Minutes is not null))
            ReportTime();
    }

    private IEnumerable<(string Key, string Asked)> Missing()
    {
        if (IsEmpty(facts.Purpose))
            yield return ("purpose", "in one sentence what the workshop is for");
        if (IsEmpty(facts.Outcome))
            yield return ("outcome", "what participants take away at the end");
        if (IsEmpty(facts.For))
            yield return ("for", "who should take part");
        if (IsEmpty(facts.Group))
            yield return ("group", "how many people, and how they are grouped");
        if (facts.Duration is null)
            yield return ("duration", "the length in minutes");
        if (facts.Materials.Count == 0)
            yield return ("materials", "a list of the materials that are needed in the room");
        if (IsEmpty(facts.Room))
            yield return ("room", "how the room is set up");
        if (facts.Preparation.Count == 0)
            yield return ("preparation", "a list of what the facilitator does beforehand");
        if (facts.Agenda.Count == 0)
            yield return ("agenda", "its steps, each with minutes, title and what");
        if (facts.Serves.Count == 0)
            yield return ("serves", "the cells, dimensions or levels of the ladder that it helps with");
        if (facts.Ladder is null && facts.Serves.Count > 0)
            yield return ("ladder", "the name of the ladder that 'serves:' refers to");
        if (facts.Pages is null)
            yield return ("pages", "how many pages the participant sheet may have");
        if (IsEmpty(facts.Version))
            yield return ("version", "a version such as '1.0', which shows whether a printed copy is up to date");
    }

    private static (string Title, string Asked)[] Sections() =>
        [
            ("Debrief", "the questions that help participants to draw conclusions"),
            ("Variations", "how the workshop is run for another group or another length"),
            ("Remote", "what is different for a remote group"),
        ];

    private void ReportGaps(WrittenStep step)
    {
        if (step.Minutes is null && !step.HasWrongMinutes)
            Gap("minutes", "how long it takes");
        if (step.IsBreak)
            return;
        if (IsEmpty(step.Title))
            Gap("title", "what it is called");
        if (string.IsNullOrEmpty(step.What))
            Gap("what", "what happens");

        void Gap(string key, string asked) =>
            diagnostics.Add(
                Diagnostic.At(WorkshopRules.StepIncomplete, page.Source, step.Span with { Length = 1 }, key, asked)
            );
    }

    private void ReportTime()
    {
        var sum = facts.Agenda.Sum(s => s.Minutes!.Value);
        if (facts.Duration is { } duration && facts.Agenda.Count > 0 && sum != duration.Value)
            diagnostics.Add(
                Diagnostic.At(
                    WorkshopRules.WrongSum,
                    page.Source,
                    duration.Span,
                    sum,
                    duration.Value,
                    Math.Abs(sum - duration.Value),
                    sum > duration.Value ? "many" : "few"
                )
            );

        var sitting = 0;
        WrittenStep? first = null;
        foreach (var step in facts.Agenda)
        {
            if (step.IsBreak)
            {
                sitting = 0;
                first = null;
                continue;
            }

            sitting += step.Minutes!.Value;
            first ??= step;
            if (sitting <= MaxMinutesWithoutBreak)
                continue;
            diagnostics.Add(
                Diagnostic.At(
                    WorkshopRules.NoBreak,
                    page.Source,
                    first.Span with
                    {
                        Length = 1,
                    },
                    step.Title?.Value,
                    sitting
                )
            );
            return;
        }
    }

    private static bool IsEmpty(Located<string>? text) => text is not { Value.Length: > 0 };
}
