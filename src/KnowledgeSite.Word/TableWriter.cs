using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace KnowledgeSite.Word;

/// <summary>
/// Writes an HTML table. Word allows 63 columns; a wider table becomes several below each other.
/// </summary>
internal sealed class TableWriter(DocumentParts parts, BlockStyle style)
{
    /// <summary>The depth of nested tables that are written as tables.</summary>
    public const int MaxDepth = 4;

    private const int MaxColumns = 63;

    /// <summary>The rows and the characters of a table that is kept on one page.</summary>
    private const int MaxRowsOnePage = 7;
    private const int MaxLengthOnePage = 900;

    public void Write(IElement element, WordElement target, BlockWriter around)
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
            if (target.Last is { Name: "w:tbl" })
                target.Add(new("w:p"));
            var written = Part(table, rows, first, last);
            if (written.Find("w:tr") is null)
                continue;
            PageBreaks.KeepLastWithNext(target);
            target.Add(written);
        }
    }

    private WordElement Part(IHtmlTableElement table, IReadOnlyList<GridRow> rows, int first, int last)
    {
        var properties = new WordElement("w:tblPr", new WordElement("w:tblStyle", "TableGrid"));
        if (style.Text.IsRightToLeft)
            properties.Add(new("w:bidiVisual"));
        properties.Add(Width("w:tblW", 5000, "pct"));
        if (style.Indent > 0 && style.TableDepth == 0)
            properties.Add(Width("w:tblInd", style.Indent, "dxa"));
        properties.Add(new WordElement("w:tblLayout").Set("w:type", "fixed"));
        properties.Add(LookOf(rows));
        if (AlternativeOf(table) is { Length: > 0 } text)
            properties.Add(new("w:tblDescription", text));
        var grid = new WordElement("w:tblGrid");
        var widths = ColumnWidths.Compute(table, rows, first, last);
        foreach (var width in widths)
            grid.Add(new WordElement("w:gridCol").Set("w:w", $"{width}"));
        var written = new WordElement("w:tbl", properties, grid);
        var isTop = true;
        foreach (var row in rows)
        {
            isTop &= row.IsHeader;
            if (Row(row, first, last, isTop, widths) is { } line)
                written.Add(line);
        }

        var isWhole = rows.Count <= MaxRowsOnePage && table.TextLength() <= MaxLengthOnePage;
        if (style.TableDepth == 0)
            PageBreaks.KeepRows(written, isWhole);
        return written;
    }

    private static WordElement Width(string name, int width, string unit) =>
        new WordElement(name).Set("w:w", $"{width}").Set("w:type", unit);

    /// <summary>
    /// What the style of the table emphasises, as attributes and as the number that older programs read.
    /// </summary>
    private static WordElement LookOf(IReadOnlyList<GridRow> rows)
    {
        const int firstRow = 0x20;
        const int firstColumn = 0x80;
        const int noBands = 0x600;
        var hasHeader = rows[0].IsHeader;
        var hasRowHeaders = rows.Any(r => !r.IsHeader && r.Cells is [{ Element.LocalName: "th" }, ..]);
        var number = noBands | (hasHeader ? firstRow : 0) | (hasRowHeaders ? firstColumn : 0);
        return new WordElement("w:tblLook", $"{number:X4}")
            .Set("w:firstRow", hasHeader ? "true" : "false")
            .Set("w:firstColumn", hasRowHeaders ? "true" : "false")
            .Set("w:noHBand", "true")
            .Set("w:noVBand", "true");
    }

    private WordElement? Row(GridRow row, int first, int last, bool isHeader, int[] widths)
    {
        var cells = row.Cells.Where(c => c.Start < last && c.End > first).ToList();
        if (cells.Count == 0)
            return null;
        var properties = new WordElement("w:trPr");
        var before = Math.Max(0, cells[0].Start - first);
        var after = Math.Max(0, last - cells[^1].End);
        if (before > 0)
            properties.Add(new("w:gridBefore", $"{before}"));
        if (after > 0)
            properties.Add(new("w:gridAfter", $"{after}"));
        if (row.Element.TextLength() < 600)
            properties.Add(new("w:cantSplit"));
        if (isHeader)
            properties.Add(new("w:tblHeader"));
        var written = new WordElement("w:tr");
        if (properties.First is not null)
            written.Add(properties);
        var column = first + before;
        foreach (var cell in cells)
        {
            var start = Math.Max(cell.Start, first);
            // A gap that row spans of malformed tables leave.
            if (start > column)
                written.Add(Cell(null, start - column, widths.AsSpan(column - first, start - column), row));
            column = Math.Min(cell.End, last);
            written.Add(Cell(cell, column - start, widths.AsSpan(start - first, column - start), row));
        }

        return written;
    }

    private WordElement Cell(GridCell? cell, int span, ReadOnlySpan<int> widths, GridRow row)
    {
        var width = 0;
        foreach (var column in widths)
            width += column;
        var properties = new WordElement("w:tcPr", Width("w:tcW", width, "dxa"));
        if (span > 1)
            properties.Add(new("w:gridSpan", $"{span}"));
        if (cell is { IsMerged: true })
            properties.Add(new("w:vMerge"));
        else if (cell is { Rows: > 1 })
            properties.Add(new("w:vMerge", "restart"));
        var written = new WordElement("w:tc", properties);
        if (cell is { IsMerged: false })
            Fill(written, cell.Element, row);
        // Word needs a paragraph at the end of each cell.
        if (written.Last is not { Name: "w:p" or "w:sdt" })
            written.Add(new("w:p", new WordElement("w:pPr", new WordElement("w:pStyle", "TableText"))));
        return written;
    }

    private void Fill(WordElement cell, IElement element, GridRow row)
    {
        var isRight = element.HasClass("end");
        var inner = style with
        {
            Name = "TableText",
            Indent = 0,
            ListDepth = 0,
            TableDepth = style.TableDepth + 1,
            Alignment =
                isRight ? "end"
                : element.HasClass("centre") ? "center"
                : null,
            Text = element.LocalName == "th" && row.IsHeader ? style.Text.With(Marks.Bold) : style.Text,
        };
        if (style.IsForm && !row.IsHeader && element.LocalName == "td" && !element.HasChildNodes)
            cell.Add(
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
}
