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

    public FormSchema(SiteNames names)
    {
        _names = names;
        _values = new(names, Create);
    }

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

    /// <summary>
    /// Generates one schema for the front matter of all pages. <c>kind</c> selects the definition. The default is
    /// <c>page</c>.
    /// </summary>
    public JsonObject CreateFrontMatter()
    {
        var definitions = new JsonObject();
        foreach (var key in FrontMatterKeys.First.Concat(FrontMatterKeys.Last))
            definitions[$"key.{key.Name}"] = Property(key);
        foreach (var kind in Enum.GetValues<PageKind>())
            definitions[$"kind.{NameOf(kind)}"] = Create(
                KindForms.Get(kind),
                key => IsShared(key) ? To($"key.{key.Name}") : Property(key)
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
