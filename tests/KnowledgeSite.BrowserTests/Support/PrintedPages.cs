using UglyToad.PdfPig;

namespace KnowledgeSite.BrowserTests.Support;

/// <summary>The letters and digits on each page of a PDF, in the order they were painted.</summary>
internal static class PrintedPages
{
    public static IReadOnlyList<string> Read(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(p => LettersOf(string.Concat(p.Letters.Select(l => l.Value))))];
    }

    /// <summary>The text without spaces, hyphens and signs, because a line break may remove or add them.</summary>
    public static string LettersOf(string text) => new([.. text.Where(char.IsLetterOrDigit)]);
}
