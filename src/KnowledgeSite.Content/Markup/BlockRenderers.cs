using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Renders tables in a region that scrolls. In tables with many columns, each cell has the name of its column, because
/// a phone shows their rows as cards. The alignment of columns is a class, because the Content-Security-Policy of
/// the site forbids inline styles.
/// </summary>
internal sealed class TableRenderer : HtmlObjectRenderer<Table>
{
    private const int MinCardColumns = 4;

    protected override void Write(HtmlRenderer renderer, Table table)
    {
        AddLabels(table);
        renderer.EnsureLine();
        renderer
            .Write("<div class=\"table\" role=\"group\" aria-label=\"")
            .WriteEscape(((BodyRenderer)renderer).Text.Table)
            .Write("\" tabindex=\"0\"><table")
            .WriteAttributes(table)
            .WriteLine('>');
        WriteWidths(renderer, table);
        var rows = table.OfType<TableRow>().ToList();
        WriteRows(renderer, table, "thead", rows.TakeWhile(r => r.IsHeader));
        WriteRows(renderer, table, "tbody", rows.SkipWhile(r => r.IsHeader));
        renderer.WriteLine("</table></div>");
    }

    private static void AddLabels(Table table)
    {
        if (SheetTables.ColumnNames(table) is not { Count: >= MinCardColumns } labels)
            return;
        foreach (var row in table.OfType<TableRow>().Where(r => !r.IsHeader))
        {
            // The first cell is the title of the card.
            for (var i = 1; i < Math.Min(row.Count, labels.Count); i++)
                if (labels[i].Length > 0)
                    row[i].GetAttributes().AddProperty("data-label", labels[i]);
        }
    }

    /// <summary>Writes the widths as classes, because the Content-Security-Policy forbids inline styles.</summary>
    private static void WriteWidths(HtmlRenderer renderer, Table table)
    {
        if (SheetTables.FindWidths(table) is not { } widths)
            return;
        renderer.Write("<colgroup>");
        foreach (var width in widths)
            renderer.Write("<col class=\"width-").Write(width.ToString(CultureInfo.InvariantCulture)).Write("\">");
        renderer.WriteLine("</colgroup>");
    }

    private static void WriteRows(HtmlRenderer renderer, Table table, string part, IEnumerable<TableRow> rows)
    {
        var any = false;
        foreach (var row in rows)
        {
            if (!any)
                renderer.Write('<').Write(part).WriteLine('>');
            any = true;
            renderer.Write("<tr").WriteAttributes(row).WriteLine('>');
            for (var i = 0; i < row.Count; i++)
                WriteCell(renderer, (TableCell)row[i], row.IsHeader, AlignmentOf(table, i));
            renderer.WriteLine("</tr>");
        }

        if (any)
            renderer.Write("</").Write(part).WriteLine('>');
    }

    private static void WriteCell(HtmlRenderer renderer, TableCell cell, bool isHeader, TableColumnAlign? alignment)
    {
        if (alignment is TableColumnAlign.Center)
            cell.GetAttributes().AddClass("center");
        if (alignment is TableColumnAlign.Right)
            cell.GetAttributes().AddClass("end");
        // A header cell without text is an ordinary cell, because screen readers would announce it for every cell
        // below.
        var isNamed = isHeader && cell.Descendants<Markdig.Syntax.Inlines.LeafInline>().Any();
        renderer.Write(isNamed ? "<th scope=\"col\"" : "<td").WriteAttributes(cell).Write('>');
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = cell.Count == 1;
        renderer.WriteChildren(cell);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.WriteLine(isNamed ? "</th>" : "</td>");
    }

    private static TableColumnAlign? AlignmentOf(Table table, int column) =>
        column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null;
}

/// <summary>Renders the checkbox of a task with a label for screen readers.</summary>
internal sealed class TaskRenderer : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList task)
    {
        if (!renderer.EnableHtmlForInline)
            return;
        renderer.Write("<input type=\"checkbox\" disabled").WriteAttributes(task);
        var text = ((BodyRenderer)renderer).Text;
        renderer
            .Write(task.Checked ? " checked aria-label=\"" : " aria-label=\"")
            .WriteEscape(task.Checked ? text.TaskDone : text.TaskToDo)
            .Write("\">");
    }
}

/// <summary>
/// Renders the number of a footnote in the text, with a narrow space between two numbers, so that 1 and 2 do not look
/// like 12.
/// </summary>
internal sealed class FootnoteMarkRenderer : HtmlFootnoteLinkRenderer
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
        if (!link.IsBackLink && link.PreviousSibling is FootnoteLink { IsBackLink: false })
            renderer.Write("\u202f");
        base.Write(renderer, link);
    }
}

/// <summary>Renders the footnotes at the end of a page.</summary>
internal sealed class FootnotesRenderer : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup notes)
    {
        // A handout without a block has no reference to the footnotes of that block, but the group of their definitions
        // remains.
        if (!notes.OfType<Footnote>().Any())
            return;
        renderer.EnsureLine();
        renderer
            .Write("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
            .WriteEscape(((BodyRenderer)renderer).Text.Footnotes)
            .WriteLine("\">");
        renderer.WriteLine("<ol>");
        foreach (var note in notes.OfType<Footnote>())
        {
            var id = $"fn:{note.Order.ToString(CultureInfo.InvariantCulture)}";
            var made = ((BodyRenderer)renderer).GeneratedIds;
            made.Add(id);
            made.AddRange(
                note.Links.Where(l => !l.IsBackLink)
                    .Select(l => $"fnref:{l.Index.ToString(CultureInfo.InvariantCulture)}")
            );
            renderer.Write("<li id=\"").Write(id).WriteLine("\">");
            renderer.WriteChildren(note);
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol>");
        renderer.WriteLine("</section>");
    }
}
