using System.Buffers;
using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Handouts;

/// <summary>Selects the earlier printed PDFs that are still up to date; all others are dropped.</summary>
/// <param name="pages">The pages to print, without links to PDFs.</param>
internal sealed class PreservedPdfs(
    IEnumerable<Printout> printouts,
    IReadOnlyDictionary<SitePath, OutputFile> pages,
    Uri? baseUrl
)
{
    private readonly Dictionary<SitePath, Printout> _printouts = printouts.ToDictionary(p => p.File);

    public IReadOnlyList<OutputFile> Collect(
        IReadOnlyList<OutputFile> printed,
        string? output,
        DiagnosticBag diagnostics
    )
    {
        var kept = printed.AsParallel().AsOrdered().Where(IsCurrent).ToList();
        var dropped = printed.Count - kept.Count;
        if (dropped > 0)
            diagnostics.Add(
                Diagnostic.OfSite(
                    WorkshopRules.OutdatedPdf,
                    dropped == 1 ? "1 PDF" : $"{dropped} PDFs",
                    $"{output}/{Printout.Folder}",
                    dropped == 1 ? "is" : "are",
                    dropped == 1 ? "it was" : "they were"
                )
            );
        return kept;
    }

    private bool IsCurrent(OutputFile pdf) =>
        _printouts.TryGetValue(pdf.Path, out var printout)
        && PrintMark.Read(pdf.ToBytes()) is { } mark
        && mark == PrintMark.Compute(printout, pages[printout.Page], baseUrl);
}

/// <summary>
/// Marks a PDF with a hash of the page from which it was printed, to keep it only as long as the page is unchanged. The
/// mark is a comment after the end of the PDF, which readers ignore.
/// </summary>
internal static class PrintMark
{
    private const string Prefix = "%knowledgesite ";

    /// <summary>The version of the print settings; increase it if they change the print of an unchanged page.</summary>
    private const int PrintVersion = 2;

    /// <summary>The mark of a page. It depends on the parts that are printed, that is not on the frame.</summary>
    /// <param name="page">The rendered page, without links to PDFs.</param>
    /// <param name="baseUrl">The base URL for the links of the PDF.</param>
    public static string Compute(Printout printout, OutputFile page, Uri? baseUrl)
    {
        var html = new BodyHtml(page.ToBytes(), []);
        var printed = new ArrayBufferWriter<byte>();
        Encoding.UTF8.GetBytes($"{PrintVersion} {printout.Paper} {baseUrl}\n", printed);
        for (var i = 0; i < html.Tags.Length; i++)
        {
            var tag = html.Tags[i];
            var end = tag.Name switch
            {
                "html" => i,
                "link" when html.GetAttribute(tag, "rel"u8) == "stylesheet" => i,
                "title" or "main" => html.FindLastTag(i),
                _ => -1,
            };
            if (end < 0 || tag.IsEnd)
                continue;
            printed.Write(html.Utf8.AsSpan(tag.Start..html.Tags[end].End));
            i = end;
        }

        return Prefix + ContentHash.Compute(printed.WrittenSpan);
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
}
