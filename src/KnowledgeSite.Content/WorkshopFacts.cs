using KnowledgeSite.Content.Yaml;
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
    public IReadOnlySet<string> Refused { get; internal init; } = new HashSet<string>();

    internal static WorkshopFacts Read(MapReader reader) =>
        new(
            Purpose: reader.Read(WorkshopKeys.Purpose),
            Outcome: reader.Read(WorkshopKeys.Outcome),
            For: reader.Read(WorkshopKeys.For),
            Group: reader.Read(WorkshopKeys.Group),
            Duration: reader.Read(WorkshopKeys.Duration),
            Materials: reader.Read(WorkshopKeys.Materials),
            Room: reader.Read(WorkshopKeys.Room),
            Preparation: reader.Read(WorkshopKeys.Preparation),
            Agenda: [.. reader.Read(WorkshopKeys.Agenda).Select(WrittenStep.Read)],
            Ladder: reader.Read(WorkshopKeys.Ladder),
            Serves: reader.Read(WorkshopKeys.Serves),
            Pages: reader.Read(WorkshopKeys.Pages),
            GuidePages: reader.Read(WorkshopKeys.GuidePages),
            Version: reader.Read(WorkshopKeys.Version)
        )
        {
            Refused = reader.Refused,
        };
}

/// <summary>An entry of a workshop's <c>agenda:</c> as it is written.</summary>
/// <param name="What">What happens, for the facilitator.</param>
/// <param name="Lead">The person who leads the step, or null for the facilitator.</param>
public sealed record WrittenStep(
    Located<int>? Minutes,
    Located<string>? Title,
    string? What,
    string? Lead,
    bool IsBreak,
    SourceSpan Span
)
{
    /// <summary>True if the minutes are not a number, which is already reported.</summary>
    public bool HasWrongMinutes { get; internal init; }

    internal static WrittenStep Read(MapReader reader) =>
        new(
            reader.Read(StepKeys.Minutes),
            reader.Read(StepKeys.Title),
            reader.Read(StepKeys.What)?.Value,
            reader.Read(StepKeys.Lead)?.Value,
            reader.Read(StepKeys.Break) ?? false,
            reader.Span
        )
        {
            HasWrongMinutes = reader.Refused.Contains(StepKeys.Minutes.Name),
        };
}

/// <summary>The keys that only a workshop has.</summary>
internal static class WorkshopKeys
{
    public static readonly Key<Located<string>?> Purpose = Key.Text(
        "purpose",
        "The purpose of the workshop, in one sentence."
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> Outcome = Key.Text(
        "outcome",
        "What participants take away at the end."
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> For = Key.Text("for", "Who should take part.") with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> Group = Key.Text(
        "group",
        "The number of people and how they are grouped."
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<int>?> Duration = Key.Count(
        "duration",
        "The length in minutes: the sum of all steps of the agenda."
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> Room = Key.Text("room", "How the room is set up.") with
    {
        IsRequired = true,
    };
    public static readonly Key<IReadOnlyList<Located<string>>> Materials = Key.Texts(
        "materials",
        "The materials that are needed in the room."
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<IReadOnlyList<Located<string>>> Preparation = Key.Texts(
        "preparation",
        "What the facilitator does beforehand. Participants do not see it."
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<IReadOnlyList<MapReader>> Agenda = Key.Entries(
        "agenda",
        "The steps in order, with a break at least every 90 minutes.",
        StepKeys.Form
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> Ladder = Key.Text(
        "ladder",
        "The ladder that 'serves' refers to: the name of its folder.",
        YamlType.Text.From(SiteList.Ladders)
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<IReadOnlyList<Located<string>>> Serves = Key.Texts(
        "serves",
        "The cells, signals, dimensions or levels that the workshop trains. Their pages link to the workshop.",
        YamlType.Text.From(SiteList.Places)
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<int>?> Pages = Key.Count(
        "pages",
        "The maximum number of pages of the participant sheet."
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<int>?> GuidePages = Key.Count(
        "guide_pages",
        "The maximum number of pages of the facilitator guide."
    );
    public static readonly Key<Located<string>?> Version = Key.Text(
        "version",
        "The version that is printed on handouts, in quotes: \"1.0\"."
    ) with
    {
        IsRequired = true,
    };

    public static readonly IReadOnlyList<Key> All =
    [
        Purpose,
        Outcome,
        For,
        Group,
        Duration,
        Room,
        Materials,
        Preparation,
        Agenda,
        Ladder,
        Serves,
        Pages,
        GuidePages,
        Version,
    ];
}

/// <summary>The keys of a step in the <c>agenda:</c> of a workshop.</summary>
internal static class StepKeys
{
    public static readonly Key<Located<int>?> Minutes = Key.Count("minutes", "The length of the step in minutes.") with
    {
        IsRequired = true,
    };
    public static readonly Key<bool?> Break = Key.Boolean("break", "True for a break.");
    public static readonly Key<Located<string>?> Title = Key.Text("title", "The title of the step.") with
    {
        IsRequired = true,
        Unless = Break,
    };
    public static readonly Key<Located<string>?> What = Key.Text("what", "What happens, for the facilitator.") with
    {
        IsRequired = true,
        Unless = Break,
    };
    public static readonly Key<Located<string>?> Lead = Key.Text(
        "lead",
        "Who leads the step. Default: the facilitator."
    );

    public static readonly YamlForm Form = new("A step of an agenda", Minutes, Title, What, Lead, Break);
}
