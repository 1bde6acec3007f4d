using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Ladders;

/// <summary>
/// Compares a matrix with its Markdown, which is read here by lines and not by the parser of the generator.
/// </summary>
public sealed partial class MatrixTextTests
{
    [Fact]
    public void Every_cell_of_the_matrix_says_what_the_markdown_says()
    {
        var matrix = new HtmlParser().ParseDocument(Matrix("data-science"));
        var written = Directory
            .GetFiles(Path.Combine(FixtureSite.Input, "ladders", "data-science", "dimensions"), "*.md")
            .SelectMany(Cells)
            .ToList();
        Assert.Equal(56, written.Count);
        Assert.Equal(
            written.Select(c => c.Id).Order(StringComparer.Ordinal),
            matrix.QuerySelectorAll("td[id]").Select(td => td.Id!).Order(StringComparer.Ordinal)
        );
        foreach (var raises in matrix.QuerySelectorAll(".raises"))
            raises.Remove();
        foreach (var cell in written)
        {
            var shown = matrix.GetElementById(cell.Id)!;
            var summary = cell.Summary.Replace("No increase here:", "No change:", StringComparison.Ordinal);
            Assert.Equal(summary, Words(shown.QuerySelector(".cell-summary, .quiet")));
            Assert.Equal(cell.Signals, shown.QuerySelectorAll(".signals > li").Select(li => (li.Id!, Words(li))));
        }
    }

    [Fact]
    public void The_matrix_of_an_overlay_leads_to_that_of_its_base() =>
        Assert.Contains(
            new HtmlParser().ParseDocument(Matrix("machine-learning-scientist")).QuerySelectorAll(".actions a"),
            a => a.GetAttribute("href") == "../../../ladders/data-science/matrix/"
        );

    private static string Matrix(string ladder)
    {
        var options = new BuildOptions("input", null, Strict: false, null, new DateOnly(2026, 11, 20));
        var result = new SiteBuild(options, new FolderTree(FixtureSite.Input), new Theme.Theme())
            .RunAsync(check: false, null, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        return Encoding.UTF8.GetString(
            result.Files.Single(f => f.Path.Value == $"/ladders/{ladder}/matrix/").ToBytes()
        );
    }

    private static IEnumerable<WrittenText> Cells(string file) =>
        CellStart()
            .Split(File.ReadAllText(file))
            .Skip(1)
            .Chunk(2)
            .Select(pair =>
            {
                var lines = pair[1].Split(":::")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
                var signals = lines
                    .Select(l => Signal().Match(l))
                    .Where(m => m.Success)
                    .Select(m => (m.Groups["id"].Value, Plain(m.Groups["text"].Value)))
                    .ToList();
                return new WrittenText(pair[0], Plain(lines.First(l => !l.StartsWith('-'))), signals);
            });

    /// <summary>The text without the marks of links and emphasis.</summary>
    private static string Plain(string markdown) =>
        Blanks().Replace(Link().Replace(markdown, "$1").Replace("*", "", StringComparison.Ordinal), " ").Trim();

    private static string Words(IElement? element) => Blanks().Replace(element?.TextContent ?? "", " ").Trim();

    [GeneratedRegex(@"^## [^\n]*\{#([\w.-]+)[^\n]*\}\n", RegexOptions.Multiline)]
    private static partial Regex CellStart();

    [GeneratedRegex(@"^- (?<text>.*?) \{#(?<id>[\w.-]+)[^}]*\}$")]
    private static partial Regex Signal();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    private sealed record WrittenText(string Id, string Summary, IReadOnlyList<(string Id, string Text)> Signals);
}
