using DocumentFormat.OpenXml.Wordprocessing;

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

    /// <summary>The number of lists around the element.</summary>
    public int ListDepth { get; init; }

    /// <summary>The number of tables around the element.</summary>
    public int TableDepth { get; init; }

    /// <summary>True in callouts, whose paragraphs are shaded.</summary>
    public bool IsCallout { get; init; }

    /// <summary>True in forms, where empty table cells are fields.</summary>
    public bool IsForm { get; init; }

    public JustificationValues? Alignment { get; init; }

    /// <summary>Creates a paragraph.</summary>
    /// <param name="list">The number of the list of which the paragraph begins an item; null for others.</param>
    public Paragraph CreateParagraph(string? style = null, int? list = null)
    {
        var properties = new ParagraphProperties();
        var isItem = list is not null;
        var hanging = list == ListNumbers.Checkboxes ? ListNumbers.CheckboxWidth : ListNumbers.Step;
        if ((style ?? (isItem && TableDepth == 0 ? ListNumbers.Style : Name)) is { } name)
            properties.Append(new ParagraphStyleId { Val = name });
        if (list is { } number and not ListNumbers.Checkboxes)
            properties.Append(
                new NumberingProperties(
                    new NumberingLevelReference { Val = Math.Min(ListDepth - 1, ListNumbers.MaxLevels - 1) },
                    new NumberingId { Val = number }
                )
            );
        if (IsCallout)
            properties.Append(
                new ParagraphBorders(
                    new LeftBorder
                    {
                        Val = BorderValues.Single,
                        Size = 24,
                        Space = 8,
                        Color = "475569",
                    }
                ),
                new Shading
                {
                    Val = ShadingPatternValues.Clear,
                    Color = "auto",
                    Fill = Fill,
                }
            );
        if (Text.IsRightToLeft)
            properties.Append(new BiDi());
        if (Indent > 0)
            properties.Append(
                isItem
                    ? new Indentation { Left = $"{Indent}", Hanging = $"{hanging}" }
                    : new Indentation { Left = $"{Indent}" }
            );
        if (Alignment is { } alignment)
            properties.Append(new Justification { Val = alignment });
        return properties.HasChildren ? new(properties) : new();
    }
}
