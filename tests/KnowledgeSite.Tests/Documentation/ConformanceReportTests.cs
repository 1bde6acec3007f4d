using System.Text;
using System.Text.Json.Nodes;
using KnowledgeSite.Tests.Support;
using NJsonSchema;

namespace KnowledgeSite.Tests.Documentation;

/// <summary>
/// The accessibility conformance report <c>input/accessibility.openacr.yaml</c>: it fits the form and the catalogue of
/// OpenACR, and the results on the page are those of the report.
/// </summary>
public sealed class ConformanceReportTests
{
    private const string Results = "## Results\n\n";

    private static readonly string Page = Repository.Combine("input", "accessibility.md");

    private readonly JsonNode _report = Read("input", "accessibility.openacr.yaml");
    private readonly JsonNode _catalogue = Read("tests", "fixtures", "openacr", "2.5-edition-wcag-2.2-en.yaml");

    [Fact]
    public async Task It_fits_the_schema_of_OpenACR()
    {
        var schema = await JsonSchema.FromFileAsync(
            Repository.Combine("tests", "fixtures", "openacr", "openacr-0.1.0.json")
        );
        Assert.Empty(schema.Validate(_report.ToJsonString()));
    }

    [Fact]
    public void It_has_a_result_and_remarks_for_each_criterion_of_WCAG_in_its_order()
    {
        Assert.Equal("2.5-edition-wcag-2.2-en", Text(_report["catalog"]));
        var levels = List(_catalogue["terms"]).Select(t => Text(t["id"])).ToHashSet();
        Assert.Equal(
            Chapters().SelectMany(c => List(c["criteria"])).Select(c => Text(c["id"])),
            Chapters().SelectMany(Reported).Select(c => Text(c["num"]))
        );
        foreach (var criterion in Chapters().SelectMany(Reported))
        {
            var component = Assert.Single(List(criterion["components"]));
            Assert.Equal("web", Text(component["name"]));
            Assert.Contains(Text(component["adherence"]!["level"]), levels);
            Assert.NotEqual("", Text(component["adherence"]!["notes"]));
        }
    }

    /// <summary>UPDATE_EXPECTED=1 writes the results into the page.</summary>
    [Fact]
    public void The_page_has_its_results()
    {
        var page = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var start = page.IndexOf(Results, StringComparison.Ordinal);
        Assert.True(start > 0, "The page has no section Results.");
        var expected = page[..start] + Results + Tables();
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
            File.WriteAllText(Page, expected);
        Assert.Equal(expected, File.ReadAllText(Page).ReplaceLineEndings("\n"));
    }

    private string Tables()
    {
        var text = new StringBuilder("<!-- Written from accessibility.openacr.yaml. -->\n\n");
        foreach (var chapter in Chapters())
        {
            var label = Text(chapter["short_label"]);
            text.Append($"### Level {label} {{#level-{label.ToLowerInvariant()}}}\n\n");
            text.Append($"{Counts(chapter)}\n\n| Criterion | Result | Remarks |\n|---|---|---|\n");
            foreach (var (criterion, reported) in List(chapter["criteria"]).Zip(Reported(chapter)))
            {
                var adherence = List(reported["components"]).Single()["adherence"]!;
                var address = $"https://www.w3.org/TR/WCAG22/#{Text(criterion["alt_id"])}";
                text.Append($"| [{Text(criterion["id"])} {Text(criterion["handle"])}]({address}) ")
                    .Append($"| {Label(Text(adherence["level"]))} ")
                    .Append($"| {Text(adherence["notes"]).Replace("|", "\\|", StringComparison.Ordinal)} |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private string Counts(JsonNode chapter)
    {
        var levels = Reported(chapter)
            .Select(c => Text(List(c["components"]).Single()["adherence"]!["level"]))
            .ToList();
        var counts = List(_catalogue["terms"])
            .Select(t => (Id: Text(t["id"]), Label: Text(t["label"])))
            .Select(t => $"{t.Label}: {levels.Count(l => l == t.Id)}")
            .Where(c => !c.EndsWith(" 0", StringComparison.Ordinal));
        return $"{string.Join(". ", counts)}.";
    }

    private string Label(string level) => Text(List(_catalogue["terms"]).Single(t => Text(t["id"]) == level)["label"]);

    private IEnumerable<JsonNode> Chapters() => List(_catalogue["chapters"]);

    private IEnumerable<JsonNode> Reported(JsonNode chapter) =>
        List(_report["chapters"]![Text(chapter["id"])]!["criteria"]);

    private static IEnumerable<JsonNode> List(JsonNode? list) => list!.AsArray().Select(e => e!);

    private static string Text(JsonNode? text) => text!.GetValue<string>();

    private static JsonNode Read(params string[] path) =>
        YamlAsJson.Convert(File.ReadAllText(Repository.Combine(path)))!;
}
