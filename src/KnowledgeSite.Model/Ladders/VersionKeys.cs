using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>The keys of <c>versions.yaml</c>.</summary>
internal static class VersionKeys
{
    public static readonly Key<Located<string>?> Version = Key.Text(
        "version",
        "Names the version, and the file in 'versions/' that holds what the ladder said. Letters, digits, "
            + "'.', '_' and '-'."
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<DateOnly?> Date = Key.Date("date", "The day on which it was published.") with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> Note = Key.Text("note", "One sentence that says what it is about.");
    public static readonly Key<VersionKind?> Kind = Key.Choice<VersionKind>(
        "kind",
        "What the change is, where it is not what the statements make it: major where more is asked of "
            + "somebody, minor where something is added or made clear, patch where only the words are better."
    );
    public static readonly Key<Located<string>?> Because = Key.Text(
        "because",
        "Why the change is less than the statements make it."
    );

    public static readonly YamlForm Entry = new("A version of a ladder", Version, Date, Note, Kind, Because);

    public static readonly YamlForm Coming = new("What is not published yet", Kind, Because);

    public static readonly Key<IReadOnlyList<MapReader>> Versions = Key.Entries(
        "versions",
        "The versions that were published, the newest first.",
        Entry
    );
    public static readonly Key<MapReader?> Next = Key.Map(
        "next",
        "What is to be said of the changes since the newest version.",
        Coming
    );

    public static readonly YamlForm Form = new("Versions of a ladder", Versions, Next);
}
