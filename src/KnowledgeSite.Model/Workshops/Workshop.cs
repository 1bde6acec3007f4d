using KnowledgeSite.Content;

namespace KnowledgeSite.Workshops;

/// <summary>A workshop: its page, its checked properties and its agenda.</summary>
/// <param name="Facts">The properties as written. Missing ones have been reported.</param>
public sealed record Workshop(Page Page, WorkshopFacts Facts, IReadOnlyList<AgendaStep> Agenda)
{
    /// <summary>The default page limit of a facilitator guide.</summary>
    private const int DefaultGuidePages = 4;

    public int Duration => Facts.Duration?.Value ?? Agenda.Sum(s => s.Minutes);

    /// <summary>The maximum number of pages of a sheet, or null if there is no limit.</summary>
    public int? PageLimit(Audience audience) =>
        audience == Audience.Participant ? Facts.Pages?.Value : Facts.GuidePages?.Value ?? DefaultGuidePages;
}
