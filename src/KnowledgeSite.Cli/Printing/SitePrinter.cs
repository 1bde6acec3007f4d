using System.Collections.Concurrent;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Handouts;

namespace KnowledgeSite.Cli.Printing;

/// <summary>
/// Prints all that a site has for paper, a few sheets at a time. What was printed before and is still the same is not
/// printed again.
/// </summary>
internal sealed class SitePrinter(string browser)
{
    private const int MostAtOnce = 4;

    /// <summary>So often the numbers of a pack's contents may move the pages they stand for.</summary>
    private const int MostTries = 4;

    /// <returns>The PDFs in the order of their names, and what is wrong with them. A failure of the browser ends it
    /// with <see cref="PrintingException"/>.</returns>
    public async Task<PrintedSite> PrintAsync(
        BuildResult built,
        IReadOnlyList<OutputFile> last,
        CancellationToken cancellation
    )
    {
        var folder = Directory.CreateTempSubdirectory("knowledgesite-");
        try
        {
            return await PrintAsync(built, last.ToDictionary(f => f.Path), folder.FullName, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<PrintedSite> PrintAsync(
        BuildResult built,
        Dictionary<SitePath, OutputFile> last,
        string folder,
        CancellationToken cancellation
    )
    {
        var baseUrl = built.Site!.Settings.BaseUrl;
        var copy = new PaperCopy(folder, baseUrl);
        var pages = built.Files.DistinctBy(f => f.Path).ToDictionary(f => f.Path);
        copy.WriteAssets(built.Files);
        var printer = new BrowserPrinter(browser, Path.Combine(folder, "profiles"));
        var (files, findings, kept) = (new ConcurrentBag<OutputFile>(), new ConcurrentBag<Diagnostic>(), 0);
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Math.Min(MostAtOnce, Environment.ProcessorCount),
            CancellationToken = cancellation,
        };
        await Parallel.ForEachAsync(
            Printout.List(built.Site),
            options,
            async (printout, stop) =>
            {
                var mark = PrintMark.Compute(printout, pages[printout.Page], baseUrl);
                var bytes =
                    last.TryGetValue(printout.File, out var before)
                    && before.ToBytes() is var earlier
                    && PrintMark.Read(earlier) == mark
                        ? earlier
                        : null;
                if (bytes is not null)
                    Interlocked.Increment(ref kept);
                bytes ??= PrintMark.Put(
                    mark,
                    await PrintAsync(printer, copy, printout, copy.HtmlOf(printout, pages[printout.Page]), stop)
                );
                files.Add(OutputFile.OfBytes(printout.File, bytes));
                if (printout.Limit is { } limit && new PdfFile(bytes).PageCount is var count && count > limit.Most)
                    findings.Add(
                        Diagnostic.At(
                            WorkshopRules.TooManyPages,
                            limit.Source,
                            limit.Span,
                            limit.Kind,
                            count,
                            printout.Paper,
                            limit.Most,
                            limit.Key
                        )
                    );
            }
        );
        return new([.. files.OrderBy(f => f.Path)], kept, [.. findings.Order(Diagnostic.Order)]);
    }

    /// <summary>A pack whose numbers find no rest is printed without any.</summary>
    private static async Task<byte[]> PrintAsync(
        BrowserPrinter printer,
        PaperCopy copy,
        Printout printout,
        string html,
        CancellationToken stop
    )
    {
        if (!PageNumbers.HasContents(html))
            return await OnceAsync(html);
        IReadOnlyDictionary<string, int> shown = new Dictionary<string, int>();
        for (var tries = 0; tries < MostTries; tries++)
        {
            var pdf = await OnceAsync(PageNumbers.Put(html, shown));
            var pages = new PdfFile(pdf).PagesOfIds();
            if (PageNumbers.AreShown(html, shown, pages))
                return pdf;
            shown = pages;
        }

        return await OnceAsync(html);

        async Task<byte[]> OnceAsync(string text)
        {
            var pdf = copy.PdfOf(printout);
            File.Delete(pdf);
            if (await printer.PrintAsync(copy.Write(printout, text), pdf, stop) is { } said)
                throw new PrintingException(printout.File, said);
            return await File.ReadAllBytesAsync(pdf, stop);
        }
    }
}

/// <param name="Kept">So many were printed before.</param>
/// <param name="Findings">Sheets that take more paper than they say.</param>
internal sealed record PrintedSite(IReadOnlyList<OutputFile> Files, int Kept, IReadOnlyList<Diagnostic> Findings);

/// <summary>The browser printed nothing.</summary>
internal sealed class PrintingException(SitePath file, string said)
    : Exception($"The browser did not print '{file}'. {said}");
