using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace KnowledgeSite.Ladders;

/// <summary>
/// The parts of a worksheet in the order of the file. Its rows are created while they are written, because the cells of
/// a large table take much memory, and time to collect it.
/// </summary>
internal sealed record SheetParts(
    IReadOnlyList<OpenXmlElement> BeforeRows,
    IEnumerable<Row> Rows,
    IReadOnlyList<OpenXmlElement> AfterRows
)
{
    public void Write(WorksheetPart part)
    {
        using var writer = OpenXmlWriter.Create(part, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.WriteStartElement(new Worksheet());
        foreach (var element in BeforeRows)
            writer.WriteElement(element);
        writer.WriteStartElement(new SheetData());
        foreach (var row in Rows)
            writer.WriteElement(row);
        writer.WriteEndElement();
        foreach (var element in AfterRows)
            writer.WriteElement(element);
        writer.WriteEndElement();
    }
}

/// <summary>The matrix of a ladder: a row for each dimension, a column for each level.</summary>
internal static class MatrixSheet
{
    private const double TitleWidth = 18;
    private const double LevelWidth = 42;

    /// <summary>The print scale in per cent, with which three levels fit on a page.</summary>
    private const uint PrintScale = 62;

    public static SheetParts Create(Ladder ladder) =>
        new(
            [
                new SheetViews(
                    new SheetView(
                        new Pane
                        {
                            HorizontalSplit = 1,
                            VerticalSplit = 1,
                            TopLeftCell = "B2",
                            ActivePane = PaneValues.BottomRight,
                            State = PaneStateValues.Frozen,
                        }
                    )
                    {
                        WorkbookViewId = 0,
                    }
                ),
                SheetCells.Columns(ladder.Levels.Select(_ => LevelWidth).Prepend(TitleWidth)),
            ],
            ladder
                .Dimensions.Select((dimension, i) => Row(ladder, dimension, i + 2))
                .Prepend(
                    SheetCells.Row(1, ladder.Levels.Select(l => l.Label).Prepend("Dimension"), _ => SheetStyle.Header)
                ),
            [new PageSetup { Orientation = OrientationValues.Landscape, Scale = PrintScale }]
        );

    private static Row Row(Ladder ladder, Dimension dimension, int number)
    {
        var texts = ladder.Levels.Select(l => TextOf(ladder.CellAt(dimension, l))).Prepend(dimension.Title).ToList();
        var row = SheetCells.Row(number, texts, column => column == 0 ? SheetStyle.Header : SheetStyle.Text);
        row.Height = HeightFor(texts);
        row.CustomHeight = true;
        return row;
    }

    /// <summary>
    /// The height of a row in points, for the longest text. Not all programs compute the height of rows with wrapped
    /// text. The maximum in Excel is 409.
    /// </summary>
    private static double HeightFor(IEnumerable<string> texts)
    {
        const double Line = 15;
        const double Highest = 409;
        var lines = texts.Max(text =>
            text.Split('\n').Sum(line => Math.Ceiling(Math.Max(line.Length, 1) / (LevelWidth - 2)))
        );
        return Math.Min(lines * Line, Highest);
    }

    /// <summary>
    /// The cell's sentence, followed by its signals and the texts of endings as list items, one per line.
    /// </summary>
    internal static string TextOf(Cell? cell)
    {
        if (cell is null)
            return "";
        var endings = cell.Endings.Where(e => e.Id is null).Select(e => e.Statement.Text);
        return string.Join(
            '\n',
            [
                .. new[] { cell.Summary, cell.Extension?.Summary }.Where(s => s is not null).Select(s => s!.Text),
                .. cell.Signals.Select(s => s.Text).Concat(endings).Select(text => $"• {text}"),
            ]
        );
    }
}

/// <summary>
/// Creates a sheet with one row for each statement, which can be sorted and filtered. Its columns are those of the CSV
/// export.
/// </summary>
internal static class StatementSheet
{
    private const double Width = 18;
    private const double TextWidth = 84;

    public static SheetParts Create(IReadOnlyList<StatementRow> rows) =>
        new(
            [
                new SheetProperties(new PageSetupProperties { FitToPage = true }),
                new SheetViews(
                    new SheetView(
                        new Pane
                        {
                            VerticalSplit = 1,
                            TopLeftCell = "A2",
                            ActivePane = PaneValues.BottomLeft,
                            State = PaneStateValues.Frozen,
                        }
                    )
                    {
                        WorkbookViewId = 0,
                    }
                ),
                SheetCells.Columns(StatementTable.Columns.Select(c => c.Name == "text" ? TextWidth : Width)),
            ],
            rows.Select(
                    (row, i) =>
                        SheetCells.Row(
                            i + 2,
                            StatementTable.Columns.Select(c => c.Value(row) ?? ""),
                            _ => SheetStyle.Text
                        )
                )
                .Prepend(SheetCells.Row(1, StatementTable.Columns.Select(c => c.Name), _ => SheetStyle.Header)),
            [new AutoFilter { Reference = AreaOf(rows) }, SheetCells.OnePageWide()]
        );

    /// <summary>The area of the table, such as <c>A1:O12</c>, or <c>$A$1:$O$12</c> as an absolute reference.</summary>
    public static string AreaOf(IReadOnlyList<StatementRow> rows, char? anchor = null) =>
        $"{anchor}A{anchor}1:{anchor}{SheetCells.ColumnName(StatementTable.Columns.Count - 1)}{anchor}{rows.Count + 1}";
}

/// <summary>Creates the rows, columns and cells of worksheets.</summary>
internal static class SheetCells
{
    /// <param name="number">The row number, from 1.</param>
    /// <param name="style">Returns the style of a column, by its index from 0.</param>
    public static Row Row(int number, IEnumerable<string> texts, Func<int, SheetStyle> style) =>
        new(texts.Select((text, column) => TextCell($"{ColumnName(column)}{number}", text, style(column))))
        {
            RowIndex = (uint)number,
        };

    public static Columns Columns(IEnumerable<double> widths) =>
        new(
            widths.Select(
                (width, i) =>
                    new Column
                    {
                        Min = (uint)i + 1,
                        Max = (uint)i + 1,
                        Width = width,
                        CustomWidth = true,
                    }
            )
        );

    /// <summary>Landscape format, scaled to the width of one page, with as many pages as needed.</summary>
    public static PageSetup OnePageWide() =>
        new()
        {
            Orientation = OrientationValues.Landscape,
            FitToWidth = 1,
            FitToHeight = 0,
        };

    /// <param name="column">The index from 0: 27 is <c>AB</c>.</param>
    public static string ColumnName(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : ColumnName((column / 26) - 1) + ColumnName(column % 26);

    private static SheetCell TextCell(string reference, string text, SheetStyle style)
    {
        var cell = new SheetCell { CellReference = reference, StyleIndex = (uint)style };
        if (text.Length == 0)
            return cell;
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new(new Text(SheetText.Escape(text)) { Space = SpaceProcessingModeValues.Preserve });
        return cell;
    }
}

/// <summary>
/// The style sheet of a workbook. Excel refuses one without the first two fills, a border and a style to derive from.
/// </summary>
internal static class SheetStyles
{
    public static Stylesheet Create() =>
        new(
            new Fonts(Font(), Font(new Bold())),
            new Fills(Fill(PatternValues.None), Fill(PatternValues.Gray125)),
            new Borders(
                new Border(
                    new LeftBorder(),
                    new RightBorder(),
                    new TopBorder(),
                    new BottomBorder(),
                    new DiagonalBorder()
                )
            ),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), Wrapped(font: 1), Wrapped(font: 0)),
            new CellStyles(
                new DocumentFormat.OpenXml.Spreadsheet.CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                }
            )
        );

    private static Font Font(params Bold[] bold) =>
        new([.. bold, new FontSize { Val = 11 }, new FontName { Val = "Calibri" }]);

    private static Fill Fill(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static CellFormat Wrapped(uint font) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true })
        {
            FontId = font,
            FillId = 0,
            BorderId = 0,
            FormatId = 0,
            ApplyFont = true,
            ApplyAlignment = true,
        };
}

/// <summary>The numbers of the cell formats in <see cref="SheetStyles"/>.</summary>
internal enum SheetStyle : uint
{
    Plain,
    Header,
    Text,
}
