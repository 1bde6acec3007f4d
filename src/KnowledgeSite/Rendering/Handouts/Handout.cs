using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>A sheet of a workshop: for paper, and readable on a screen.</summary>
/// <param name="Id">Names it among the parts of a pack.</param>
/// <param name="Steps">What anybody may know of the agenda.</param>
/// <param name="Guide">What only the facilitator reads; null on a participant sheet, so that no template can show it
/// there.</param>
/// <param name="BodyHtml">The text with its links filled in, each with the number of its note.</param>
public sealed record Handout(
    string Id,
    Audience Audience,
    bool IsLarge,
    string Title,
    string? Purpose,
    string? Outcome,
    int Duration,
    IReadOnlyList<AgendaStepView> Steps,
    GuideFacts? Guide,
    string BodyHtml,
    IReadOnlyList<LinkNote> Notes,
    HandoutMark Mark
)
{
    public string Kind => Audience == Audience.Participant ? "Participant sheet" : "Facilitator guide";
}

/// <summary>What tells two printed copies apart, and leads from paper to the site.</summary>
/// <param name="Date">As pages show dates.</param>
/// <param name="Address">As a person types it; a path where nobody said where the site lives.</param>
/// <param name="Code">Null where nobody said so.</param>
public sealed record HandoutMark(
    string? Version,
    string? Date,
    string? Owner,
    string SiteTitle,
    string Address,
    QrCode? Code
);

/// <param name="Number">Stands in the text behind the link.</param>
public sealed record LinkNote(int Number, string Address);

/// <param name="Start">Minutes from the beginning.</param>
public sealed record AgendaStepView(int Start, int Minutes, string Title, bool IsBreak);

/// <summary>What a facilitator has to know beside the text.</summary>
public sealed record GuideFacts(
    string? For,
    string? Group,
    string? Room,
    IReadOnlyList<string> Materials,
    IReadOnlyList<string> Preparation,
    IReadOnlyList<LedStep> Agenda,
    IReadOnlyList<ServedView> Serves
);

/// <param name="What">Null for a break.</param>
/// <param name="Lead">Null where the facilitator leads.</param>
public sealed record LedStep(AgendaStepView Step, string? What, string? Lead);

/// <summary>A place on a ladder that a workshop helps with.</summary>
/// <param name="Address">Null where its page is not published.</param>
/// <param name="Fragment">Null where the whole page is meant.</param>
public sealed record ServedView(string Label, SitePath? Address, string? Fragment);
