using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

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
