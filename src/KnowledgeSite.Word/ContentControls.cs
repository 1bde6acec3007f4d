using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Office2010 = DocumentFormat.OpenXml.Office2010.Word;
using Office2013 = DocumentFormat.OpenXml.Office2013.Word;

namespace KnowledgeSite.Word;

/// <summary>Creates content controls: the fields of a document in which readers write, and the statements.</summary>
internal static class ContentControls
{
    private const string Checked = "2612";
    private const string Unchecked = "2610";
    private const string SignFont = "MS Gothic";

    /// <summary>A field within a line of text.</summary>
    public static SdtRun Field(ControlName name, string placeholder, TextStyle style) =>
        new(
            Properties(name, new ShowingPlaceholder(), new SdtContentText()),
            new SdtContentRun(Placeholder(placeholder, style))
        );

    /// <summary>A field of one or more paragraphs.</summary>
    /// <param name="paragraph">The empty paragraph with the format of the field.</param>
    public static SdtBlock Block(ControlName name, string placeholder, Paragraph paragraph, TextStyle style)
    {
        paragraph.Append(Placeholder(placeholder, style));
        return new(
            Properties(name, new ShowingPlaceholder(), new SdtContentRichText()),
            new SdtContentBlock(paragraph)
        );
    }

    /// <summary>A list of options of which readers choose one. Until then it shows all of them.</summary>
    public static SdtRun Choice(ControlName name, IReadOnlyList<string> options, TextStyle style)
    {
        var list = new SdtContentDropDownList();
        foreach (var option in options.Distinct(StringComparer.Ordinal).Where(o => o.Length > 0))
            list.Append(new ListItem { DisplayText = option, Value = option });
        return new(
            Properties(name, new ShowingPlaceholder(), list),
            new SdtContentRun(Placeholder(string.Join(" / ", options), style))
        );
    }

    public static SdtRun Checkbox(ControlName name, bool isChecked) =>
        new(
            Properties(
                name,
                new Office2010.SdtContentCheckBox(
                    new Office2010.Checked
                    {
                        Val = isChecked ? Office2010.OnOffValues.One : Office2010.OnOffValues.Zero,
                    },
                    new Office2010.CheckedState { Val = Checked, Font = SignFont },
                    new Office2010.UncheckedState { Val = Unchecked, Font = SignFont }
                )
            ),
            new SdtContentRun(
                new Run(
                    new RunProperties(
                        new RunFonts
                        {
                            Ascii = SignFont,
                            HighAnsi = SignFont,
                            EastAsia = SignFont,
                            Hint = FontTypeHintValues.EastAsia,
                        }
                    ),
                    new Text(isChecked ? "☒" : "☐")
                )
            )
        );

    /// <summary>A statement of a ladder, which an import finds by its tag. It has no visible frame.</summary>
    public static SdtRun Statement(string id, int number) =>
        new(
            Properties(new(id, TagOf(id), number), new Office2013.Appearance { Val = Office2013.SdtAppearance.Hidden }),
            new SdtContentRun()
        );

    /// <summary>The id of the statement, or the name of its bookmark if the id is too long for Word.</summary>
    public static string TagOf(string id) => id.Length <= 64 ? id : BookmarkName.FromId(id);

    private static SdtProperties Properties(ControlName name, params OpenXmlElement[] others)
    {
        var properties = new SdtProperties(new SdtAlias { Val = XmlText.Name(name.Label) });
        if (name.Tag is { } tag)
            properties.Append(new Tag { Val = tag });
        properties.Append(new SdtId { Val = name.Id });
        properties.Append(others);
        return properties;
    }

    private static Run Placeholder(string text, TextStyle style)
    {
        var properties = new RunProperties(new RunStyle { Val = "PlaceholderText" });
        if (style.IsRightToLeft)
            properties.Append(new RightToLeftText());
        return new(properties, new Text(XmlText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
    }
}

/// <summary>How a content control is known.</summary>
/// <param name="Label">The question that it answers, for readers.</param>
/// <param name="Tag">The name for programs; null for a field that no form of the site has.</param>
/// <param name="Id">The number, unique in the document.</param>
internal readonly record struct ControlName(string Label, string? Tag, int Id);
