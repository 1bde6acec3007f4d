using System.Text.Json.Nodes;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;

namespace KnowledgeSite.Editors;

/// <summary>
/// Generates one schema for the front matter of all pages. <c>kind</c> selects the definition. The default is
/// <c>page</c>.
/// </summary>
internal static class FrontMatterSchema
{
    public static JsonObject Create(FormSchema forms)
    {
        var definitions = new JsonObject();
        foreach (var key in FrontMatterKeys.First.Concat(FrontMatterKeys.Last))
            definitions[$"key.{key.Name}"] = forms.Property(key);
        foreach (var kind in Enum.GetValues<PageKind>())
            definitions[$"kind.{NameOf(kind)}"] = forms.Create(
                KindForms.Get(kind),
                key => IsShared(key) ? To($"key.{key.Name}") : forms.Property(key)
            );
        return new()
        {
            ["title"] = "Front matter of a page",
            ["type"] = "object",
            ["properties"] = new JsonObject { [FrontMatterKeys.Kind.Name] = To($"key.{FrontMatterKeys.Kind.Name}") },
            ["allOf"] = new JsonArray([.. Enum.GetValues<PageKind>().Select(Choice)]),
            ["definitions"] = definitions,
        };
    }

    private static JsonObject Choice(PageKind kind)
    {
        var condition = new JsonObject
        {
            ["properties"] = new JsonObject
            {
                [FrontMatterKeys.Kind.Name] = new JsonObject { ["enum"] = ValueSchema.Strings([NameOf(kind)]) },
            },
        };
        if (kind != PageKind.Page)
            condition["required"] = ValueSchema.Strings([FrontMatterKeys.Kind.Name]);
        return new() { ["if"] = condition, ["then"] = To($"kind.{NameOf(kind)}") };
    }

    private static bool IsShared(Key key) => FrontMatterKeys.First.Contains(key) || FrontMatterKeys.Last.Contains(key);

    private static JsonObject To(string definition) => new() { ["$ref"] = $"#/definitions/{definition}" };

    private static string NameOf(PageKind kind) => kind.ToString().ToLowerInvariant();
}
