using System.Buffers;
using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Writes a <see cref="LadderDocument"/> as JSON, in two formats. An export has all properties, null values included.
/// A version leaves out what is empty and what its comparison does not need; missing values are read as empty, and
/// unknown keys are ignored, so that versions of the tool can read each other's files. Adding, renaming or redefining
/// a property of an export requires a new schema.
/// </summary>
internal static class LadderJson
{
    private const string ExportSchema = "knowledgesite.rubric/1";
    private const string VersionSchema = "knowledgesite.ladder/1";

    private static readonly JsonSerializerOptions ExportOptions = Create(indentSize: 2, FormatExport);
    private static readonly JsonSerializerOptions VersionOptions = Create(indentSize: 1, FormatVersion);

    /// <summary>Writes an export for other programs.</summary>
    public static void WriteExport(Ladder ladder, IBufferWriter<byte> output)
    {
        var document = ladder.Document;
        var file = new LadderExportFile(
            ExportSchema,
            new(document.Id, document.Title, document.Description, document.Extends),
            document.Levels,
            document.Dimensions,
            document.Cells
        );
        Write(file, ExportOptions, output);
    }

    /// <summary>Returns the content of a version's file.</summary>
    public static byte[] WriteVersion(LadderDocument document)
    {
        var output = new ArrayBufferWriter<byte>();
        var file = new LadderVersionFile(
            document.Id,
            document.Title,
            VersionSchema,
            document.Levels,
            document.Dimensions,
            document.Cells
        );
        Write(file, VersionOptions, output);
        return output.WrittenSpan.ToArray();
    }

    /// <exception cref="JsonException">The text is not JSON or has another schema, or a required value is missing. The
    /// message completes a sentence about the file.</exception>
    public static LadderDocument ReadVersion(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        LadderVersionFile? file;
        try
        {
            file = JsonSerializer.Deserialize(utf8, InfoOf<LadderVersionFile>(VersionOptions));
        }
        catch (JsonException e) when (e.LineNumber is { } line)
        {
            throw new JsonException($"line {line + 1} is damaged, or a value is missing there ({e.Path})", e);
        }

        if (file?.Schema != VersionSchema)
            throw new JsonException($"its schema is not '{VersionSchema}'");
        return new(file.Ladder, file.Title)
        {
            Levels = file.Levels ?? [],
            Dimensions = file.Dimensions ?? [],
            Cells = file.Cells ?? [],
        };
    }

    /// <summary>
    /// The name of an enum value in kebab case, such as <c>no-increase</c> for <see cref="CellStanding.NoIncrease"/>.
    /// </summary>
    public static string NameOf(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static void Write<T>(T file, JsonSerializerOptions options, IBufferWriter<byte> output)
    {
        output.Write(JsonSerializer.SerializeToUtf8Bytes(file, InfoOf<T>(options)));
        output.Write("\n"u8);
    }

    private static JsonTypeInfo<T> InfoOf<T>(JsonSerializerOptions options) =>
        (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Create(int indentSize, Action<JsonTypeInfo> format) =>
        new(LadderJsonContext.Default.Options)
        {
            IndentSize = indentSize,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = LadderJsonContext.Default.WithAddedModifier(format),
        };

    private static void FormatExport(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.Name == "was" && type.Type != typeof(LevelData)))
            property.ShouldSerialize = (_, _) => false;
    }

    private static void FormatVersion(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            var name = property.Name;
            property.ShouldSerialize = (_, value) =>
                name is not ("description" or "reason" or "origin") && !IsDefault(name, value);
            property.Order = name switch
            {
                "schema" => -1,
                "text" or "next" => 1,
                "was" => 2,
                _ => 0,
            };
        }
    }

    private static bool IsDefault(string name, object? value) =>
        value is null or false or ICollection { Count: 0 } || (name, value) is ("standing", CellData.Written);
}

/// <summary>The content of <c>matrix.json</c>.</summary>
internal sealed record LadderExportFile(
    string Schema,
    ExportedLadder Ladder,
    IReadOnlyList<LevelData> Levels,
    IReadOnlyList<DimensionData> Dimensions,
    IReadOnlyList<CellData> Cells
);

/// <param name="Extends">The id of the ladder that this one extends, or null.</param>
internal sealed record ExportedLadder(string Id, string Title, string? Description, string? Extends);

/// <summary>The content of a file in the folder <c>versions/</c> of a ladder.</summary>
/// <param name="Ladder">The ladder's id.</param>
/// <param name="Schema">Checked after reading, so that a file with another schema is reported as such.</param>
internal sealed record LadderVersionFile(
    string Ladder,
    string Title,
    string? Schema = null,
    IReadOnlyList<LevelData>? Levels = null,
    IReadOnlyList<DimensionData>? Dimensions = null,
    IReadOnlyList<CellData>? Cells = null
);

/// <summary>
/// Serialization code that is generated at compile time, so that no reflection is needed at run time.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(LadderExportFile))]
[JsonSerializable(typeof(LadderVersionFile))]
internal sealed partial class LadderJsonContext : JsonSerializerContext;
