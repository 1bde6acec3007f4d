using KnowledgeSite.Content.Forms;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// The front matter of a workshop. Most keys are required, but a missing one is null or empty here: it is reported when
/// the workshop is built.
/// </summary>
/// <param name="For">Who should take part.</param>
/// <param name="Duration">The length in minutes.</param>
/// <param name="Preparation">What the facilitator does beforehand. Participants do not see it.</param>
/// <param name="Serves">The ids of cells (<c>scope.senior</c>), signals, dimensions or levels that it trains.</param>
/// <param name="Pages">The maximum number of pages of the participant sheet, on A4 and on Letter.</param>
/// <param name="GuidePages">The maximum number of pages of the facilitator guide, on A4 and on Letter.</param>
public sealed record WorkshopFacts(
    Located<string>? Purpose,
    Located<string>? Outcome,
    Located<string>? For,
    Located<string>? Group,
    Located<int>? Duration,
    IReadOnlyList<Located<string>> Materials,
    Located<string>? Room,
    IReadOnlyList<Located<string>> Preparation,
    IReadOnlyList<WrittenStep> Agenda,
    Located<string>? Ladder,
    IReadOnlyList<Located<string>> Serves,
    Located<int>? Pages,
    Located<int>? GuidePages,
    Located<string>? Version
) : KindFacts
{
    /// <summary>The names of keys whose value has the wrong type, which is already reported.</summary>
    public IReadOnlySet<string> Refused { get; private init; } = new HashSet<string>();

    internal static WorkshopFacts Read(MapReader reader) =>
        new(
            reader.Read(WorkshopKeys.Purpose),
            reader.Read(WorkshopKeys.Outcome),
            reader.Read(WorkshopKeys.For),
            reader.Read(WorkshopKeys.Group),
            reader.Read(WorkshopKeys.Duration),
            reader.Read(WorkshopKeys.Materials),
            reader.Read(WorkshopKeys.Room),
            reader.Read(WorkshopKeys.Preparation),
            [.. reader.Read(WorkshopKeys.Agenda).Select(WrittenStep.Read)],
            reader.Read(WorkshopKeys.Ladder),
            reader.Read(WorkshopKeys.Serves),
            reader.Read(WorkshopKeys.Pages),
            reader.Read(WorkshopKeys.GuidePages),
            reader.Read(WorkshopKeys.Version)
        )
        {
            Refused = reader.Refused,
        };
}
