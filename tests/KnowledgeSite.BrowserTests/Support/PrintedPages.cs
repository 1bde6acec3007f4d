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

    /// <summary>Without spaces, hyphens and signs, which a line's end may remove or add.</summary>
    public static string LettersOf(string text) => new([.. text.Where(char.IsLetterOrDigit)]);
}
