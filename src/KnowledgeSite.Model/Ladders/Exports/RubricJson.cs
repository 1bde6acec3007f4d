using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Writes a ladder as JSON for other programs: a <see cref="RubricDocument"/>, indented by two spaces, with its
/// properties in the order of that record.
/// </summary>
internal static class RubricJson
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Ladder ladder, IBufferWriter<byte> output) => Write(RubricDocument.Create(ladder), output);

    public static void Write(RubricDocument document, IBufferWriter<byte> output)
    {
        using (var json = new Utf8JsonWriter(output, Layout))
            JsonSerializer.Serialize(json, document, RubricJsonContext.Default.RubricDocument);
        output.Write("\n"u8);
    }

    /// <summary>
    /// Reads a document. Writing the result with <see cref="Write(RubricDocument, IBufferWriter{byte})"/> gives the
    /// same bytes.
    /// </summary>
    /// <exception cref="JsonException">The text is not JSON or has another schema, or a property is missing, null or
    /// unknown.</exception>
    public static RubricDocument Read(ReadOnlySpan<byte> utf8)
    {
        var document = JsonSerializer.Deserialize(utf8, RubricJsonContext.Default.RubricDocument);
        return document is { Schema: RubricDocument.Version }
            ? document
            : throw new JsonException($"The schema is '{document?.Schema}', not '{RubricDocument.Version}'.");
    }
}

/// <summary>
/// Serialization code that is generated at compile time, so that no reflection is needed at run time.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(RubricDocument))]
internal sealed partial class RubricJsonContext : JsonSerializerContext;
