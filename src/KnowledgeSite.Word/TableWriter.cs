using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeSite.Word;

/// <summary>
/// Writes an HTML table. Word allows 63 columns; a wider table becomes several below each other.
/// </summary>
internal sealed class TableWriter(DocumentParts parts, BlockStyle style)
{
    /// <summary>The depth of nested tables that are written as tables.</summary>
    public const int MaxDepth = 4;

    private const int MaxColumns = 63;

    /// <summary>The width of the text in twentieths of a point, a little less than that of both paper sizes.</summary>
    private const int TextWidth = 9300;

    /// <summary>The average width of a character in bold, and the space beside the text of a cell.</summary>
    private const int CharacterWidth = 125;
    private const int CellPadding = 240;

    /// <summary>The lengths of words and texts that count for the width of a column.</summary>
    private const int MinWord = 4;
    private const int MaxWord = 24;
    private const int MaxLength = 240;

    public void Write(IElement element, OpenXmlElement target, BlockWriter around)
    {
        var table = (IHtmlTableElement)element;
        if (table.Caption is { } caption)
            around.WriteParagraph(caption, style, "Caption");
        var rows = RowsOf(table);
        var columns = rows.Count == 0 ? 0 : rows.Max(r => r.Cells.Count == 0 ? 0 : r.Cells[^1].End);
        for (var first = 0; first < columns; first += MaxColumns)
        {
            var last = Math.Min(columns, first + MaxColumns);
            // Two tables that follow each other would be one.
            if (target.LastChild is Table)
                target.Append(new Paragraph());
            var written = Part(table, rows, first, last);
            if (written.Elements<TableRow>().Any())
                target.Append(written);
        }
    }

    private Table Part(IHtmlTableElement table, IReadOnlyList<GridRow> rows, int first, int last)
    {
        var properties = new TableProperties(new TableStyle { Val = "TableGrid" });
        if (style.Text.IsRightToLeft)
            properties.Append(new BiDiVisual());
        properties.Append(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct });
        if (style.Indent > 0 && style.TableDepth == 0)
            properties.Append(new TableIndentation { Width = style.Indent, Type = TableWidthUnitValues.Dxa });
        properties.Append(new TableLayout { Type = TableLayoutValues.Fixed });
        properties.Append(
            new TableLook
            {
                Val = "0420",
                FirstRow = rows[0].IsHeader,
                FirstColumn = rows.Any(r => !r.IsHeader && r.Cells is [{ Element.LocalName: "th" }, ..]),
                NoHorizontalBand = true,
                NoVerticalBand = true,
            }
        );
        if (AlternativeOf(table) is { Length: > 0 } text)
            properties.Append(new TableDescription { Val = text });
        var grid = new TableGrid();
        var widths = Widths(rows, first, last);
        foreach (var width in widths)
            grid.Append(new GridColumn { Width = $"{width}" });
        var written = new Table(properties, grid);
        var isTop = true;
        foreach (var row in rows)
        {
            isTop &= row.IsHeader;
            if (Row(row, first, last, isTop, widths) is { } line)
                written.Append(line);
        }

