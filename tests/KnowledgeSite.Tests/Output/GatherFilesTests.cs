using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Output;

namespace KnowledgeSite.Tests.Output;

/// <summary>If two files of the site have the same URL, one is written and both are named.</summary>
public sealed class GatherFilesTests
{
    [Theory]
    [InlineData("/sw.js", "/sw.js")]
    [InlineData("/sw.js", "/SW.js")]
    [InlineData("/caf\u00e9.json", "/cafe\u0301.json")]
    public void A_generated_file_comes_before_a_file_of_the_input(string generated, string own)
    {
        var (files, findings) = Gather(
            ("Assets", [Text(own, "input") with { Source = new("own.js") }]),
            ("Host", [Text(generated, "generated")])
        );
        Assert.Equal(["generated"], files);
        Assert.Equal([("KS432", "own.js")], findings);
    }

    [Fact]
    public void Two_generated_files_with_one_address_are_an_error_that_names_both()
    {
        var (files, findings) = Gather(
            ("Documents", [Text("/a.docx", "first")]),
            ("Exports", [Text("/a.docx", "second")])
        );
        Assert.Equal(["first"], files);
        Assert.Equal([("KS432", null)], findings);
    }

    [Fact]
    public void A_file_that_the_settings_name_comes_first()
    {
        var (files, findings) = Gather(
            ("Host", [Text("/robots.txt", "generated")]),
            ("Assets", [Text("/robots.txt", "own") with { Source = new("robots.txt"), ReplacesGenerated = true }])
        );
        Assert.Equal(["own"], files);
        Assert.Empty(findings);
    }

    [Fact]
    public void A_file_of_the_input_gives_way_to_a_folder_of_pages()
    {
        var (files, findings) = Gather(
            ("Assets", [Text("/v1", "own") with { Source = new("v1") }]),
            ("Html", [Text("/v1/", "page")])
        );
        Assert.Equal(["page"], files);
        Assert.Equal([("KS432", "v1")], findings);
    }

    private static OutputFile Text(string path, string text) => OutputFile.OfText(new(path), text);

    private static (IEnumerable<string> Files, IEnumerable<(string Rule, string? Path)> Findings) Gather(
        params (string Pipeline, IReadOnlyList<OutputFile> Files)[] made
    )
    {
        var diagnostics = new DiagnosticBag();
        var gather = new GatherFiles([
            .. made.Select(m => Pipeline.Constant<IReadOnlyList<OutputFile>>(m.Pipeline, m.Files)),
        ]);
        var files = gather.Execute(
            NoInput.Instance,
            new(pipeline => made.First(m => m.Pipeline == pipeline.Name).Files, diagnostics, CancellationToken.None)
        );
        return (
            files.Select(f => System.Text.Encoding.UTF8.GetString(f.ToBytes())),
            diagnostics.Sorted().Select(d => (d.Rule.Id, d.Location?.Path.Value))
        );
    }
}
