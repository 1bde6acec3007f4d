namespace KnowledgeSite.Content.Forms;

/// <summary>What only a workshop says.</summary>
internal static class WorkshopKeys
{
    public static readonly Key<Located<string>?> Purpose = Key.Text(
        "purpose",
        "In one sentence what the workshop is for."
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Outcome = Key.Text(
        "outcome",
        "What people have in their hands at the end."
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> For = Key.Text("for", "Who gains from taking part.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Group = Key.Text(
        "group",
        "How many people, and how they are grouped."
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<int>?> Duration = Key.Count(
        "duration",
        "Its length in minutes. The steps of the agenda add up to it."
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
        "What has to be in the room."
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<IReadOnlyList<Located<string>>> Preparation = Key.Texts(
        "preparation",
        "What the facilitator does beforehand. No participant sees it."
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<IReadOnlyList<MapReader>> Agenda = Key.Entries(
        "agenda",
        "Its steps in their order. Nobody sits for more than 90 minutes without a break.",
        StepKeys.Form
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<string>?> Ladder = Key.Text(
        "ladder",
        "The ladder that 'serves' speaks of: the name of its folder.",
        YamlType.Text.From(SiteList.Ladders)
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<IReadOnlyList<Located<string>>> Serves = Key.Texts(
        "serves",
        "What on the ladder it helps with: cells, signals, dimensions or levels. Their pages lead back to "
            + "the workshop.",
        YamlType.Text.From(SiteList.Places)
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<int>?> Pages = Key.Count(
        "pages",
        "How many pages the participant sheet may take."
    ) with
    {
        IsNeeded = true,
    };
    public static readonly Key<Located<int>?> GuidePages = Key.Count(
        "guide_pages",
        "How many pages the facilitator guide may take."
    );
    public static readonly Key<Located<string>?> Version = Key.Text(
        "version",
        "Tells two printed copies apart. In quotes, such as \"1.0\"."
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
