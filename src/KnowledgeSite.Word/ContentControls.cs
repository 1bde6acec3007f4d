namespace KnowledgeSite.Word;

/// <summary>Creates content controls: the fields of a document in which readers write, and the statements.</summary>
internal static class ContentControls
{
    private const string Checked = "2612";
    private const string Unchecked = "2610";
    private const string SignFont = "MS Gothic";

    /// <summary>A field within a line of text.</summary>
    public static WordElement Field(ControlName name, string placeholder, TextStyle style) =>
        Control(name, [ShowsPlaceholder(), new("w:text")], Placeholder(placeholder, style));

    /// <summary>A field of one or more paragraphs.</summary>
    /// <param name="paragraph">The empty paragraph with the format of the field.</param>
    public static WordElement Block(ControlName name, string placeholder, WordElement paragraph, TextStyle style) =>
        Control(name, [ShowsPlaceholder(), new("w:richText")], paragraph.Add(Placeholder(placeholder, style)));

    /// <summary>A list of options of which readers choose one. Until then it shows all of them.</summary>
    public static WordElement Choice(ControlName name, IReadOnlyList<string> options, TextStyle style)
    {
        var list = new WordElement("w:dropDownList");
        foreach (var option in options.Distinct(StringComparer.Ordinal).Where(o => o.Length > 0))
            list.Add(new WordElement("w:listItem").Set("w:displayText", option).Set("w:value", option));
        return Control(name, [ShowsPlaceholder(), list], Placeholder(string.Join(" / ", options), style));
    }

    public static WordElement Checkbox(ControlName name, bool isChecked)
    {
        var fonts = new WordElement("w:rFonts")
            .Set("w:hint", "eastAsia")
            .Set("w:ascii", SignFont)
            .Set("w:hAnsi", SignFont)
            .Set("w:eastAsia", SignFont);
        return Control(
            name,
            [
                new(
                    "w14:checkbox",
                    new WordElement("w14:checked").Set("w14:val", isChecked ? "1" : "0"),
                    new WordElement("w14:checkedState").Set("w14:font", SignFont).Set("w14:val", Checked),
                    new WordElement("w14:uncheckedState").Set("w14:font", SignFont).Set("w14:val", Unchecked)
                ),
            ],
            new("w:r", new WordElement("w:rPr", fonts), WordElement.OfText(isChecked ? "☒" : "☐"))
        );
    }

    /// <summary>A statement of a ladder, which an import finds by its tag. It has no visible frame.</summary>
    /// <param name="content">Receives what the statement says.</param>
    public static WordElement Statement(string id, int number, out WordElement content)
    {
        var control = Control(
            new(id, TagOf(id), number),
            [new WordElement("w15:appearance").Set("w15:val", "hidden")],
            null
        );
        content = control.Last!;
        return control;
    }

    /// <summary>The id of the statement, or the name of its bookmark if the id is too long for Word.</summary>
    public static string TagOf(string id) => id.Length <= 64 ? id : BookmarkName.FromId(id);

    private static WordElement Control(ControlName name, ReadOnlySpan<WordElement> others, WordElement? content)
    {
        var properties = new WordElement("w:sdtPr", new WordElement("w:alias", XmlText.Name(name.Label)));
        if (name.Tag is { } tag)
            properties.Add(new("w:tag", tag));
        properties.Add(new("w:id", $"{name.Id}"));
        foreach (var other in others)
            properties.Add(other);
        return new("w:sdt", properties, content is null ? new("w:sdtContent") : new("w:sdtContent", content));
    }

    private static WordElement ShowsPlaceholder() => new("w:showingPlcHdr");

    private static WordElement Placeholder(string text, TextStyle style)
    {
        var properties = new WordElement("w:rPr", new WordElement("w:rStyle", "PlaceholderText"));
        if (style.IsRightToLeft)
            properties.Add(new("w:rtl"));
        var written = new WordElement("w:t") { Text = XmlText.Clean(text) };
        return new("w:r", properties, written.Set("xml:space", "preserve"));
    }
}

/// <summary>The names of a content control.</summary>
/// <param name="Label">The question that it answers, for readers.</param>
/// <param name="Tag">The name for programs; null for a field that no form of the site has.</param>
/// <param name="Id">The number, unique in the document.</param>
internal readonly record struct ControlName(string Label, string? Tag, int Id);
