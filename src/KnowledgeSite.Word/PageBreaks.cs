namespace KnowledgeSite.Word;

/// <summary>Where a page may begin, and the space below tables and lists.</summary>
internal static class PageBreaks
{
    private const string SpaceBelowTable = "160";
    private const string SpaceBelowList = "120";

    /// <summary>The properties of paragraphs in the order of the schema.</summary>
    private static readonly string[] Order =
    [
        "w:pStyle",
        "w:keepNext",
        "w:pageBreakBefore",
        "w:numPr",
        "w:pBdr",
        "w:shd",
        "w:bidi",
        "w:spacing",
        "w:ind",
        "w:jc",
    ];

    /// <summary>
    /// Keeps the last paragraph on the page of what is written next. In a cell this would keep the whole row.
    /// </summary>
    public static void KeepLastWithNext(WordElement target)
    {
        if (target is { Name: not "w:tc", Last: { Name: "w:p" } paragraph })
            Keep(paragraph);
    }

    /// <summary>Keeps a paragraph that ends with a colon on the page of what it announces.</summary>
    public static void KeepAnnouncement(WordElement target, WordElement paragraph)
    {
        if (target.Name != "w:tc" && paragraph.LastCharacter() is ':' or '：')
            Keep(paragraph);
    }

    /// <summary>Keeps the header of a table with the first row below it, or all rows together.</summary>
    public static void KeepRows(WordElement table, bool isWhole)
    {
        foreach (var row in table.Children.Where(c => c.Name == "w:tr").SkipLast(1))
            if (isWhole || row.Find("w:trPr")?.Find("w:tblHeader") is not null)
                row.ForEach("w:p", Keep);
    }

    /// <summary>
    /// Begins a new page with the last paragraph, unless nothing was written since the given element.
    /// </summary>
    public static void BeginBelow(WordElement? above, WordElement target)
    {
        if (target is { Name: not "w:tc", Last: { Name: "w:p" } paragraph } && paragraph != above)
            Set(paragraph, new("w:pageBreakBefore"));
    }

    /// <summary>
    /// Separates a new paragraph from a table or a list above it. Headings and labels have their own space.
    /// </summary>
    public static void Separate(WordElement target, WordElement paragraph)
    {
        var style = StyleOf(paragraph);
        var isPlain = style is null && paragraph.Find("w:pPr")?.Find("w:ind") is null;
        var space = target.Last switch
        {
            { Name: "w:tbl" } when style?.StartsWith("Heading", StringComparison.Ordinal) is not true =>
                SpaceBelowTable,
            { Name: "w:p" } above when isPlain && StyleOf(above) is ListNumbers.Style => SpaceBelowList,
            _ => null,
        };
        if (space is not null)
            Set(paragraph, new WordElement("w:spacing").Set("w:before", space));
    }

    private static string? StyleOf(WordElement paragraph) => paragraph.Find("w:pPr")?.Find("w:pStyle")?.Value;

    private static void Keep(WordElement paragraph) => Set(paragraph, new("w:keepNext"));

    /// <summary>Sets a property of a paragraph, at its place in the order of the schema.</summary>
    public static void Set(WordElement paragraph, WordElement property)
    {
        if (paragraph.Find("w:pPr") is not { } properties)
            paragraph.InsertBefore(paragraph.First, properties = new("w:pPr"));
        properties.Find(property.Name)?.Remove();
        var place = Array.IndexOf(Order, property.Name);
        properties.InsertBefore(
            properties.Children.FirstOrDefault(c => Array.IndexOf(Order, c.Name) >= place),
            property
        );
    }
}
