using DocumentFormat.OpenXml.Spreadsheet;

namespace KnowledgeSite.Ladders;

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
