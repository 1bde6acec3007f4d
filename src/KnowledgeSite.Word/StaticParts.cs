using System.Text;
using DocumentFormat.OpenXml.Packaging;
using KnowledgeSite.Content;

namespace KnowledgeSite.Word;

/// <summary>The parts that all documents share: styles, settings and fonts.</summary>
internal static class StaticParts
{
    private static readonly byte[] Settings = Encoding.UTF8.GetBytes(Read("settings"));
    private static readonly byte[] Fonts = Encoding.UTF8.GetBytes(Read("fontTable"));
    private static readonly string Styles = Read("styles");

    /// <param name="language">The language of the site; the styles name one for each script.</param>
    public static void AddTo(MainDocumentPart main, string language)
    {
        var isEastAsian = WordLanguage.IsEastAsian(language);
        var isRightToLeft = WritingDirection.IsRightToLeft(language);
        var styles = Styles
            .Replace("LATIN", isEastAsian || isRightToLeft ? "en-US" : language, StringComparison.Ordinal)
            .Replace("EASTASIAN", isEastAsian ? language : "ja-JP", StringComparison.Ordinal)
            .Replace("RIGHTTOLEFT", isRightToLeft ? language : "ar-SA", StringComparison.Ordinal);
        Feed(main.AddNewPart<StyleDefinitionsPart>("styles"), Encoding.UTF8.GetBytes(styles));
        Feed(main.AddNewPart<DocumentSettingsPart>("settings"), Settings);
        Feed(main.AddNewPart<FontTablePart>("fonts"), Fonts);
    }

    private static void Feed(OpenXmlPart part, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        part.FeedData(stream);
    }

    private static string Read(string name)
    {
        using var stream = typeof(StaticParts).Assembly.GetManifestResourceStream($"word/{name}.xml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
