using System.Text.Json.Nodes;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Editors;

/// <summary>
/// Generates the JSON Schema of <c>strings.yaml</c>. The description of a key is the text of the tool.
/// </summary>
internal static class StringsSchema
{
    public static JsonObject Create(UiStrings text) =>
        new()
        {
            ["title"] = "Strings that the site words differently",
            ["type"] = "object",
            ["properties"] = new JsonObject(
                UiStrings.Keys.Select(k => KeyValuePair.Create<string, JsonNode?>(k.Name, Property(k, text)))
            ),
            ["additionalProperties"] = false,
        };

    private static JsonObject Property(UiString key, UiStrings text)
    {
        var schema = new JsonObject { ["description"] = text.Describe(key) };
        if (!key.IsCounted)
        {
            schema["type"] = "string";
            return schema;
        }

        schema["type"] = new JsonArray("string", "object");
        schema["properties"] = new JsonObject
        {
            ["one"] = new JsonObject { ["type"] = "string" },
            ["other"] = new JsonObject { ["type"] = "string" },
        };
        schema["additionalProperties"] = false;
        return schema;
    }
}
