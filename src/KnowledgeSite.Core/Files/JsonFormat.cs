using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace KnowledgeSite.Files;

/// <summary>
/// Writes JSON in which letters of all scripts are readable instead of escaped. Values are serialized by code that is
/// generated at compile time, never by reflection.
/// </summary>
internal static class JsonFormat
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Indented = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    /// <summary>Writes a value on one line, with a line break after it.</summary>
    public static void WriteLine<T>(T value, JsonTypeInfo<T> type, IBufferWriter<byte> output)
    {
        using (var json = new Utf8JsonWriter(output, Compact))
            JsonSerializer.Serialize(json, value, type);
        output.Write("\n"u8);
    }

    /// <summary>Writes a value indented by two spaces, without a line break at the end.</summary>
    public static void WriteIndented<T>(T value, JsonTypeInfo<T> type, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, Indented);
        JsonSerializer.Serialize(json, value, type);
    }

    /// <summary>The text of a value, indented by two spaces, without a line break at the end.</summary>
    public static string Print(JsonNode value)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Indented))
            value.WriteTo(json);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>The text in quotes, as JSON and YAML write it.</summary>
    public static string Quote(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
