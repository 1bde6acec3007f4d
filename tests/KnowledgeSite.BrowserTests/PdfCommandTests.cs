using System.Text;
using KnowledgeSite.Cli;

namespace KnowledgeSite.BrowserTests;

/// <summary><c>knowledgesite pdf</c> with the browser that is installed.</summary>
public sealed class PdfCommandTests : IDisposable
{
    private const string Workshop = """
        ---
        kind: workshop
        pages: 1
        title: Talk
        ---
        For all.

        ::: lines 16

        ## Second

        [Home](index.md)

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("knowledgesite-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_prints_the_sheets_on_both_papers_into_a_site_that_leads_to_them()
    {
        var (exitCode, said) = await RunAsync(Workshop);
        Assert.Equal(0, exitCode);
        Assert.Contains("Printed 6 PDFs", said);
        var names = Directory.GetFiles(Path.Combine(_folder, "output", "handouts")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);
        Assert.Equal(["home-pack-a4.pdf", "home-pack-letter.pdf", "talk-facilitator-a4.pdf", "talk-facilitator-letter.pdf", "talk-participant-a4.pdf", "talk-participant-letter.pdf"], names);
        Assert.Contains("href=\"../handouts/talk-participant-a4.pdf\"", await File.ReadAllTextAsync(Path.Combine(_folder, "output", "talk", "index.html")));

        var pdf = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(_folder, "output", "handouts", "talk-participant-a4.pdf")));
        Assert.Contains("/MediaBox [0 0 594.95996 841.91998]", pdf);
        Assert.Contains("/StructTreeRoot", pdf);
        Assert.Contains("/Outlines", pdf);
        Assert.Contains("/URI (https://kb.example/", pdf);
        Assert.DoesNotContain("file://", pdf);
        Assert.DoesNotContain(_folder, pdf);
        Assert.Contains("/MediaBox [0 0 612 792]", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(_folder, "output", "handouts", "talk-participant-letter.pdf"))));
    }

    [Fact]
    public async Task A_sheet_that_takes_more_paper_than_it_says_is_an_error()
    {
        var (exitCode, said) = await RunAsync(Workshop.Replace("## Second", "::: lines 10\n\n## Second", StringComparison.Ordinal));
        Assert.Equal(1, exitCode);
        Assert.Contains("talk.md:3:8: error KS539: The participant sheet takes 2 pages on A4 paper and may take 1.", said);
        Assert.Contains("The participant sheet takes 2 pages on Letter paper", said);
    }

    private async Task<(int ExitCode, string Said)> RunAsync(string workshop)
    {
        var input = Directory.CreateDirectory(Path.Combine(_folder, "input")).FullName;
        await File.WriteAllTextAsync(Path.Combine(input, "site.yaml"), "title: Test\nrules:\n  KS530: off\n  KS531: off\n");
        await File.WriteAllTextAsync(Path.Combine(input, "index.md"), "# Home\n");
        await File.WriteAllTextAsync(Path.Combine(input, "talk.md"), workshop);
        using var said = new StringWriter();
        var exitCode = await CommandLine.RunAsync(["pdf", "--input", input, "--output", Path.Combine(_folder, "output"), "--base-url", "https://kb.example/", "--browser", BuiltSite.FindBrowser()], said, said);
        return (exitCode, said.ToString());
    }
}
