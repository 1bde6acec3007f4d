using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KnowledgeSite.Tests.Support;

/// <summary>
/// Converts YAML to JSON as editors read it, by the core schema of YAML 1.2, in which a date is a text and a version is
/// a number. It shares no code with the reader of the generator.
/// </summary>
internal static class YamlAsJson
{
    public static JsonNode? Convert(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents.Count == 0 ? new JsonObject() : Convert(stream.Documents[0].RootNode);
    }

    /// <summary>
    /// The text between the first two lines of dashes, or an empty map if the page has no front matter.
    /// </summary>
    public static JsonNode? OfFrontMatter(string page)
    {
        var lines = page.ReplaceLineEndings("\n").Split('\n');
        if (lines[0] != "---")
            return new JsonObject();
        return Convert(string.Join('\n', lines.Skip(1).TakeWhile(l => l != "---")));
    }

    private static JsonNode? Convert(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new JsonObject(
                map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Convert(c.Value)))
            ),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
            YamlScalarNode scalar => Convert(scalar),
            _ => throw new InvalidOperationException("An alias was not followed."),
        };

    private static JsonNode? Convert(YamlScalarNode scalar)
    {
        var text = scalar.Value!;
        if (scalar.Style != ScalarStyle.Plain)
            return text;
        if (text is "" or "~" or "null" or "Null" or "NULL")
            return null;
        if (text is "true" or "True" or "TRUE")
            return true;
        if (text is "false" or "False" or "FALSE")
            return false;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;
        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && char.IsAsciiDigit(text[^1])
            ? number
            : text;
    }
}
