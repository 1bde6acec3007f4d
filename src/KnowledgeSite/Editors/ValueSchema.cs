using System.Text.Json.Nodes;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;

namespace KnowledgeSite.Editors;

/// <summary>
/// Generates the JSON Schema of a key's value. It allows only the recommended forms, although the tool also reads
/// others (capitals, 'yes' for true).
/// </summary>
/// <param name="formOf">Returns the schema of a nested map.</param>
internal sealed class ValueSchema(SiteNames names, Func<YamlForm, JsonObject> formOf)
{
    private const string Day = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

    public JsonObject Create(YamlType type) =>
        type switch
        {
            YamlType.Text text => Text(text),
            YamlType.Texts list => Any(Text(list.Item), new() { ["type"] = "array", ["items"] = Text(list.Item) }),
            YamlType.TextMap { Names: { } list } => Named(names.Find(list)),
            YamlType.TextMap => new() { ["type"] = "object", ["additionalProperties"] = Free() },
            YamlType.Number number => Number(number),
            YamlType.Boolean => new() { ["type"] = "boolean" },
            YamlType.Date => Date(),
            YamlType.DateOrBoolean => Any(Date(), new() { ["type"] = "boolean" }),
            YamlType.Choice choice => Choice(choice),
            YamlType.Map map => formOf(map.Form),
            YamlType.BooleanOrMap either => Any(new() { ["type"] = "boolean" }, formOf(either.Form)),
            YamlType.Entries entries => new() { ["type"] = "array", ["items"] = formOf(entries.Form) },
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    /// <summary>
    /// The schema for a known ladder, or null if it would be the same as that of <see cref="Create"/>.
    /// </summary>
    public static JsonObject? On(LadderNames ladder, YamlType type) =>
        type switch
        {
            YamlType.Text { List: { } list } when ladder.Find(list) is { } known => Among(list, known),
            YamlType.Texts { Item.List: { } list } when ladder.Find(list) is { } known => Any(
                Among(list, known),
                new() { ["type"] = "array", ["items"] = Among(list, known) }
            ),
            YamlType.TextMap { Names: { } list } when ladder.Find(list) is { } known => Named(known),
            _ => null,
        };

    public static JsonArray Strings(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];

    private JsonObject Text(YamlType.Text text)
    {
        if (text.List is { } list && names.Find(list) is { Count: > 0 } known)
            return names.IsClosed(list) && !text.IsOpen ? Among(list, known) : Any(Among(list, known), Free());
        var schema = text.Pattern is { } pattern
            ? new JsonObject { ["type"] = "string", ["pattern"] = pattern }
            : Free();
        return text.Suggestions.Count > 0 ? Any(new() { ["enum"] = Strings(text.Suggestions) }, schema) : schema;
    }

    /// <summary>
    /// Allows ids of signals by the prefix of their cell. They are not listed, because almost every change of a ladder
    /// adds one.
    /// </summary>
    private static JsonObject Among(SiteList list, IReadOnlyList<string> known)
    {
        var schema = new JsonObject { ["enum"] = Strings(known) };
        if (list != SiteList.Places)
            return schema;
        var cells = known
            .Where(k => k.Contains('.', StringComparison.Ordinal))
            .Select(k => k.Replace(".", @"\.", StringComparison.Ordinal));
        return Any(schema, new() { ["type"] = "string", ["pattern"] = $@"^({string.Join('|', cells)})\.[^.\s]+$" });
    }

    private static JsonObject Named(IEnumerable<string> known) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(known.Select(k => KeyValuePair.Create<string, JsonNode?>(k, Free()))),
            ["additionalProperties"] = false,
        };

    private static JsonObject Number(YamlType.Number number)
    {
        var schema = new JsonObject { ["type"] = "integer" };
        if (number.Minimum > int.MinValue)
            schema["minimum"] = number.Minimum;
        if (number.Maximum < int.MaxValue)
            schema["maximum"] = number.Maximum;
        return schema;
    }

    private static JsonObject Date() =>
        new()
        {
            ["type"] = "string",
            ["format"] = "date",
            ["pattern"] = Day,
        };

    private static JsonObject Choice(YamlType.Choice choice)
    {
        var schema = new JsonObject { ["enum"] = Strings(choice.Values) };
        if (choice.Meanings is { } meanings)
            schema["enumDescriptions"] = Strings(meanings);
        return schema;
    }

    /// <summary>Allows texts and numbers, because YAML reads an unquoted version or year as a number.</summary>
    private static JsonObject Free() => new() { ["type"] = Strings(["string", "number"]) };

    private static JsonObject Any(JsonObject one, JsonObject other) => new() { ["anyOf"] = new JsonArray(one, other) };
}