        return written;
    }

    private TableRow? Row(GridRow row, int first, int last, bool isHeader, int[] widths)
    {
        var cells = row.Cells.Where(c => c.Start < last && c.End > first).ToList();
        if (cells.Count == 0)
            return null;
        var properties = new TableRowProperties();
        var before = Math.Max(0, cells[0].Start - first);
        var after = Math.Max(0, last - cells[^1].End);
        if (before > 0)
            properties.Append(new GridBefore { Val = before });
        if (after > 0)
            properties.Append(new GridAfter { Val = after });
        if (row.Element.TextContent.Length < 600)
            properties.Append(new CantSplit());
        if (isHeader)
            properties.Append(new TableHeader());
        var written = new TableRow();
        if (properties.HasChildren)
            written.Append(properties);
        var column = first + before;
        foreach (var cell in cells)
        {
            var start = Math.Max(cell.Start, first);
            // A gap that row spans of malformed tables leave.
            if (start > column)
                written.Append(Cell(null, start - column, widths.AsSpan(column - first, start - column), row));
            column = Math.Min(cell.End, last);
            written.Append(Cell(cell, column - start, widths.AsSpan(start - first, column - start), row));
        }

        return written;
    }

    private TableCell Cell(GridCell? cell, int span, ReadOnlySpan<int> widths, GridRow row)
    {
        var width = 0;
        foreach (var column in widths)
            width += column;
        var properties = new TableCellProperties(
            new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }
        );
        if (span > 1)
            properties.Append(new GridSpan { Val = span });
        if (cell is { IsMerged: true })
            properties.Append(new VerticalMerge());
        else if (cell is { Rows: > 1 })
            properties.Append(new VerticalMerge { Val = MergedCellValues.Restart });
        var written = new TableCell(properties);
        if (cell is { IsMerged: false })
            Fill(written, cell.Element, row);
        // Word needs a paragraph at the end of each cell.
        if (written.LastChild is not (Paragraph or SdtBlock))
            written.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "TableText" })));
        return written;
    }

    private void Fill(TableCell cell, IElement element, GridRow row)
    {
        var isRight = element.ClassList.Contains("end");
        var inner = style with
        {
            Name = "TableText",
            Indent = 0,
            ListDepth = 0,
            TableDepth = style.TableDepth + 1,
            Alignment =
                isRight ? JustificationValues.End
                : element.ClassList.Contains("centre") ? JustificationValues.Center
                : null,
            Text = element.LocalName == "th" && row.IsHeader ? style.Text.With(Marks.Bold) : style.Text,
        };
        if (style.IsForm && !row.IsHeader && element.LocalName == "td" && !element.HasChildNodes)
            cell.Append(
                ContentControls.Block(
                    parts.NameOf(element),
                    parts.Source.Text.WriteHere,
                    inner.CreateParagraph(),
                    style.Text
                )
            );
        else
            new BlockWriter(parts, cell).WriteParagraph(element, inner, null);
    }

    /// <summary>
    /// The text alternative: the label of the region in which the table scrolls, unless it is general.
    /// </summary>
    private static string? AlternativeOf(IHtmlTableElement table) =>
        table.Caption?.TextContent is { } caption
            ? XmlText.Collapse(XmlText.Clean(caption))
            : XmlText.Clean(table.ParentElement?.GetAttribute("aria-label") ?? "");

    /// <summary>
    /// Gives each column the width of its longest word, and distributes the rest by the length of the texts.
    /// </summary>
    private static int[] Widths(IReadOnlyList<GridRow> rows, int first, int last)
    {
        var lengths = new double[last - first];
        var counts = new int[last - first];
        var words = new double[last - first];
        foreach (var cell in rows.SelectMany(r => r.Cells))
        {
            if (cell.End - cell.Start != 1 || cell.Start < first || cell.Start >= last || cell.IsMerged)
                continue;
            var column = cell.Start - first;
            var text = cell.Element.TextContent;
            lengths[column] += Math.Min(text.Length, MaxLength);
            counts[column]++;
            words[column] = Math.Max(words[column], LongestWord(text));
        }

        for (var i = 0; i < lengths.Length; i++)
        {
            lengths[i] = Math.Max(1, lengths[i] / Math.Max(1, counts[i]));
            words[i] = Math.Clamp(words[i], MinWord, MaxWord) * CharacterWidth + CellPadding;
        }

        var rest = Math.Max(0, TextWidth - words.Sum());
        var scale = Math.Min(1, TextWidth / words.Sum());
        var all = lengths.Sum();
        return [.. words.Select((w, i) => (int)((w * scale) + (rest * lengths[i] / all)))];
    }

    private static int LongestWord(string text)
    {
        var longest = 0;
        foreach (var word in text.AsSpan(0, Math.Min(text.Length, 2000)).SplitAny(' ', '\n', '\t'))
            longest = Math.Max(longest, word.End.GetOffset(text.Length) - word.Start.GetOffset(text.Length));
        return longest;
    }

    private static List<GridRow> RowsOf(IHtmlTableElement table)
    {
        var rows = new List<GridRow>();
        // For each column, the cell above that still spans rows.
        var open = new List<(GridCell? Cell, int Rows)>();
        foreach (var row in table.Rows)
        {
            var cells = new List<GridCell>();
            var column = 0;
            foreach (var element in row.Cells)
            {
                column = Continue(open, cells, column);
                var span = Math.Clamp(element.ColumnSpan, 1, MaxColumns);
                var height = element.RowSpan <= 0 ? 1 : Math.Min(element.RowSpan, 1000);
                var cell = new GridCell(element, column, column + span, height, false);
                cells.Add(cell);
                for (; open.Count < cell.End; )
                    open.Add(default);
                for (; column < cell.End; column++)
                    open[column] = (cell, height - 1);
            }

            Continue(open, cells, column);
            var isHeader = row.ParentElement is { LocalName: "thead" };
            rows.Add(new(row, cells, isHeader));
        }

        return rows;
    }

    /// <summary>Adds the cells of earlier rows that continue here, and returns the next free column.</summary>
    private static int Continue(List<(GridCell? Cell, int Rows)> open, List<GridCell> cells, int column)
    {
        while (column < open.Count && open[column] is { Cell: { } above, Rows: > 0 and var left })
        {
            for (var i = column; i < above.End; i++)
                open[i] = (above, left - 1);
            cells.Add(above with { Start = column, IsMerged = true });
            column = above.End;
        }

        return column;
    }

    /// <param name="Start">The first column.</param>
    /// <param name="End">The column behind the last one.</param>
    /// <param name="IsMerged">True for the part of a cell below its first row.</param>
    private sealed record GridCell(IElement Element, int Start, int End, int Rows, bool IsMerged);

    private sealed record GridRow(IElement Element, IReadOnlyList<GridCell> Cells, bool IsHeader);
}
