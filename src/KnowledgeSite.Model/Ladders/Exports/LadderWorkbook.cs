using System.Buffers;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Writes ladders as an Excel workbook: a sheet with the matrix of each ladder, and a sheet with a table of all
/// statements, with the words of the site's language. Texts of authors are never formulas. The output is deterministic:
/// parts and relationships have fixed names, and there are no timestamps.
/// </summary>
internal static class LadderWorkbook
{
    public static void Write(IReadOnlyList<Ladder> ladders, UiStrings text, IBufferWriter<byte> output)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = SheetStyles.Create();
            Fill(workbook, ladders, text);
        }

        DeterministicZip.Copy(stream, output);
    }

    private static void Fill(WorkbookPart workbook, IReadOnlyList<Ladder> ladders, UiStrings text)
    {
        var names = new SheetNames();
        var statements = names.For(text.Statements);
        var sheets = new Sheets();
        var definedNames = new DefinedNames();
        foreach (var ladder in ladders)
        {
            var name = names.For(ladder.Title);
            definedNames.Append(
                Named("_xlnm.Print_Titles", Next(), $"{SheetNames.Quote(name)}!$A:$A,{SheetNames.Quote(name)}!$1:$1")
            );
            Add(name, MatrixSheet.Create(ladder, text));
        }

        var area = SheetNames.Quote(statements);
        var rows = ladders.SelectMany(StatementTable.Rows).ToList();
        definedNames.Append(
            Named("_xlnm._FilterDatabase", Next(), $"{area}!{StatementSheet.AreaOf(rows, '$')}", hidden: true)
        );
        definedNames.Append(Named("_xlnm.Print_Titles", Next(), $"{area}!$1:$1"));
        Add(statements, StatementSheet.Create(rows, text));
        workbook.Workbook = new(new BookViews(new WorkbookView()), sheets, definedNames);

        uint Next() => (uint)sheets.ChildElements.Count;

        void Add(string name, SheetParts sheet)
        {
            var id = $"sheet{Next() + 1}";
            sheet.Write(workbook.AddNewPart<WorksheetPart>(id));
            sheets.Append(
                new Sheet
                {
                    Id = id,
                    SheetId = Next() + 1,
                    Name = name,
                }
            );
        }
    }

    private static DefinedName Named(string name, uint sheet, string area, bool hidden = false) =>
        new(area)
        {
            Name = name,
            LocalSheetId = sheet,
            Hidden = hidden ? true : null,
        };
}

/// <summary>
/// Rewrites a zip file so that its bytes depend only on its contents: entries are sorted by name and have the same
/// time.
/// </summary>
internal static class DeterministicZip
{
    /// <summary>The earliest time that the format supports.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Copy(Stream zip, IBufferWriter<byte> output)
    {
        using var copy = new MemoryStream();
        using (var from = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in from.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
                Copy(entry, to);
        output.Write(copy.GetBuffer().AsSpan(0, (int)copy.Length));
    }

    private static void Copy(ZipArchiveEntry entry, ZipArchive to)
    {
        var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
        copy.LastWriteTime = Time;
        copy.ExternalAttributes = 0;
        using var source = entry.Open();
        using var target = copy.Open();
        source.CopyTo(target);
    }
}
