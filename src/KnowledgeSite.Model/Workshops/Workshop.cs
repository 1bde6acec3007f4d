using KnowledgeSite.Content;

namespace KnowledgeSite.Workshops;

/// <summary>A workshop: its page, its checked properties and its agenda.</summary>
/// <param name="Facts">The properties as written. Missing ones have been reported.</param>
public sealed record Workshop(Page Page, WorkshopFacts Facts, IReadOnlyList<AgendaStep> Agenda)
{
    /// <summary>The default page limit of a facilitator guide.</summary>
    private const int DefaultGuidePages = 4;

    internal int Duration => Facts.Duration?.Value ?? Agenda.Sum(s => s.Minutes);

    /// <summary>The maximum number of pages of a sheet, or null if there is no limit.</summary>
    public int? PageLimit(Audience audience) =>
        audience == Audience.Participant ? Facts.Pages?.Value : Facts.GuidePages?.Value ?? DefaultGuidePages;
}

/// <summary>A step of the agenda of a workshop.</summary>
/// <param name="Start">The start in minutes from the beginning of the workshop.</param>
/// <param name="What">A description of what happens, or null for a break.</param>
/// <param name="Lead">The person who leads the step, or null for the facilitator.</param>
public sealed record AgendaStep(int Start, int Minutes, string Title, string? What, string? Lead, bool IsBreak) { }
