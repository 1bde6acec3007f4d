using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>The things for which a template makes documents.</summary>
internal enum DocumentSubject
{
    /// <summary>One document for each level.</summary>
    Levels,

    /// <summary>One document for each step from a level to the next.</summary>
    Steps,

    /// <summary>One document for each role.</summary>
    Roles,
}

/// <summary>The front matter of a template of documents.</summary>
/// <param name="For">Null if it is missing or wrong.</param>
/// <param name="Ladders">The folder names of ladders; empty for all.</param>
/// <param name="Tracks">The tracks of the levels; empty for all.</param>
/// <param name="Levels">The ids of levels; empty for all.</param>
/// <param name="Name">The title of each document, with placeholders.</param>
/// <param name="Description">The description of each document, with placeholders.</param>
/// <param name="Pages">The maximum number of pages of each document, on A4 and on Letter; null for any number.</param>
internal sealed record DocumentFacts(
    DocumentSubject? For,
    IReadOnlyList<Located<string>> Ladders,
    IReadOnlyList<Located<string>> Tracks,
    IReadOnlyList<Located<string>> Levels,
    Located<string>? Name,
    Located<string>? Description,
    Located<int>? Pages
) : KindFacts
{
    /// <summary>The keys whose values have the wrong type, which is already reported.</summary>
    public IReadOnlySet<string> Refused { get; init; } = new HashSet<string>();

    internal static DocumentFacts Read(MapReader reader) =>
        new(
            reader.Read(DocumentKeys.For),
            reader.Read(DocumentKeys.Ladders),
            reader.Read(DocumentKeys.Tracks),
            reader.Read(DocumentKeys.Levels),
            reader.Read(DocumentKeys.Name),
            reader.Read(DocumentKeys.Description),
            reader.Read(DocumentKeys.Pages)
        )
        {
            Refused = reader.Refused,
        };
}

/// <summary>The keys that only a template of documents has.</summary>
internal static class DocumentKeys
{
    public static readonly Key<DocumentSubject?> For = Key.Choice<DocumentSubject>(
        "for",
        "What the documents are made for: one for each of the levels, steps or roles."
    ) with
    {
        IsRequired = true,
    };
    public static readonly Key<Located<string>?> Name = Key.Text(
        "document_title",
        "The title of each document, with placeholders: \"Promotion case: {{ from.title }} to {{ to.title }}\"."
    );
    public static readonly Key<Located<string>?> Description = Key.Text(
        "document_description",
        "The description of each document, with placeholders. Default: the description of the template."
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Ladders = Key.Texts(
        "ladders",
        "The ladders, by the names of their folders. Documents of the first have the shortest addresses. Default: all.",
        YamlType.Text.From(SiteList.Ladders)
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Tracks = Key.Texts(
        "tracks",
        "Only levels of these tracks; for steps, the track of the level that they lead to. Default: all.",
        YamlType.AnyText with
        {
            Suggestions = ["shared", "individual", "manager"],
        }
    );
    public static readonly Key<IReadOnlyList<Located<string>>> Levels = Key.Texts(
        "levels",
        "Only these levels, by id; for steps, the level that they lead to. Default: all.",
        YamlType.Text.From(SiteList.Levels)
    );

    public static readonly Key<Located<int>?> Pages = Key.Count(
        "pages",
        "The maximum number of pages of each document. 'pdf' prints the documents of such a template, and counts."
    );

    public static readonly IReadOnlyList<Key> All = [For, Name, Description, Ladders, Tracks, Levels, Pages];
}
