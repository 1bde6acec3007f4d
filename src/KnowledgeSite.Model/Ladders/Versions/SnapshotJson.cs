using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Writes and reads snapshot files, which must work with other versions of the tool: empty values are left out, missing
/// values are empty, and unknown keys are ignored.
/// </summary>
internal static class SnapshotJson
{
    private const string Schema = "knowledgesite.ladder/1";

    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(LadderSnapshot snapshot)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Layout))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("ladder", snapshot.Ladder);
            json.WriteString("title", snapshot.Title);
            WriteEach(json, "levels", snapshot.Levels, WriteLevel);
            WriteEach(
                json,
                "dimensions",
                snapshot.Dimensions,
                (w, d) => WriteTexts(w, ("id", d.Id), ("title", d.Title))
            );
            WriteEach(json, "cells", snapshot.Cells, WriteCell);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
        return output.WrittenSpan.ToArray();
    }

    /// <exception cref="JsonException">The text is not JSON or has another schema, or a required value is
    /// missing.</exception>
    public static LadderSnapshot Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        using var document = JsonDocument.Parse(utf8);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || Find(root, "schema") != Schema)
            throw new JsonException($"It is not a snapshot with the schema '{Schema}'");
        return new(
            Text(root, "ladder"),
            Text(root, "title"),
            [.. Each(root, "levels").Select(ReadLevel)],
            [.. Each(root, "dimensions").Select(d => new SnapshotDimension(Text(d, "id"), Text(d, "title")))],
            [.. Each(root, "cells").Select(ReadCell)]
        );
    }

    private static void WriteLevel(Utf8JsonWriter json, SnapshotLevel level)
    {
        WriteTexts(
            json,
            ("id", level.Id),
            ("code", level.Code),
            ("title", level.Title),
            ("track", level.Track),
            ("reach", level.Reach),
            ("horizon", level.Horizon),
            ("direction", level.Direction)
        );
        if (level.Terminal)
            json.WriteBoolean("terminal", true);
        WriteList(json, "next", level.Next);
        WriteList(json, "was", level.Was);
    }

    private static SnapshotLevel ReadLevel(JsonElement level) =>
        new(Text(level, "id"), Text(level, "title"))
        {
            Code = Find(level, "code"),
            Track = Find(level, "track") ?? "shared",
            Reach = Find(level, "reach"),
            Horizon = Find(level, "horizon"),
            Direction = Find(level, "direction"),
            Terminal = level.TryGetProperty("terminal", out var terminal) && terminal.ValueKind == JsonValueKind.True,
            Next = Texts(level, "next"),
            Was = Texts(level, "was"),
        };

    private static void WriteCell(Utf8JsonWriter json, SnapshotCell cell)
    {
        WriteTexts(
            json,
            ("id", cell.Id),
            ("level", cell.Level),
            ("dimension", cell.Dimension),
            ("standing", cell.IsWritten ? null : cell.Standing),
            ("summary", cell.Summary),
            ("addition", cell.Addition)
        );
        WriteEach(
            json,
            "signals",
            cell.Signals,
            (w, s) =>
            {
                WriteTexts(w, ("id", s.Id), ("raises", s.Raises), ("text", s.Text));
                WriteList(w, "was", s.Was);
            }
        );
        WriteEach(json, "ends", cell.Ends, (w, e) => WriteTexts(w, ("id", e.Id), ("text", e.Text)));
        WriteList(json, "examples", cell.Examples);
        WriteList(json, "antiSignals", cell.AntiSignals);
        WriteList(json, "was", cell.Was);
    }

    private static SnapshotCell ReadCell(JsonElement cell) =>
        new(Text(cell, "id"), Text(cell, "level"), Text(cell, "dimension"))
        {
            Standing = Find(cell, "standing") ?? SnapshotCell.Written,
            Summary = Find(cell, "summary"),
            Addition = Find(cell, "addition"),
            Signals =
            [
                .. Each(cell, "signals")
                    .Select(s => new SnapshotSignal(Text(s, "id"), Text(s, "text"))
                    {
                        Raises = Find(s, "raises"),
                        Was = Texts(s, "was"),
                    }),
            ],
            Ends = [.. Each(cell, "ends").Select(e => new SnapshotEnding(Text(e, "id"), Find(e, "text") ?? ""))],
            Examples = Texts(cell, "examples"),
            AntiSignals = Texts(cell, "antiSignals"),
            Was = Texts(cell, "was"),
        };

    private static void WriteTexts(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string? Text)> texts)
    {
        foreach (var (name, text) in texts)
            if (text is not null)
                json.WriteString(name, text);
    }

    private static void WriteEach<T>(
        Utf8JsonWriter json,
        string name,
        IReadOnlyList<T> list,
        Action<Utf8JsonWriter, T> write
    )
    {
        if (list.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var item in list)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Text(JsonElement of, string name) =>
        Find(of, name) ?? throw new JsonException($"'{name}' is missing somewhere in it");

    private static string? Find(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object
        && of.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static IEnumerable<JsonElement> Each(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object
        && of.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];

    private static IReadOnlyList<string> Texts(JsonElement of, string name) =>
        [.. Each(of, name).Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!)];
}
