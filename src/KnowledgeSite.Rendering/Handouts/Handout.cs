using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>A handout of a workshop, for print and screen.</summary>
/// <param name="Id">The id of the part in a pack.</param>
/// <param name="Steps">The public part of the agenda.</param>
/// <param name="Guide">The facilitator's notes; null on a participant sheet, so that no template can show them
/// there.</param>
/// <param name="BodyHtml">The text with its links filled in, each followed by the number of its note.</param>
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
    /// <summary>The kind of handout, for its header.</summary>
    public required string Kind { get; init; }

    internal static string KindOf(Audience audience, UiStrings text) =>
        audience == Audience.Participant ? text.ParticipantSheet : text.FacilitatorGuide;
}

/// <summary>The details that identify a printed copy and lead from paper to the site.</summary>
/// <param name="Date">Formatted as on pages.</param>
/// <param name="Address">The URL as a person types it; only the path if the site's base URL is unknown.</param>
/// <param name="Code">The QR code; null if the site's base URL is unknown.</param>
public sealed record HandoutMark(
    string? Version,
    string? Date,
    string? Owner,
    string SiteTitle,
    string Address,
    QrCode? Code
)
{
    /// <summary>
    /// The version or else the ISO date of the copy, which its code carries in the fragment <c>#printed=1.0</c>. The
    /// page says whether it is the newest. Null if neither is known, or if the code leads elsewhere.
    /// </summary>
    public string? Printed { get; init; }
}

/// <param name="Number">The number shown in the text after the link.</param>
public sealed record LinkNote(int Number, string Address);

/// <param name="Start">Minutes from the beginning.</param>
public sealed record AgendaStepView(int Start, int Minutes, string Title, bool IsBreak);

/// <summary>The facts that a facilitator needs besides the text.</summary>
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
/// <param name="Lead">Null if the facilitator leads the step.</param>
public sealed record LedStep(AgendaStepView Step, string? What, string? Lead);

/// <summary>A place on a ladder that a workshop serves.</summary>
/// <param name="Address">Null if its page is not published.</param>
/// <param name="Fragment">Null for the whole page.</param>
public sealed record ServedView(string Label, SitePath? Address, string? Fragment);
