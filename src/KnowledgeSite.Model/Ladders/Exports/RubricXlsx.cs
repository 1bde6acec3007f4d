using System.Buffers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Writes ladders as an Excel workbook: a sheet with the matrix of each ladder, and a sheet with a table of all
/// statements. Texts of authors are never formulas. The output is deterministic: parts and relationships have fixed
/// names, and there are no timestamps.
/// </summary>
internal static class RubricXlsx
{
    private const string Statements = "Statements";

    public static void Write(IReadOnlyList<Ladder> ladders, IBufferWriter<byte> output)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = SheetStyles.Create();
            Fill(workbook, ladders);
        }

        DeterministicZip.Copy(stream, output);
    }

    private static void Fill(WorkbookPart workbook, IReadOnlyList<Ladder> ladders)
    {
        var (names, sheets, definedNames) = (new SheetNames(Statements), new Sheets(), new DefinedNames());
        foreach (var ladder in ladders)
        {
            var name = names.For(ladder.Title);
            definedNames.Append(
                Named("_xlnm.Print_Titles", Next(), $"{SheetNames.Quote(name)}!$A:$A,{SheetNames.Quote(name)}!$1:$1")
            );
            Add(name, MatrixSheet.Create(ladder));
        }

        var rows = ladders.SelectMany(RubricRows.List).ToList();
        definedNames.Append(
            Named("_xlnm._FilterDatabase", Next(), $"{Statements}!{StatementSheet.AreaOf(rows, '$')}", hidden: true)
        );
        definedNames.Append(Named("_xlnm.Print_Titles", Next(), $"{Statements}!$1:$1"));
        Add(Statements, StatementSheet.Create(rows));
        workbook.Workbook = new(new BookViews(new WorkbookView()), sheets, definedNames);

        uint Next() => (uint)sheets.ChildElements.Count;

        void Add(string name, Worksheet sheet)
        {
            var id = $"sheet{Next() + 1}";
            workbook.AddNewPart<WorksheetPart>(id).Worksheet = sheet;
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
