using KnowledgeSite.Cli;

namespace KnowledgeSite.BrowserTests.Paper;

/// <summary>Tests which documents <c>knowledgesite pdf</c> prints, and where their pages end.</summary>
public sealed class DocumentPdfTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("knowledgesite-").FullName;

    private string _output = "";

    public DocumentPdfTests()
    {
        Write("site.yaml", "title: Test\n");
        Write("index.md", "# Home\n");
        Write("data/index.md", "# Data\n");
        Write(
            "data/ladder.yaml",
            "title: Data\ndimensions: [scope]\nlevels:\n  - {id: junior, title: Junior, next: [senior]}\n"
                + "  - {id: senior, title: Senior}\n"
        );
        Write(
            "data/dimensions/scope.md",
            "---\nkind: dimension\n---\n# Scope\n\n## Junior {#scope.junior}\n\nDoes a task.\n\n- Asks. "
                + "{#scope.junior.ask}\n\n"
                + "## Senior {#scope.senior}\n\nOwns a product.\n\n- Ships. {#scope.senior.ship}\n"
        );
        Write(
            "forms/summary.md",
            "---\ntitle: Summary\nkind: document\nfor: levels\npages: 1\n---\n"
                + "[{{ level.title }}]({{ level.url }}) in short.\n"
        );
        Write(
            "forms/plan.md",
            "---\ntitle: Plan\nkind: document\nfor: levels\n---\n## First {#first}\n\n::: lines 12\n\n## "
                + "Second {#second}\n\n"
                + "| Statement | Evidence |\n| --- | --- |\n{% for number in (1..60) %}\n| Row{{ number }} "
                + "| |\n{% endfor %}\n"
        );
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Documents_with_a_limit_are_always_printed_and_others_when_somebody_asks()
    {
        Assert.Equal(0, await RunAsync());
        string[] usual =
        [
            "data-junior-sheet-a4.pdf",
            "data-junior-sheet-letter.pdf",
            "data-matrix-a4.pdf",
            "data-matrix-letter.pdf",
            "data-pack-a4.pdf",
            "data-pack-letter.pdf",
            "data-senior-sheet-a4.pdf",
            "data-senior-sheet-letter.pdf",
            "summary-junior-a4.pdf",
            "summary-junior-letter.pdf",
            "summary-senior-a4.pdf",
            "summary-senior-letter.pdf",
        ];
        Assert.Equal(usual, Printed());
        Assert.Contains("handouts/summary-junior-a4.pdf", await PageAsync("forms/summary/junior"));

        // The URLs of links would take more lines than the text.
        Assert.DoesNotContain("https", PrintedPages.Read(await PdfAsync("summary-junior-a4"))[0]);

        Assert.Equal(0, await RunAsync("forms/plan/senior"));
        Assert.Equal([.. usual[..8], "plan-senior-a4.pdf", "plan-senior-letter.pdf", .. usual[8..]], Printed());
        Assert.Contains("Printed 2 PDFs", _output);
        Assert.Contains("handouts/plan-senior-a4.pdf", await PageAsync("forms/plan/senior"));
        Assert.DoesNotContain("handouts/", await PageAsync("forms/plan/junior"));

        Assert.Equal(2, await RunAsync("/data/nowhere/"));
        Assert.Contains("There is nothing to print at '/data/nowhere/'.", _output);
    }

    [Fact]
    public async Task A_long_table_begins_where_the_text_before_it_ends_and_repeats_its_head()
    {
        Assert.Equal(0, await RunAsync("https://kb.example/forms/plan/junior/"));
        foreach (var paper in new[] { "a4", "letter" })
        {
            var pages = PrintedPages.Read(await PdfAsync($"plan-junior-{paper}"));
            Assert.Contains("Row2", pages[0]);
            Assert.All(pages, p => Assert.Contains("StatementEvidence", p));
            Assert.Contains("Row59", pages[^1]);
            Assert.Contains("Row60", pages[^1]);
        }
    }

    [Fact]
    public async Task A_document_with_more_pages_than_its_template_declares_is_an_error()
    {
        var plan = await File.ReadAllTextAsync(Path.Combine(_folder, "input", "forms/plan.md"));
        Write("forms/plan.md", plan.Replace("for: levels\n", "for: levels\npages: 1\n", StringComparison.Ordinal));
        Assert.Equal(1, await RunAsync("forms/plan/senior"));
        Assert.Matches(
            @"forms/plan\.md:5:8: error KS539: The document 'Plan: Senior' has \d pages on A4 paper and may have 1\.",
            _output
        );
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder, "input", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private IEnumerable<string> Printed() =>
        Directory
            .GetFiles(Path.Combine(_folder, "output", "handouts"))
            .Select(f => Path.GetFileName(f)!)
            .Order(StringComparer.Ordinal);

    private Task<byte[]> PdfAsync(string name) =>
        File.ReadAllBytesAsync(Path.Combine(_folder, "output", "handouts", name + ".pdf"));

    private Task<string> PageAsync(string address) =>
        File.ReadAllTextAsync(Path.Combine(_folder, "output", address, "index.html"));

    private async Task<int> RunAsync(params string[] addresses)
    {
        using var output = new StringWriter();
        var exitCode = await CommandLine.RunAsync(
            [
                "pdf",
                .. addresses,
                "--input",
                Path.Combine(_folder, "input"),
                "--output",
                Path.Combine(_folder, "output"),
                "--base-url",
                "https://kb.example/",
                "--browser",
                TestBrowser.Find(),
            ],
            new(output, output)
        );
        _output = output.ToString();
        return exitCode;
    }
}
