using System.Collections.Concurrent;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Handouts;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace KnowledgeSite.Cli.Printing;

/// <summary>
/// Prints the handouts, matrices and documents of a site in parallel. PDFs of an earlier run are kept if their pages
/// have not changed.
/// </summary>
/// <param name="asked">The addresses of pages, or of folders of pages, to print; empty for those that are printed by
/// default.</param>
internal sealed class SitePrinter(string browser, IReadOnlyList<SitePath> asked)
{
    private const int MaxParallelPrints = 4;

    /// <summary>
    /// The maximum number of prints until the page numbers in the table of contents of a pack must be stable.
    /// </summary>
    private const int MaxAttempts = 4;

    /// <returns>The PDFs in the order of their names, and the diagnostics about them.</returns>
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
        var files = new ConcurrentBag<OutputFile>();
        var findings = new ConcurrentBag<Diagnostic>();
        var kept = 0;
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Math.Min(MaxParallelPrints, Environment.ProcessorCount),
            CancellationToken = cancellation,
        };
        await Parallel.ForEachAsync(
            Printout.List(built.Site),
            options,
            async (printout, token) =>
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
                else if (!IsAsked(printout))
                    return;
                bytes ??= PrintMark.Put(
                    mark,
                    await PrintAsync(printer, copy, printout, copy.Create(printout, pages[printout.Page]), token)
                );
                files.Add(OutputFile.OfBytes(printout.File, bytes));
                if (printout.Limit is { } limit && PdfFile.CountPages(bytes) is var count && count > limit.Most)
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

    private bool IsAsked(Printout printout) => asked.Count == 0 ? printout.IsDefault : asked.Any(printout.IsBelow);

    /// <summary>Prints one document. A pack whose page numbers do not become stable is printed without them.</summary>
    private static async Task<byte[]> PrintAsync(
        BrowserPrinter printer,
        PaperCopy copy,
        Printout printout,
        PrintablePage page,
        CancellationToken cancellation
    )
    {
        IReadOnlyDictionary<string, int> numbers = new Dictionary<string, int>();
        for (var attempt = 0; page.HasContents && attempt < MaxAttempts; attempt++)
        {
            var pdf = await OnceAsync(numbers);
            var pages = PdfFile.FindPagesOfIds(pdf);
            if (page.Shows(pages))
                return pdf;
            numbers = pages;
        }

        return await OnceAsync(null);

        async Task<byte[]> OnceAsync(IReadOnlyDictionary<string, int>? shown)
        {
            var pdf = copy.PdfOf(printout);
            File.Delete(pdf);
            if (await printer.PrintAsync(copy.Write(printout, page.Write(shown)), pdf, cancellation) is { } message)
                throw new PrintingException(printout.File, message);
            return await File.ReadAllBytesAsync(pdf, cancellation);
        }
    }
}

/// <param name="Kept">The number of PDFs that were kept from an earlier run.</param>
/// <param name="Findings">Diagnostics about documents that have more pages than they promise.</param>
internal sealed record PrintedSite(IReadOnlyList<OutputFile> Files, int Kept, IReadOnlyList<Diagnostic> Findings);

/// <summary>Thrown if the browser did not create a PDF.</summary>
internal sealed class PrintingException(SitePath file, string message)
    : Exception($"The browser did not print '{file}'. {message}");

/// <summary>Reads page numbers from a PDF.</summary>
internal static class PdfFile
{
    public static int CountPages(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.NumberOfPages;
    }

    /// <summary>Finds the page number, from 1, of each id that is the target of a link.</summary>
    public static IReadOnlyDictionary<string, int> FindPagesOfIds(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var catalog = document.Structure.Catalog.CatalogDictionary.Data;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        if (!catalog.TryGetValue("Dests", out var names) || Resolve(names) is not DictionaryToken destinations)
            return numbers;
        var pages = ListPages(catalog["Pages"]).ToList();
        foreach (var (id, destination) in destinations.Data)
            if (Resolve(destination) is ArrayToken { Data: [IndirectReferenceToken page, ..] })
                numbers[id] = pages.IndexOf(page.Data) + 1;
        return numbers;

        IToken Resolve(IToken token) =>
            token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data).Data : token;

        IEnumerable<IndirectReference> ListPages(IToken node) =>
            ((DictionaryToken)Resolve(node)).Data.TryGetValue("Kids", out var kids)
                ? ((ArrayToken)Resolve(kids)).Data.SelectMany(ListPages)
                : [((IndirectReferenceToken)node).Data];
    }
}
