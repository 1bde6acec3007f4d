using System.Buffers;
using CsvHelper;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Writes a ladder as CSV (RFC 4180: commas, CRLF) with a byte order mark, without which Excel does not recognise
/// UTF-8. A spreadsheet would run a field that begins with <c>= + - @</c>, a tab or a CR as a formula, so such fields
/// get a leading apostrophe, as do fields that begin with an apostrophe. <see cref="Unescape"/> removes it.
/// </summary>
internal static class LadderCsv
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
            Write(csv, StatementTable.Columns.Select(c => c.Name));
            foreach (var row in StatementTable.Rows(ladder))
                Write(csv, StatementTable.Columns.Select(c => c.Value(row)));
        }

        output.Write("\uFEFF"u8);
        output.Write(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <summary>Removes the apostrophe that protects a field.</summary>
    public static string Unescape(string field) => field.StartsWith(Guard) ? field[1..] : field;

    private static void Write(CsvWriter csv, IEnumerable<string?> fields)
    {
        foreach (var field in fields)
            csv.WriteField(field?.StartsWith(Guard) == true ? Guard + field : field);
        csv.EndRecord();
    }
}
