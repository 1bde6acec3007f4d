namespace KnowledgeSite.Content.Forms;

/// <summary>The keys that only a workshop has.</summary>
internal static class WorkshopKeys
{
    public static readonly Key<Located<string>?> Purpose = Key.Text(
        "purpose",
        "The purpose of the workshop, in one sentence."
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Outcome = Key.Text(
        "outcome",
        "What participants take away at the end."
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> For = Key.Text("for", "Who should take part.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Group = Key.Text(
        "group",
        "The number of people and how they are grouped."
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<int>?> Duration = Key.Count(
        "duration",
        "The length in minutes: the sum of all steps of the agenda."
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Room = Key.Text("room", "How the room is set up.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<IReadOnlyList<Located<string>>> Materials = Key.Texts(
        "materials",
        "The materials that are needed in the room."
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<IReadOnlyList<Located<string>>> Preparation = Key.Texts(
        "preparation",
        "What the facilitator does beforehand. Participants do not see it."
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<IReadOnlyList<MapReader>> Agenda = Key.Entries(
        "agenda",
        "The steps in order, with a break at least every 90 minutes.",
        StepKeys.Form
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Ladder = Key.Text(
        "ladder",
        "The ladder that 'serves' refers to: the name of its folder.",
        YamlType.Text.From(SiteList.Ladders)
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<IReadOnlyList<Located<string>>> Serves = Key.Texts(
        "serves",
        "The cells, signals, dimensions or levels that the workshop trains. Their pages link to the workshop.",
        YamlType.Text.From(SiteList.Places)
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<int>?> Pages = Key.Count(
        "pages",
        "The maximum number of pages of the participant sheet."
    ) with
    {
        IsNeeded = true,
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
        IsNeeded = true,
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
