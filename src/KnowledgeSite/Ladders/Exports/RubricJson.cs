using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeSite.Ladders;

/// <summary>
/// A ladder as JSON for other programs: <see cref="RubricDocument"/>, indented by two, its fields in the order of that
/// record.
/// </summary>
public static class RubricJson
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
    /// What <see cref="Write(RubricDocument, IBufferWriter{byte})"/> wrote; writing it again gives the same bytes.
    /// </summary>
    /// <exception cref="JsonException">It is no JSON, of another schema, or a field is missing, null or
    /// unknown.</exception>
    public static RubricDocument Read(ReadOnlySpan<byte> utf8)
    {
        var document = JsonSerializer.Deserialize(utf8, RubricJsonContext.Default.RubricDocument);
        return document is { Schema: RubricDocument.Version }
            ? document
            : throw new JsonException($"The schema is '{document?.Schema}', not '{RubricDocument.Version}'.");
    }
}

/// <summary>Made when this is compiled, so that no type is looked over at run time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(RubricDocument))]
internal sealed partial class RubricJsonContext : JsonSerializerContext;
