using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeSite.Word;

/// <summary>Where a page may begin, and the space behind tables.</summary>
internal static class PageBreaks
{
    private const string SpaceBehindTable = "160";

    /// <summary>
    /// Keeps the last paragraph on the page of what is written next. In a cell this would keep the whole row.
    /// </summary>
    public static void KeepLastWithNext(OpenXmlElement target)
    {
        if (target is not TableCell && target.LastChild is Paragraph paragraph)
            Keep(paragraph);
    }

    /// <summary>Keeps a paragraph that ends with a colon on the page of what it announces.</summary>
    public static void KeepAnnouncement(OpenXmlElement target, Paragraph paragraph)
    {
        if (target is not TableCell && paragraph.InnerText.AsSpan().TrimEnd() is [.., ':' or '：'])
            Keep(paragraph);
    }

    /// <summary>Keeps the header of a table with the first row below it, or all rows together.</summary>
    public static void KeepRows(Table table, bool isWhole)
    {
        var rows = table.Elements<TableRow>().ToList();
        foreach (var row in rows.SkipLast(1))
            if (isWhole || row.TableRowProperties?.GetFirstChild<TableHeader>() is not null)
                foreach (var paragraph in row.Descendants<Paragraph>())
                    Keep(paragraph);
    }

    /// <summary>Begins a new page with the last paragraph, unless nothing was written since the given element.</summary>
    public static void BeginBelow(OpenXmlElement? above, OpenXmlElement target)
    {
        if (target is not TableCell && target.LastChild is Paragraph paragraph && paragraph != above)
            PropertiesOf(paragraph).PageBreakBefore = new();
    }

    /// <summary>Separates a new paragraph from a table above it. The styles of headings have their own space.</summary>
    public static void SeparateFromTable(OpenXmlElement target, Paragraph paragraph)
    {
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        if (target.LastChild is Table && style?.StartsWith("Heading", StringComparison.Ordinal) is not true)
            PropertiesOf(paragraph).SpacingBetweenLines = new() { Before = SpaceBehindTable };
    }

    private static void Keep(Paragraph paragraph) => PropertiesOf(paragraph).KeepNext = new();

    private static ParagraphProperties PropertiesOf(Paragraph paragraph) => paragraph.ParagraphProperties ??= new();
}
