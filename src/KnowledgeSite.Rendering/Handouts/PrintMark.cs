using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>
/// Marks a PDF with a hash of the page from which it was printed, to keep it only as long as the page is unchanged. The
/// mark is a comment after the end of the PDF, which readers ignore.
/// </summary>
internal static partial class PrintMark
{
    private const string Prefix = "%knowledgesite ";

    /// <summary>The version of the print settings; increase it if they change the print of an unchanged page.</summary>
    private const int PrintVersion = 2;

    /// <param name="page">The rendered page, without links to PDFs.</param>
    /// <param name="baseUrl">The base URL for the links of the PDF.</param>
    public static string Compute(Printout printout, OutputFile page, Uri? baseUrl)
    {
        var html = Encoding.UTF8.GetString(page.ToBytes());
        var shown = new StringBuilder();
        shown.Append(System.Globalization.CultureInfo.InvariantCulture, $"{PrintVersion} {printout.Paper} {baseUrl}\n");
        foreach (var part in Shown().Matches(html).Select(m => m.Value))
            shown.Append(part);
        return Prefix + ContentHash.Compute(Encoding.UTF8.GetBytes(shown.ToString()));
    }

    /// <summary>Reads the mark; null if the file has none.</summary>
    public static string? Read(byte[] pdf)
    {
        var tail = Encoding.Latin1.GetString(pdf.AsSpan(Math.Max(0, pdf.Length - 100)));
        var start = tail.LastIndexOf(Prefix, StringComparison.Ordinal);
        return start < 0 ? null : tail[start..].TrimEnd('\n');
    }

    public static byte[] Put(string mark, byte[] pdf) =>
        [.. pdf, .. Encoding.Latin1.GetBytes(pdf is [.., (byte)'\n'] ? $"{mark}\n" : $"\n{mark}\n")];

    /// <summary>Matches the parts of the page that are printed, that is without the frame.</summary>
    [GeneratedRegex(
        "<html[^>]*>|<title>.*?</title>|<link rel=\"stylesheet\"[^>]*>|<main.*</main>",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Shown();
}
