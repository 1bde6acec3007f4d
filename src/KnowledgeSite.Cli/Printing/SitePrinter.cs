using System.Collections.Concurrent;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Handouts;

namespace KnowledgeSite.Cli.Printing;

/// <summary>Prints all that a site has for paper, a few sheets at a time.</summary>
internal sealed class SitePrinter(string browser)
{
    private const int MostAtOnce = 4;

    /// <returns>The PDFs in the order of their names, and what is wrong with them. A failure of the browser ends it with <see cref="PrintingException"/>.</returns>
    public async Task<PrintedSite> PrintAsync(BuildResult built, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("knowledgesite-");
        try
        {
            return await PrintAsync(built, folder.FullName, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<PrintedSite> PrintAsync(BuildResult built, string folder, CancellationToken cancellation)
    {
        var copy = new PaperCopy(folder, built.Site!.Settings.BaseUrl);
        var pages = built.Files.DistinctBy(f => f.Path).ToDictionary(f => f.Path);
        copy.WriteAssets(built.Files);
        var printer = new BrowserPrinter(browser, Path.Combine(folder, "profiles"));
        var (files, findings) = (new ConcurrentBag<OutputFile>(), new ConcurrentBag<Diagnostic>());
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(MostAtOnce, Environment.ProcessorCount), CancellationToken = cancellation };
        await Parallel.ForEachAsync(Printout.Of(built.Site), options, async (printout, stop) =>
        {
            var pdf = Path.Combine(folder, Path.GetFileName(printout.File.Value));
            if (await printer.PrintAsync(copy.Write(printout, pages[printout.Page]), pdf, stop) is { } said) throw new PrintingException(printout.File, said);
            var bytes = await File.ReadAllBytesAsync(pdf, stop);
            files.Add(OutputFile.OfBytes(printout.File, bytes));
            if (printout.Limit is { } limit && PdfPages.CountIn(bytes) is var count && count > limit.Most)
                findings.Add(Diagnostic.At(WorkshopRules.TooManyPages, limit.Source, limit.Span, limit.Kind, count, printout.Paper, limit.Most, limit.Key));
        });
        return new([.. files.OrderBy(f => f.Path)], [.. findings.Order(Diagnostic.Order)]);
    }
}

/// <param name="Findings">Sheets that take more paper than they say.</param>
internal sealed record PrintedSite(IReadOnlyList<OutputFile> Files, IReadOnlyList<Diagnostic> Findings);

/// <summary>The browser printed nothing.</summary>
internal sealed class PrintingException(SitePath file, string said) : Exception($"The browser did not print '{file}'. {said}");
