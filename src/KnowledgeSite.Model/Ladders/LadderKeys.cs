using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>The keys of <c>ladder.yaml</c>.</summary>
internal static class LadderKeys
{
    public static readonly Key<Located<string>?> Title = Key.Text(
        "title",
        "The name of the ladder. Left out, that of its folder."
    );
    public static readonly Key<Located<string>?> Description = Key.Text(
        "description",
        "One sentence that says whom it is for."
    );
    public static readonly Key<Located<string>?> Extends = Key.Text(
        "extends",
        "The ladder that this one adds to, by the name of its folder. Its dimensions are then those of the "
            + "base, and only levels that differ are listed.",
        YamlType.Text.From(SiteList.Ladders)
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Dimensions = Key.Texts(
        "dimensions",
        "The pages in 'dimensions/', by their names, in the order of the matrix.",
        YamlType.Text.Near(SiteList.Dimensions)
    ) with
    {
        IsRequired = true,
        Unless = Extends,
    };
    public static readonly Key<IReadOnlyList<MapReader>> Levels = Key.Entries(
        "levels",
        "The levels from the lowest up.",
        LevelKeys.Entry
    ) with
    {
        IsRequired = true,
        Unless = Extends,
    };

    public static readonly YamlForm Form = new("A ladder", Title, Description, Extends, Dimensions, Levels);
}

/// <summary>The keys of an entry of <c>levels:</c> in <c>ladder.yaml</c>.</summary>
internal static class LevelKeys
{
    public static readonly Key<Located<string>?> Id = Key.Text(
        "id",
        "Names the level for ever: in addresses and in the ids of statements. Letters, digits and '-'.",
        YamlType.AnyText with
        {
            Pattern = LevelList.IdPattern,
        }
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> Code = Key.Text(
        "code",
        "What contracts and people call it, such as L6."
    );
    public static readonly Key<Located<string>?> Title = Key.Text("title", "What a person at this level is called.");
    public static readonly Key<Track?> Track = Key.Choice<Track>(
        "track",
        "Where the ladder forks, the side that the level is on; shared before it forks."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Next = Key.Texts(
        "next",
        "The levels that it leads to; two of them where the ladder forks.",
        YamlType.Text.Near(SiteList.Levels)
    );
    public static readonly Key<Located<string>?> Reach = Key.Text(
        "reach",
        "Who and what the work of this level touches."
    );
    public static readonly Key<Located<string>?> Horizon = Key.Text("horizon", "How far ahead its work is planned.");
    public static readonly Key<Located<string>?> Direction = Key.Text(
        "direction",
        "What is handed to a person at this level."
    );
    public static readonly Key<bool?> Terminal = Key.Boolean("terminal", "True where one may stay for good.");
    public static readonly Key<IReadOnlyList<Located<string>>> Was = Key.Texts(
        "was",
        "Ids under which it was published before."
    );

    public static readonly YamlForm Entry = new(
        "A level of a ladder",
        Id,
        Code,
        Title,
        Track,
        Next,
        Reach,
        Horizon,
        Direction,
        Terminal,
        Was
    );
}

/// <summary>The keys of <c>published.yaml</c>.</summary>
internal static class PublishedKeys
{
    public static readonly Key<IReadOnlyList<Located<string>>> Ids = Key.Texts(
        "ids",
        "Ids of levels, cells and signals that people hold on to. None of them may vanish."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Retired = Key.Texts(
        "retired",
        "Ids that were published and have no successor. The id of a level or dimension stands for all its "
            + "cells and signals, on overlays too."
    );

    public static readonly YamlForm Form = new("Ids of a ladder that were published", Ids, Retired);
}

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
        "What the change is, where it is not what the statements make it: major where more is expected of "
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
