using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeSite.Word;

/// <summary>Where a page may begin, and the space below tables and lists.</summary>
internal static class PageBreaks
{
    private const string SpaceBelowTable = "160";
    private const string SpaceBelowList = "120";

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

    /// <summary>
    /// Begins a new page with the last paragraph, unless nothing was written since the given element.
    /// </summary>
    public static void BeginBelow(OpenXmlElement? above, OpenXmlElement target)
    {
        if (target is not TableCell && target.LastChild is Paragraph paragraph && paragraph != above)
            PropertiesOf(paragraph).PageBreakBefore = new();
    }

    /// <summary>
    /// Separates a new paragraph from a table or a list above it. Headings and labels have their own space.
    /// </summary>
    public static void Separate(OpenXmlElement target, Paragraph paragraph)
    {
        var style = StyleOf(paragraph);
        var isPlain = style is null && paragraph.ParagraphProperties?.Indentation is null;
        var space = target.LastChild switch
        {
            Table when style?.StartsWith("Heading", StringComparison.Ordinal) is not true => SpaceBelowTable,
            Paragraph above when isPlain && StyleOf(above) is ListNumbers.Style => SpaceBelowList,
            _ => null,
        };
        if (space is not null)
            PropertiesOf(paragraph).SpacingBetweenLines = new() { Before = space };
    }

    private static string? StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;

    private static void Keep(Paragraph paragraph) => PropertiesOf(paragraph).KeepNext = new();

    private static ParagraphProperties PropertiesOf(Paragraph paragraph) => paragraph.ParagraphProperties ??= new();
}
