using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Files;

namespace KnowledgeSite.Ladders;

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
