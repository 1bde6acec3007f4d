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

/// <summary>The formatting, language and direction of a text.</summary>
/// <param name="Language">The language of the text if it is not that of the document; otherwise null.</param>
internal readonly record struct TextStyle(Marks Marks, string? Language, bool IsRightToLeft)
{
    public TextStyle With(Marks marks) => this with { Marks = Marks | marks };

    /// <summary>The properties of a run; null if it has none.</summary>
    public WordElement? Properties()
    {
        if (Marks == Marks.None && Language is null && !IsRightToLeft)
            return null;
        var properties = new WordElement("w:rPr");
        if (StyleName is { } style)
            properties.Add(new("w:rStyle", style));
        if (Marks.HasFlag(Marks.Bold))
            properties.Add(new("w:b")).Add(new("w:bCs"));
        if (Marks.HasFlag(Marks.Italic))
            properties.Add(new("w:i")).Add(new("w:iCs"));
        if (Marks.HasFlag(Marks.Strike))
            properties.Add(new("w:strike"));
        if (Marks.HasFlag(Marks.Highlight))
            properties.Add(new("w:highlight", "yellow"));
        if (Marks.HasFlag(Marks.Underline))
            properties.Add(new("w:u", "single"));
        if (Marks.HasFlag(Marks.Sub) || Marks.HasFlag(Marks.Super))
            properties.Add(new("w:vertAlign", Marks.HasFlag(Marks.Sub) ? "subscript" : "superscript"));
        if (IsRightToLeft)
            properties.Add(new("w:rtl"));
        if (Language is { } language)
            properties.Add(WordLanguage.Create(language));
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

    public static WordElement Create(string tag) =>
        new WordElement("w:lang").Set(
            IsEastAsian(tag) ? "w:eastAsia"
                : Content.WritingDirection.IsRightToLeft(tag) ? "w:bidi"
                : "w:val",
            tag
        );

    public static bool IsEastAsian(string tag) => EastAsian.Contains(tag.Split('-')[0].ToLowerInvariant());
}
