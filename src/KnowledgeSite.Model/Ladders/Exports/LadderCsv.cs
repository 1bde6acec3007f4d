using System.Buffers;
using System.Text;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Writes a ladder as CSV (RFC 4180: commas, CRLF) with a byte order mark, without which Excel does not recognise
/// UTF-8. A spreadsheet would run a field that begins with <c>= + - @</c>, a tab or a CR as a formula, so such fields
/// get a leading apostrophe, as do fields that begin with an apostrophe. A program that reads the file
/// removes one apostrophe from the start of a field.
/// </summary>
internal static class LadderCsv
{
    private const char Guard = '\'';

    public static void Write(Ladder ladder, IBufferWriter<byte> output)
    {
        var text = new StringBuilder("\uFEFF");
        WriteLine(StatementTable.Columns.Select(c => c.Name));
        foreach (var row in StatementTable.Rows(ladder))
            WriteLine(StatementTable.Columns.Select(c => c.Value(row) ?? ""));
        Encoding.UTF8.GetBytes(text.ToString(), output);

        void WriteLine(IEnumerable<string> fields) => text.AppendJoin(',', fields.Select(Escape)).Append("\r\n");
    }

    private static string Escape(string field)
    {
        if (field is ['=' or '+' or '-' or '@' or '\t' or '\r' or Guard, ..])
            field = Guard + field;
        return field.AsSpan().ContainsAny(",\"\r\n") || field is [' ', ..] or [.., ' ']
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;
    }
}
