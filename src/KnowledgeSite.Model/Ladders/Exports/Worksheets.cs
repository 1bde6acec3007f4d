using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Ladders;

/// <summary>
/// The parts of a worksheet in the order of the file. Its rows are written as XML, because an object for each cell of a
/// large table takes much memory and time.
/// </summary>
internal sealed record SheetParts(
    IReadOnlyList<OpenXmlElement> BeforeRows,
    IEnumerable<SheetRow> Rows,
    IReadOnlyList<OpenXmlElement> AfterRows
)
{
    private static readonly XmlWriterSettings Format = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.None,
    };

    public void Write(WorksheetPart part)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = XmlWriter.Create(stream, Format);
        writer.WriteStartElement(SheetRow.Prefix, "worksheet", SheetRow.Namespace);
        foreach (var element in BeforeRows)
            element.WriteTo(writer);
        writer.WriteStartElement(SheetRow.Prefix, "sheetData", SheetRow.Namespace);
        foreach (var row in Rows)
            row.Write(writer);
        writer.WriteEndElement();
        foreach (var element in AfterRows)
            element.WriteTo(writer);
        writer.WriteEndElement();
    }
}

/// <summary>A row of texts.</summary>
/// <param name="Number">The row number, from 1.</param>
/// <param name="StyleOf">Returns the style of a column, by its index from 0.</param>
internal sealed record SheetRow(int Number, IEnumerable<string> Texts, Func<int, SheetStyle> StyleOf)
{
    public const string Prefix = "x";
    public const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The height in points; null if programs choose it.</summary>
    public double? Height { get; init; }

    public void Write(XmlWriter writer)
    {
        var number = XmlConvert.ToString(Number);
        writer.WriteStartElement(Prefix, "row", Namespace);
        writer.WriteAttributeString("r", number);
        if (Height is { } height)
        {
            writer.WriteAttributeString("ht", XmlConvert.ToString(height));
            writer.WriteAttributeString("customHeight", "1");
        }

        var column = 0;
        foreach (var text in Texts)
        {
            WriteCell(writer, SheetCells.ColumnName(column) + number, text, StyleOf(column));
            column++;
        }

        writer.WriteEndElement();
    }

    private static void WriteCell(XmlWriter writer, string reference, string text, SheetStyle style)
    {
        writer.WriteStartElement(Prefix, "c", Namespace);
        writer.WriteAttributeString("r", reference);
        writer.WriteAttributeString("s", XmlConvert.ToString((uint)style));
        if (text.Length > 0)
        {
            writer.WriteAttributeString("t", "inlineStr");
            writer.WriteStartElement(Prefix, "is", Namespace);
            writer.WriteStartElement(Prefix, "t", Namespace);
            writer.WriteAttributeString("xml", "space", null, "preserve");
            writer.WriteString(SheetText.Escape(text));
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

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

    public static SheetParts Create(Ladder ladder, UiStrings text) =>
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
                    new SheetRow(1, ladder.Levels.Select(l => l.Label).Prepend(text.Dimension), _ => SheetStyle.Header)
                ),
            [new PageSetup { Orientation = OrientationValues.Landscape, Scale = PrintScale }]
        );

    private static SheetRow Row(Ladder ladder, Dimension dimension, int number)
    {
        var texts = ladder.Levels.Select(l => TextOf(ladder.CellAt(dimension, l))).Prepend(dimension.Title).ToList();
        return new(number, texts, column => column == 0 ? SheetStyle.Header : SheetStyle.Text)
        {
            Height = HeightFor(texts),
        };
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
/// export, with the words of the site's language.
/// </summary>
internal static class StatementSheet
{
    private const double Width = 18;
    private const double TextWidth = 84;

    public static SheetParts Create(IReadOnlyList<StatementRow> rows, UiStrings text) =>
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
                        new SheetRow(
                            i + 2,
                            StatementTable.Columns.Select(c => c.Shown(row, text) ?? ""),
                            _ => SheetStyle.Text
                        )
                )
                .Prepend(new SheetRow(1, StatementTable.Columns.Select(c => c.Heading(text)), _ => SheetStyle.Header)),
            [new AutoFilter { Reference = AreaOf(rows) }, SheetCells.OnePageWide()]
        );

    /// <summary>The area of the table, such as <c>A1:O12</c>, or <c>$A$1:$O$12</c> as an absolute reference.</summary>
    public static string AreaOf(IReadOnlyList<StatementRow> rows, char? anchor = null) =>
        $"{anchor}A{anchor}1:{anchor}{SheetCells.ColumnName(StatementTable.Columns.Count - 1)}{anchor}{rows.Count + 1}";
}

/// <summary>Creates the columns and the page set-up of worksheets.</summary>
internal static class SheetCells
{
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
