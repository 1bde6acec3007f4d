using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using KnowledgeSite.Ladders;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Tests.Ladders;

public sealed class LadderWorkbookTests
{
    private static IReadOnlyList<Ladder> Ladders => ExportedLadders.All;

    private static byte[] Written(IReadOnlyList<Ladder> ladders, string language = "en") =>
        ExportedLadders.Written((l, output) => LadderWorkbook.Write(l, UiStrings.Find(language)!, output), ladders);

    [Fact]
    public void The_workbook_has_the_words_of_the_language()
    {
        var sheet = Sheets(Written(Ladders, "de"))[^1];
        Assert.Equal("Aussagen", sheet.Name);
        Assert.Equal("Karrierestufen, Stufen-ID, Kürzel, Stufe, Laufbahn", string.Join(", ", sheet.Rows[0].Take(5)));
        Assert.Contains(sheet.Rows, r => r[9] == "Leicht zu verwechseln");
        Assert.Contains(sheet.Rows, r => r[4] == "Führungslaufbahn");
    }

    [Fact]
    public void Every_cell_of_the_workbook_reads_as_the_model_says()
    {
        var sheets = Sheets(Written(Ladders));
        Assert.Equal(["Data science", "Machine learning engineering op", "Statements"], sheets.Select(s => s.Name));
        foreach (var (ladder, sheet) in Ladders.Zip(sheets))
            Assert.Equal(Matrix(ladder), sheet.Rows);
        var rows = Ladders
            .SelectMany(StatementTable.Rows)
            .Select(r => StatementTable.Columns.Select(c => c.Shown(r, UiStrings.English) ?? "").ToArray());
        Assert.Equal(
            rows.Prepend([.. StatementTable.Columns.Select(c => c.Heading(UiStrings.English))]),
            sheets[2].Rows
        );
    }

    [Fact]
    public void The_workbook_says_the_sentence_then_the_signals()
    {
        var sheets = Sheets(Written(Ladders));
        Assert.Equal(["Dimension", "Junior (L1)", "Mid", "Senior", "Staff", "Manager (M1)"], sheets[0].Rows[0]);
        Assert.Equal(
            "Works on a task, or “two”.\n• Closes a task a week.\n• =1+1\n• Writes \"quotes\", commas; and 日本語 🌳.",
            sheets[0].Rows[1][1]
        );
        Assert.Equal("@x\n• The quotes are expected no longer.", sheets[0].Rows[1][3]);
        Assert.Equal(
            "Works on a task, or “two”.\nWith models.\n• =1+1\n• Writes \"quotes\", commas; and 日本語 🌳.\n"
                + "• Trains a model.",
            sheets[1].Rows[1][1]
        );
    }

    [Fact]
    public void The_workbook_is_valid_holds_no_formula_and_is_set_up_for_reading_and_printing()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Written(Ladders)), isEditable: false);
        Assert.Equal(
            [],
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
                .Validate(document)
                .Select(e => $"{e.Path?.XPath}: {e.Description}")
        );
        using var zip = new ZipArchive(new MemoryStream(Written(Ladders)));
        var matrix = XDocument.Load(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        XNamespace x = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        Assert.Empty(matrix.Descendants(x + "f"));
        Assert.All(matrix.Descendants(x + "c"), c => Assert.Equal("inlineStr", c.Attribute("t")?.Value));
        Assert.Equal(
            ("1", "1", "frozen"),
            (
                matrix.Descendants(x + "pane").Single().Attribute("xSplit")?.Value,
                matrix.Descendants(x + "pane").Single().Attribute("ySplit")?.Value,
                matrix.Descendants(x + "pane").Single().Attribute("state")?.Value
            )
        );
        Assert.Equal(
            ["18", "42", "42", "42", "42", "42"],
            matrix.Descendants(x + "col").Select(c => c.Attribute("width")!.Value)
        );
        Assert.Equal("landscape", matrix.Descendants(x + "pageSetup").Single().Attribute("orientation")!.Value);
        var names = XDocument.Load(zip.GetEntry("xl/workbook.xml")!.Open()).Descendants(x + "definedName");
        Assert.Equal(
            ["'Data science'!$A:$A,'Data science'!$1:$1", "'Statements'!$1:$1"],
            names
                .Where(n => n.Attribute("name")!.Value == "_xlnm.Print_Titles")
                .Select(n => n.Value)
                .Where((_, i) => i != 1)
        );
    }

    [Fact]
    public void The_same_ladders_give_the_same_bytes_at_any_time()
    {
        var first = Written(Ladders);
        Assert.Equal(first, Written(ExportedLadders.Build()));
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void Ladders_without_levels_and_no_ladder_at_all_can_be_exported()
    {
        var bare = new LadderSite()
            .Ladder("bare", "title: \"History\"\ndimensions: [scope]\nlevels: [title: Nameless]")
            .Build();
        Assert.Equal(["History 2", "Statements"], Sheets(Written(bare)).Select(s => s.Name));
        Assert.Equal(["Statements"], Sheets(Written([])).Select(s => s.Name));
        Assert.Single(Encoding.UTF8.GetString(ExportedLadders.Written(LadderCsv.Write, bare[0])).Trim().Split('\n'));
        Assert.Empty(bare[0].Document.Levels);
    }

    [Theory]
    [InlineData("Data [science]: a/b*c?", "Data science a b c")]
    [InlineData("'quoted'", "quoted")]
    [InlineData("   ", "Ladder")]
    [InlineData("statements", "statements 2")]
    [InlineData("A name of thirty characters 🌳🌳🌳", "A name of thirty characters 🌳")]
    public void The_name_of_a_sheet_is_one_that_Excel_takes(string title, string name)
    {
        var names = new SheetNames();
        names.For("Statements");
        Assert.Equal(name, names.For(title));
    }

    [Fact]
    public void Two_ladders_of_one_title_have_sheets_of_two_names()
    {
        var names = new SheetNames();
        Assert.Equal(
            ["The ladder of data scientists w", "THE LADDER OF DATA SCIENTISTS 2", "The ladder of data scientists 3"],
            "The ladder of data scientists who|THE LADDER OF DATA SCIENTISTS WHO|The ladder of data scientists we"
                .Split('|')
                .Select(names.For)
        );
    }

    [Fact]
    public void What_a_workbook_cannot_hold_is_escaped_or_cut()
    {
        Assert.Equal("a_x0001__x000D_ _x005F_x0041_ �", SheetText.Escape("a\u0001\r _x0041_ \ud800"));
        Assert.Equal(32767, SheetText.Escape(new string('x', 40000)).Length);
    }

    private static IEnumerable<string[]> Matrix(Ladder ladder) =>
        ladder
            .Dimensions.Select(d =>
                ladder.Levels.Select(l => MatrixSheet.TextOf(ladder.CellAt(d, l))).Prepend(d.Title).ToArray()
            )
            .Prepend([.. ladder.Levels.Select(l => l.Label).Prepend("Dimension")]);

    /// <summary>Reads workbooks with another library than the one that writes them.</summary>
    private static List<(string Name, List<string[]> Rows)> Sheets(byte[] workbook)
    {
        // The library requires Windows-1252 for every file.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(workbook));
        var sheets = new List<(string, List<string[]>)>();
        do
        {
            var rows = new List<string[]>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i)?.ToString() ?? "")]);
            sheets.Add((reader.Name, rows));
        } while (reader.NextResult());
        return sheets;
    }
}
