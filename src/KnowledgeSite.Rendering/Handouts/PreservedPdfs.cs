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
