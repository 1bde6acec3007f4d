using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>
/// The last line of a PDF says what it was printed from, so that it can be kept for as long as that stays the same and
/// no longer. Behind its end a PDF may have comments, which readers pass over.
/// </summary>
public static partial class PrintMark
{
    private const string Beginning = "%knowledgesite ";

    /// <summary>Counts what changes the print of an unchanged page: raise it with the way of printing.</summary>
    private const int WayOfPrinting = 2;

    /// <param name="page">The finished page, without links to PDFs.</param>
    /// <param name="baseUrl">The links of a PDF begin with it.</param>
    public static string Compute(Printout printout, OutputFile page, Uri? baseUrl)
    {
        var html = Encoding.UTF8.GetString(page.ToBytes());
        var shown = new StringBuilder();
        shown.Append(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{WayOfPrinting} {printout.Paper} {baseUrl}\n"
        );
        foreach (var part in Shown().Matches(html).Select(m => m.Value))
            shown.Append(part);
        return Beginning + ContentHash.Compute(Encoding.UTF8.GetBytes(shown.ToString()));
    }

    /// <summary>Null where the file has none.</summary>
    public static string? Read(byte[] pdf)
    {
        var tail = Encoding.Latin1.GetString(pdf.AsSpan(Math.Max(0, pdf.Length - 100)));
        var start = tail.LastIndexOf(Beginning, StringComparison.Ordinal);
        return start < 0 ? null : tail[start..].TrimEnd('\n');
    }

    public static byte[] Put(string mark, byte[] pdf) =>
        [.. pdf, .. Encoding.Latin1.GetBytes(pdf is [.., (byte)'\n'] ? $"{mark}\n" : $"\n{mark}\n")];

    /// <summary>What the reader of the print sees: the frame is not printed.</summary>
    [GeneratedRegex(
        "<html[^>]*>|<title>.*?</title>|<link rel=\"stylesheet\"[^>]*>|<main.*</main>",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Shown();
}
