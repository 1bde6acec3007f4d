using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>What a person who plans a workshop needs to know before reading on. All of it is asked for; what is missing is reported when the workshop is put together.</summary>
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
    Located<string>? Version) : KindFacts
{
    internal static WorkshopFacts Read(MapReader reader) => new(
        reader.Text("purpose"),
        reader.Text("outcome"),
        reader.Text("for"),
        reader.Text("group"),
        reader.Count("duration"),
        reader.Texts("materials"),
        reader.Text("room"),
        reader.Texts("preparation"),
        reader.Each("agenda", WrittenStep.Read),
        reader.Text("ladder"),
        reader.Texts("serves"),
        reader.Count("pages"),
        reader.Count("guide_pages"),
        reader.Text("version"));
}
