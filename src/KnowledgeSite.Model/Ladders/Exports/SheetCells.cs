using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace KnowledgeSite.Ladders;

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
