using KnowledgeSite.Content.Forms;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// What a person who plans a workshop needs to know before reading on. All of it is asked for; what is missing is
/// reported when the workshop is put together.
/// </summary>
/// <param name="For">Who gains from taking part.</param>
/// <param name="Duration">In minutes.</param>
/// <param name="Preparation">What the facilitator does beforehand; no participant sees it.</param>
/// <param name="Serves">Ids on the ladder: of a cell (<c>scope.senior</c>), a signal, a dimension or a level.</param>
/// <param name="Pages">The participant sheet takes no more, on A4 and on Letter.</param>
/// <param name="GuidePages">As <paramref name="Pages"/>, for the facilitator guide.</param>
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
    /// <summary>The names of keys whose value was reported as wrong already.</summary>
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
