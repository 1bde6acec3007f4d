using KnowledgeSite.Content;

namespace KnowledgeSite.Workshops;

/// <summary>
/// A workshop, complete enough to be run: a page whose facts were looked over, with its agenda in minutes from the
/// start.
/// </summary>
/// <param name="Facts">As they are written; what is missing was reported.</param>
public sealed record Workshop(Page Page, WorkshopFacts Facts, IReadOnlyList<AgendaStep> Agenda)
{
    /// <summary>So many pages a guide may take where nobody says.</summary>
    private const int UsualGuidePages = 4;

    public int Duration => Facts.Duration?.Value ?? Agenda.Sum(s => s.Minutes);

    /// <summary>The number of pages that a sheet may take; null where nobody says.</summary>
    public int? PageLimit(Audience audience) =>
        audience == Audience.Participant ? Facts.Pages?.Value : Facts.GuidePages?.Value ?? UsualGuidePages;
}
