using System.Text;
using KnowledgeSite.Content;

namespace KnowledgeSite.Word;

/// <summary>The parts that all documents share: styles, settings and fonts.</summary>
internal static class StaticParts
{
    private static readonly byte[] Settings = Encoding.UTF8.GetBytes(Read("settings"));
    private static readonly byte[] Fonts = Encoding.UTF8.GetBytes(Read("fontTable"));
    private static readonly string Styles = Read("styles");

    /// <param name="language">The language of the site; the styles name one for each script.</param>
    public static void AddTo(WordPackage package, string language)
    {
        var isEastAsian = WordLanguage.IsEastAsian(language);
        var isRightToLeft = WritingDirection.IsRightToLeft(language);
        var styles = Styles
            .Replace("LATIN", isEastAsian || isRightToLeft ? "en-US" : language, StringComparison.Ordinal)
            .Replace("EASTASIAN", isEastAsian ? language : "ja-JP", StringComparison.Ordinal)
            .Replace("RIGHTTOLEFT", isRightToLeft ? language : "ar-SA", StringComparison.Ordinal);
        package.AddPart("styles", Encoding.UTF8.GetBytes(styles));
        package.AddPart("settings", Settings);
        package.AddPart("fontTable", Fonts);
    }

    private static string Read(string name)
    {
        using var stream = typeof(StaticParts).Assembly.GetManifestResourceStream($"word/{name}.xml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
