using System.Text.Json.Nodes;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;

namespace KnowledgeSite.Editors;

/// <summary>
/// Generates snippets for VS Code, which has no built-in support for front matter: the front matter of each kind of
/// page, each key with its possible names, and the tool's extensions of Markdown.
/// </summary>
internal static class Snippets
{
    public static JsonObject Create(SiteNames names)
    {
        var snippets = new JsonObject();
        foreach (var kind in Enum.GetValues<PageKind>())
            Add($"{NameOf(kind)}-page", PageKindDescriptions.Get(kind) + ".", new SnippetText(names).Head(kind));
        foreach (var key in KeysOfPages())
            Add(key.Name, key.Description, new SnippetText(names).Format(key));
        foreach (var (prefix, description, body) in MarkdownSnippets.All)
            Add(prefix, description, body);
        var citation = new SnippetText(names).Among(SiteList.Sources, "source");
        Add("cite", "A citation: a numbered note that names the source.", [$"[@{citation}${{2:, p. 4}}]"]);
        return snippets;

        void Add(string prefix, string description, IReadOnlyList<string> body) =>
            snippets[prefix] = new JsonObject
            {
                ["scope"] = "markdown",
                ["prefix"] = prefix,
                ["description"] = description,
                ["body"] = ValueSchema.Strings(body),
            };
    }

    /// <summary>The keys without duplicates. Of a key that several kinds share, the first is used.</summary>
    private static IEnumerable<Key> KeysOfPages() =>
        Enum.GetValues<PageKind>().SelectMany(k => KindForms.Get(k).Keys).DistinctBy(k => k.Name);

    private static string NameOf(PageKind kind) => kind.ToString().ToLowerInvariant();
}
