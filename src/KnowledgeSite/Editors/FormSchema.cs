using System.Text.Json.Nodes;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;

namespace KnowledgeSite.Editors;

/// <summary>
/// Generates JSON Schemas of YAML forms: the keys with their descriptions and the required keys. Other keys are not
/// allowed.
/// </summary>
internal sealed class FormSchema
{
    private readonly SiteNames _names;
    private readonly ValueSchema _values;

    public FormSchema(SiteNames names) => (_names, _values) = (names, new(names, Create));

    public JsonObject Create(YamlForm form) => Create(form, Property);

    public JsonObject Property(Key key)
    {
        var schema = new JsonObject { ["description"] = key.Description };
        foreach (var (name, value) in _values.Create(key.Type).ToList())
            schema[name] = value?.DeepClone();
        return schema;
    }

    /// <param name="property">Returns the schema of a key, or a reference to it.</param>
    public JsonObject Create(YamlForm form, Func<Key, JsonObject> property)
    {
        var schema = new JsonObject
        {
            ["title"] = form.Title,
            ["type"] = "object",
            ["properties"] = new JsonObject(
                form.Keys.Select(k => KeyValuePair.Create<string, JsonNode?>(k.Name, property(k)))
            ),
            ["additionalProperties"] = false,
        };
        if (
            form.Keys.Where(k => k is { IsRequired: true, Unless: null }).Select(k => k.Name).ToList() is
            { Count: > 0 } needed
        )
            schema["required"] = ValueSchema.Strings(needed);
        JsonObject[] conditions = [.. NeededUnless(form), .. OnLadders(form)];
        if (conditions.Length > 0)
            schema["allOf"] = new JsonArray([.. conditions]);
        return schema;
    }

    private static IEnumerable<JsonObject> NeededUnless(YamlForm form) =>
        form
            .Keys.Where(k => k is { IsRequired: true, Unless: not null })
            .GroupBy(k => k.Unless!)
            .Select(group => new JsonObject
            {
                ["if"] =
                    group.Key.Type is YamlType.Boolean
                        ? Where(group.Key.Name, [true])
                        : new() { ["required"] = ValueSchema.Strings([group.Key.Name]) },
                ["else"] = new JsonObject { ["required"] = ValueSchema.Strings(group.Select(k => k.Name)) },
            });

    /// <summary>Restricts values to those of the named ladder.</summary>
    private IEnumerable<JsonObject> OnLadders(YamlForm form)
    {
        if (
            form.Keys.FirstOrDefault(k =>
                k.Type is YamlType.Text { List: SiteList.Ladders, IsOpen: false } && k.Name == "ladder"
            )
            is not { } named
        )
            yield break;
        foreach (var ladder in _names.Ladders)
        {
            var known = form
                .Keys.Select(k => KeyValuePair.Create<string, JsonNode?>(k.Name, ValueSchema.On(ladder, k.Type)))
                .Where(k => k.Value is not null);
            yield return new()
            {
                ["if"] = Where(named.Name, [ladder.Id]),
                ["then"] = new JsonObject { ["properties"] = new JsonObject(known) },
            };
        }
    }

    private static JsonObject Where(string key, JsonArray values) =>
        new()
        {
            ["properties"] = new JsonObject { [key] = new JsonObject { ["enum"] = values } },
            ["required"] = ValueSchema.Strings([key]),
        };
}
