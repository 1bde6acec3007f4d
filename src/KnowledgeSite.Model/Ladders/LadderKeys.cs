using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

/// <summary>The keys of <c>ladder.yaml</c>.</summary>
internal static class LadderKeys
{
    public static readonly Key<Located<string>?> Title = Key.Text(
        "title",
        "The name of the ladder. Default: the name of its folder."
    );
    public static readonly Key<Located<string>?> Description = Key.Text(
        "description",
        "One sentence that says who the ladder is for."
    );
    public static readonly Key<Located<string>?> Extends = Key.Text(
        "extends",
        "The ladder that this one extends: the name of its folder. The dimensions are then those of the base, "
            + "and only levels that differ are listed.",
        YamlType.Text.From(SiteList.Ladders)
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Dimensions = Key.Texts(
        "dimensions",
        "The names of the pages in 'dimensions/', in the order of the matrix.",
        YamlType.Text.Suggest(SiteList.Dimensions)
    ) with
    {
        IsRequired = true,
        Unless = Extends,
    };
    public static readonly Key<IReadOnlyList<MapReader>> Levels = Key.Entries(
        "levels",
        "The levels, beginning with the lowest.",
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
        "The permanent id of the level, for URLs and the ids of statements. Letters, digits and '-'.",
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
        "A short name of the level, as in contracts, such as L6."
    );
    public static readonly Key<Located<string>?> Title = Key.Text("title", "The job title at this level.");
    public static readonly Key<Track?> Track = Key.Choice<Track>(
        "track",
        "The track of the level: individual or manager, or shared for levels before the ladder forks."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Next = Key.Texts(
        "next",
        "The next levels. There are two where the ladder forks.",
        YamlType.Text.Suggest(SiteList.Levels)
    );
    public static readonly Key<Located<string>?> Reach = Key.Text(
        "reach",
        "The people and things that the work at this level affects."
    );
    public static readonly Key<Located<string>?> Horizon = Key.Text(
        "horizon",
        "How far ahead people at this level plan."
    );
    public static readonly Key<Located<string>?> Direction = Key.Text(
        "direction",
        "The kind of task that people at this level are given."
    );
    public static readonly Key<bool?> Terminal = Key.Boolean(
        "terminal",
        "True if people can stay at this level permanently."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Was = Key.Texts("was", "Former ids of the level.");

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
        "Published ids of levels, cells and signals. None of them may disappear."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Retired = Key.Texts(
        "retired",
        "Published ids that were removed without a successor. The id of a level or dimension includes all its "
            + "cells and signals, also in overlays."
    );

    public static readonly YamlForm Form = new("The published ids of a ladder", Ids, Retired);
}

/// <summary>The keys of <c>versions.yaml</c>.</summary>
internal static class VersionKeys
{
    public static readonly Key<Located<string>?> Version = Key.Text(
        "version",
        "The name of the version and of its file in 'versions/'. Letters, digits, '.', '_' and '-'."
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<DateOnly?> Date = Key.Date("date", "The date of publication.") with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> Note = Key.Text("note", "One sentence about the version.");
    public static readonly Key<VersionKind?> Kind = Key.Choice<VersionKind>(
        "kind",
        "The kind of change, if it differs from that of the statements: major if more is expected, "
            + "minor for an addition or clarification, patch for better wording."
    );
    public static readonly Key<Located<string>?> Because = Key.Text(
        "because",
        "The reason why the change is smaller than that of the statements."
    );

    public static readonly YamlForm Entry = new("A version of a ladder", Version, Date, Note, Kind, Because);

    public static readonly YamlForm Coming = new("The next version", Kind, Because);

    public static readonly Key<IReadOnlyList<MapReader>> Versions = Key.Entries(
        "versions",
        "The published versions, newest first.",
        Entry
    );
    public static readonly Key<MapReader?> Next = Key.Map("next", "The changes since the newest version.", Coming);

    public static readonly YamlForm Form = new("Versions of a ladder", Versions, Next);
}
