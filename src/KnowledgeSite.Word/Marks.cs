using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeSite.Word;

/// <summary>The formatting of a text.</summary>
[Flags]
internal enum Marks
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Strike = 4,
    Underline = 8,
    Sub = 16,
    Super = 32,
    Highlight = 64,
    Code = 128,
    Link = 256,
    Quiet = 512,
}

/// <summary>How a text is written.</summary>
/// <param name="Language">The language of the text if it is not that of the document; otherwise null.</param>
internal readonly record struct TextStyle(Marks Marks, string? Language, bool IsRightToLeft)
{
    public TextStyle With(Marks marks) => this with { Marks = Marks | marks };

    /// <summary>The properties of a run; null if it has none.</summary>
    public RunProperties? Properties()
    {
        if (Marks == Marks.None && Language is null && !IsRightToLeft)
            return null;
        var properties = new RunProperties();
        if (StyleName is { } style)
            properties.Append(new RunStyle { Val = style });
        if (Marks.HasFlag(Marks.Bold))
            properties.Append(new Bold(), new BoldComplexScript());
        if (Marks.HasFlag(Marks.Italic))
            properties.Append(new Italic(), new ItalicComplexScript());
        if (Marks.HasFlag(Marks.Strike))
            properties.Append(new Strike());
        if (Marks.HasFlag(Marks.Highlight))
            properties.Append(new Highlight { Val = HighlightColorValues.Yellow });
        if (Marks.HasFlag(Marks.Underline))
            properties.Append(new Underline { Val = UnderlineValues.Single });
        if (Marks.HasFlag(Marks.Sub) || Marks.HasFlag(Marks.Super))
            properties.Append(
                new VerticalTextAlignment
                {
                    Val = Marks.HasFlag(Marks.Sub)
                        ? VerticalPositionValues.Subscript
                        : VerticalPositionValues.Superscript,
                }
            );
        if (IsRightToLeft)
            properties.Append(new RightToLeftText());
        if (Language is { } language)
            properties.Append(WordLanguage.Create(language));
        return properties;
    }

    private string? StyleName =>
        Marks.HasFlag(Marks.Code) ? "CodeText"
        : Marks.HasFlag(Marks.Link) ? "Hyperlink"
        : Marks.HasFlag(Marks.Quiet) ? "QuietText"
        : null;
}

/// <summary>Languages as Word writes them: one for each script.</summary>
internal static class WordLanguage
{
    private static readonly string[] EastAsian = ["ja", "zh", "ko"];

    public static Languages Create(string tag) =>
        IsEastAsian(tag) ? new() { EastAsia = tag }
        : Content.WritingDirection.IsRightToLeft(tag) ? new() { Bidi = tag }
        : new() { Val = tag };

    public static bool IsEastAsian(string tag) => EastAsian.Contains(tag.Split('-')[0].ToLowerInvariant());
}
