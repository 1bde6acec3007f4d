using System.Buffers;
using CsvHelper;

namespace KnowledgeSite.Ladders;

/// <summary>
/// A ladder as CSV (RFC 4180: commas, CRLF), with a byte order mark, without which Excel takes UTF-8 for something
/// else. A field that begins with <c>= + - @</c>, a tab or a CR would be run as a formula by a spreadsheet, so an
/// apostrophe is put before it, and before one that begins with an apostrophe. <see cref="Unescape"/> takes it off
/// again.
/// </summary>
public static class RubricCsv
{
    private const char Guard = '\'';

    private static readonly CsvWriterOptions Options = new()
    {
        Injection = CsvInjection.Escape,
        InjectionEscape = Guard,
    };

    public static void Write(Ladder ladder, IBufferWriter<byte> output)
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, Options, leaveOpen: true))
        {
            Write(csv, RubricColumns.All.Select(c => c.Name));
            foreach (var row in RubricRows.List(ladder))
                Write(csv, RubricColumns.All.Select(c => c.Of(row)));
        }

        output.Write("\uFEFF"u8);
        output.Write(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <summary>What a field meant before it was made safe.</summary>
    public static string Unescape(string field) => field.StartsWith(Guard) ? field[1..] : field;

    private static void Write(CsvWriter csv, IEnumerable<string?> fields)
    {
        foreach (var field in fields)
            csv.WriteField(field?.StartsWith(Guard) == true ? Guard + field : field);
        csv.EndRecord();
    }
}
