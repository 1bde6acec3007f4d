using System.Text.Json;

namespace KnowledgeSite.Search.Publishing;

/// <summary>
/// Writes what <c>levels.js</c> and <c>documents.js</c> read. For each template of documents: its names. For each role:
/// its name, and for each template the page of its document. For each ladder: its title; its levels, each with its
/// page, its sheet and its names; its dimensions, each with its page, its
/// names and its section about each level; its comparisons, each as the
/// numbers of two levels and of the page, in one list; and for each template the pages of its documents about levels,
/// and about steps in the same form as comparisons.
/// </summary>
internal static class LaddersWriter
{
    public static void Write(SearchIndex index, Utf8JsonWriter json)
    {
        json.WriteStartArray("templates");
        foreach (var template in index.Templates)
        {
            json.WriteStartArray();
            WriteNames(template.Names, json);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("roles");
        foreach (var role in index.Roles)
        {
            json.WriteStartObject();
            json.WriteString("name", role.Name);
            WriteNumbers("pages", role.Pages, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("ladders");
        foreach (var ladder in index.Ladders)
            WriteLadder(ladder, json);
        json.WriteEndArray();
    }

    private static void WriteLadder(SearchLadder ladder, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("title", ladder.Title);
        json.WriteStartArray("levels");
        foreach (var level in ladder.Levels)
        {
            json.WriteStartObject();
            json.WriteNumber("page", level.Page);
            json.WriteNumber("sheet", level.Sheet);
            json.WriteStartArray("names");
            WriteNames(level.Names, json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("dimensions");
        foreach (var dimension in ladder.Dimensions)
        {
            json.WriteStartObject();
            json.WriteNumber("page", dimension.Page);
            json.WriteStartArray("names");
            WriteNames(dimension.Names, json);
            json.WriteEndArray();
            WriteNumbers("sections", dimension.Sections, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteNumbers("pairs", ladder.Pairs.SelectMany(Numbers), json);
        json.WriteStartArray("documents");
        foreach (var documents in ladder.Documents)
        {
            json.WriteStartObject();
            WriteNumbers("levels", documents.Levels, json);
            WriteNumbers("steps", documents.Steps.SelectMany(Numbers), json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static int[] Numbers((int From, int To, int Page) pair) => [pair.From, pair.To, pair.Page];

    private static void WriteNumbers(string key, IEnumerable<int> numbers, Utf8JsonWriter json)
    {
        json.WriteStartArray(key);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static void WriteNames(IEnumerable<string> names, Utf8JsonWriter json)
    {
        foreach (var name in names)
            json.WriteStringValue(name);
    }
}
