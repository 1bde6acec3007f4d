using System.Text;
using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Handouts;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Workshops;

/// <summary>PDFs of the last <c>pdf</c> command are kept by later builds as long as they match the site.</summary>
public sealed class KeptPrintTests : IDisposable
{
    private const string Talk =
        "---\nkind: workshop\ntitle: Talk\n---\nWords for all.\n\n::: facilitator\nA secret.\n:::\n";

    private static readonly Theme.Theme Theme = new();

    private readonly TemporaryFolder _folder = new();

    public KeptPrintTests()
    {
        _folder.Write("input/site.yaml", "title: T\nrules:\n  KS530: off\n  KS531: off\n");
        _folder.Write("input/talk.md", Talk);
        _folder.Write("input/other.md", "# Other\n\nText.\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Another_page_may_change()
    {
        await PrintAsync();
        _folder.Write("input/other.md", "# Other\n\nOther text.\n");
        var built = await BuildAsync();
        Assert.Empty(built.Diagnostics);
        Assert.Equal(10, Pdfs().Count);
        Assert.Contains(
            "handouts/talk-participant-a4.pdf\"",
            await File.ReadAllTextAsync(_folder.Combine("output/talk/index.html"))
        );
    }

    [Fact]
    public async Task A_changed_sheet_loses_its_PDF_and_unchanged_sheets_keep_theirs()
    {
        await PrintAsync();
        _folder.Write("input/talk.md", Talk.Replace("secret", "hint", StringComparison.Ordinal));
        var built = await BuildAsync(strict: true);
        Assert.Equal(
            "info KS541: 6 PDFs in 'output/handouts' are left out, because the page that they were printed from has "
                + "changed or was deleted. Run 'knowledgesite pdf' to print again.\n",
            TestSite.Print(built.Diagnostics).Replace(_folder.Combine("output"), "output", StringComparison.Ordinal)
        );
        Assert.Equal(
            [
                "talk-participant-a4.pdf",
                "talk-participant-large-a4.pdf",
                "talk-participant-large-letter.pdf",
                "talk-participant-letter.pdf",
            ],
            Pdfs()
        );
        var page = await File.ReadAllTextAsync(_folder.Combine("output/talk/index.html"));
        Assert.Contains("talk-participant-a4.pdf", page);
        Assert.DoesNotContain("talk-facilitator-a4.pdf", page);
    }

    [Fact]
    public async Task Another_address_of_the_site_makes_all_of_them_stale()
    {
        await PrintAsync();
        await BuildAsync(baseUrl: "https://other.example/");
        Assert.Empty(Pdfs());
    }

    [Fact]
    public async Task The_PDFs_of_a_removed_workshop_are_deleted()
    {
        await PrintAsync();
        File.Delete(_folder.Combine("input/talk.md"));
        Assert.Contains("10 PDFs in", TestSite.Print((await BuildAsync()).Diagnostics));
        Assert.Empty(Pdfs());
    }

    [Fact]
    public async Task Of_two_builds_in_a_row_the_second_changes_nothing()
    {
        await PrintAsync();
        await BuildAsync();
        var again = await BuildAsync();
        Assert.Equal((0, 0), (again.Written!.Written, again.Written.Removed));
    }

    [Fact]
    public async Task A_matrix_and_a_ladder_lead_to_their_PDFs_while_these_hold()
    {
        _folder.Write(
            "input/ladder/ladder.yaml",
            "title: L\ndimensions: [scope]\nlevels:\n  - id: senior\n    title: Senior\n"
        );
        _folder.Write(
            "input/ladder/dimensions/scope.md",
            "---\nkind: dimension\n---\n# Scope\n\n## Senior {#scope.senior}\n\nOwns a product.\n\n"
                + "- Ships. {#scope.senior.ships}\n"
        );
        await PrintAsync(16);
        Assert.Contains(
            "<a href=\"../../handouts/ladder-matrix-a4.pdf\" download>PDF, A4</a>",
            await File.ReadAllTextAsync(_folder.Combine("output/ladder/matrix/index.html"))
        );
        Assert.Contains(
            "<a href=\"../handouts/ladder-pack-letter.pdf\" download>PDF, Letter</a>",
            await File.ReadAllTextAsync(_folder.Combine("output/ladder/index.html"))
        );
        _folder.Write(
            "input/ladder/dimensions/scope.md",
            "---\nkind: dimension\n---\n# Scope\n\n## Senior {#scope.senior}\n\nOwns two products.\n\n"
                + "- Ships. {#scope.senior.ships}\n"
        );
        await BuildAsync();
        Assert.DoesNotContain(".pdf", await File.ReadAllTextAsync(_folder.Combine("output/ladder/matrix/index.html")));
        Assert.DoesNotContain(Pdfs(), p => p.StartsWith("ladder", StringComparison.Ordinal));
    }

    /// <summary>Writes PDFs as the command <c>pdf</c> does, but without printing pages.</summary>
    private async Task PrintAsync(int count = 10)
    {
        var plain = await RunAsync(null, null, false, []);
        var pages = plain.Files.DistinctBy(f => f.Path).ToDictionary(f => f.Path);
        var printed = Printout
            .List(plain.Site!)
            .Select(p =>
                OutputFile.OfBytes(
                    p.File,
                    PrintMark.Put(
                        PrintMark.Compute(p, pages[p.Page], null),
                        Encoding.UTF8.GetBytes("%PDF-1.4\n%%EOF\n")
                    )
                )
            );
        Assert.Equal(count, printed.Count());
        await RunAsync("output", null, false, [.. printed]);
        Assert.Equal(count, Pdfs().Count);
    }

    private Task<BuildResult> BuildAsync(string? baseUrl = null, bool strict = false) =>
        RunAsync("output", baseUrl, strict, null);

    private Task<BuildResult> RunAsync(string? output, string? baseUrl, bool strict, IReadOnlyList<OutputFile>? printed)
    {
        var options = new BuildOptions(
            _folder.Combine("input"),
            output is null ? null : _folder.Combine(output),
            strict,
            baseUrl is null ? null : new Uri(baseUrl),
            new DateOnly(2026, 11, 20)
        );
        return new SiteBuild(options, new FolderTree(options.Input, _folder.Combine("output")), Theme)
        {
            Printed = printed,
        }.RunAsync(check: false, null, CancellationToken.None);
    }

    private List<string> Pdfs() =>
        Directory.Exists(_folder.Combine("output/handouts"))
            ?
            [
                .. Directory
                    .GetFiles(_folder.Combine("output/handouts"))
                    .Select(f => Path.GetFileName(f)!)
                    .Order(StringComparer.Ordinal),
            ]
            : [];
}
