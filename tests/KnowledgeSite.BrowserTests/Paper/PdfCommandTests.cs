using System.Text;
using UglyToad.PdfPig;

namespace KnowledgeSite.BrowserTests.Paper;

/// <summary>Tests <c>knowledgesite pdf</c> with the installed browser.</summary>
public sealed class PdfCommandTests(PrintedFolder printed) : IClassFixture<PrintedFolder>, IDisposable
{
    private readonly PrintedFolder _copy = printed.Copy();

    public void Dispose() => _copy.Dispose();

    [Fact]
    public async Task It_prints_the_sheets_in_both_paper_sizes_into_a_site_that_links_to_them()
    {
        Assert.Contains("Printed 10 PDFs", printed.Output);
        var names = Directory
            .GetFiles(Path.Combine(printed.Path, "output", "handouts"))
            .Select(f => Path.GetFileName(f)!)
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "home-pack-a4.pdf",
                "home-pack-letter.pdf",
                "talk-facilitator-a4.pdf",
                "talk-facilitator-large-a4.pdf",
                "talk-facilitator-large-letter.pdf",
                "talk-facilitator-letter.pdf",
                "talk-participant-a4.pdf",
                "talk-participant-large-a4.pdf",
                "talk-participant-large-letter.pdf",
                "talk-participant-letter.pdf",
            ],
            names
        );
        Assert.Contains(
            "href=\"../handouts/talk-participant-a4.pdf\"",
            await File.ReadAllTextAsync(Path.Combine(printed.Path, "output", "talk", "index.html"))
        );

        using var pdf = PdfDocument.Open(await printed.PdfAsync("talk-participant-a4"));
        var pages = pdf.GetPages().ToList();
        Assert.All(pages, p => Assert.Equal((595, 842), (Math.Round(p.Width), Math.Round(p.Height))));
        Assert.Contains("StructTreeRoot", pdf.Structure.Catalog.CatalogDictionary.Data.Keys);
        Assert.Contains("Outlines", pdf.Structure.Catalog.CatalogDictionary.Data.Keys);
        var links = pages.SelectMany(p => p.GetHyperlinks()).Select(h => h.Uri).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, l => Assert.StartsWith("https://kb.example/", l));
        var bytes = Encoding.Latin1.GetString(await printed.PdfAsync("talk-participant-a4"));
        Assert.DoesNotContain("file://", bytes);
        Assert.DoesNotContain(printed.Path, bytes);
        var pack = PrintedPages.Read(await printed.PdfAsync("home-pack-a4"));
        Assert.Matches("Talkfacilitatorguide2\\D*2?Talkparticipantsheet3", pack[0]);
        Assert.StartsWith("Page2of3Homeallhandouts", pack[1]);
        Assert.Contains("Facilitatorguide0minutesTalk", pack[1]);
        Assert.Contains("Participantsheet0minutesTalk", pack[2]);
        using var letter = PdfDocument.Open(await printed.PdfAsync("talk-participant-letter"));
        Assert.All(letter.GetPages(), p => Assert.Equal((612, 792), (p.Width, p.Height)));
    }

    [Fact]
    public async Task Unchanged_PDFs_are_not_printed_again()
    {
        var before = await _copy.PdfAsync("talk-participant-a4");
        Assert.Equal(0, await _copy.RunAsync(PrintedFolder.Workshop + "::: facilitator\nWait.\n:::\n"));
        Assert.Contains("Printed 6 PDFs", _copy.Output);
        Assert.Contains("; 4 are unchanged.", _copy.Output);
        Assert.Equal(before, await _copy.PdfAsync("talk-participant-a4"));
        Assert.Contains(
            PrintedPages.Read(await _copy.PdfAsync("talk-facilitator-a4")),
            p => p.Contains("Wait", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_sheet_with_more_pages_than_it_declares_is_an_error()
    {
        Assert.Equal(
            1,
            await _copy.RunAsync(
                PrintedFolder.Workshop.Replace(
                    "## Second",
                    "::: participant\n::: lines 10\n:::\n\n## Second",
                    StringComparison.Ordinal
                )
            )
        );
        Assert.Contains(
            "talk.md:3:8: error KS539: The participant sheet has 2 pages on A4 paper and may have 1.",
            _copy.Output
        );
        Assert.Contains("The participant sheet has 2 pages on Letter paper", _copy.Output);
    }
}
