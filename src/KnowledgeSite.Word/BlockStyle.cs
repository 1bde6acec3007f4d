namespace KnowledgeSite.Word;

/// <summary>The format of the paragraphs within an element.</summary>
internal sealed record BlockStyle(TextStyle Text)
{
    /// <summary>The fill of callouts, and of the spaces in which readers write.</summary>
    private const string Fill = "F1F5F9";

    /// <summary>The style of paragraphs that have none of their own.</summary>
    public string? Name { get; init; }

    /// <summary>The indentation in twentieths of a point.</summary>
    public int Indent { get; init; }

    /// <summary>How far the first line of a list item begins before the others, in twentieths of a point.</summary>
    public int Hanging { get; init; }

    /// <summary>The number of lists around the element.</summary>
    public int ListDepth { get; init; }

    /// <summary>The number of tables around the element.</summary>
    public int TableDepth { get; init; }

    /// <summary>True in callouts, whose paragraphs are shaded.</summary>
    public bool IsCallout { get; init; }

    /// <summary>True in forms, where empty table cells are fields.</summary>
    public bool IsForm { get; init; }

    /// <summary>The alignment of the text, such as "center".</summary>
    public string? Alignment { get; init; }

    /// <summary>Creates a paragraph.</summary>
    /// <param name="list">The number of the list of which the paragraph begins an item; null for others.</param>
    public WordElement CreateParagraph(string? style = null, int? list = null)
    {
        var properties = new WordElement("w:pPr");
        var isItem = list is not null;
        if ((style ?? (isItem && TableDepth == 0 ? ListNumbers.Style : Name)) is { } name)
            properties.Add(new("w:pStyle", name));
        if (list is { } number and not ListNumbers.Checkboxes)
            properties.Add(
                new(
                    "w:numPr",
                    new WordElement("w:ilvl", $"{Math.Min(ListDepth - 1, ListNumbers.MaxLevels - 1)}"),
                    new WordElement("w:numId", $"{number}")
                )
            );
        if (IsCallout)
        {
            var border = new WordElement("w:left", "single")
                .Set("w:color", "475569")
                .Set("w:sz", "24")
                .Set("w:space", "8");
            properties.Add(new("w:pBdr", border));
            properties.Add(new WordElement("w:shd", "clear").Set("w:color", "auto").Set("w:fill", Fill));
        }

        if (Text.IsRightToLeft)
            properties.Add(new("w:bidi"));
        if (Indent > 0)
        {
            var indent = new WordElement("w:ind").Set("w:left", $"{Indent}");
            properties.Add(isItem ? indent.Set("w:hanging", $"{Hanging}") : indent);
        }

        if (Alignment is { } alignment)
            properties.Add(new("w:jc", alignment));
        var paragraph = new WordElement("w:p");
        return properties.First is null ? paragraph : paragraph.Add(properties);
    }
}
