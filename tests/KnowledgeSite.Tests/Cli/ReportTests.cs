using System.Text.Json;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Cli;

/// <summary>Tests the reports of diagnostics, for people and for programs.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ReportTests()
    {
        _folder.Write("input/site.yaml", "title: Test");
        _folder.Write("input/index.md", "# Home\n\n[gone](gone.md)\n\n<b>never closed\n");
        _folder.Write("input/a dir, with: signs/ü%.md", "# Signs\n\nText 😀 [x](#nowhere)\n");
        _folder.Write("input/broken.md", [0xFF]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_text_report_has_one_line_for_each_diagnostic_in_order_and_a_summary()
    {
        var lines = (await RunAsync()).Output.TrimEnd('\n').Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.StartsWith("input/a dir, with: signs/ü%.md:3:13: error KS402: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("input/broken.md:1:1: error KS101: ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("input/index.md:3:8: error KS401: ", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("input/index.md:5:1: warning KS304: ", lines[3], StringComparison.Ordinal);
        Assert.Matches(
            @"^Built 2 pages into output \(\d+ of \d+ files written, 0 removed\) in \d+\.\d\d s: "
                + @"3 errors, 1 warning in 3 files\.$",
            lines[4]
        );
    }

    [Fact]
    public async Task The_summary_counts_only_files_with_errors_and_warnings()
    {
        _folder.Write("site/input/index.md", "# Home\n\n[a](a.md)\n");
        _folder.Write("site/input/a.md", "# A\n\n[b](b.md) [b](http:/b)\n");
        _folder.Write("site/input/b.md", "# B\n");
        _folder.Write("site/input/site.yaml", "title: T\n");
        var run = await Tool.RunAsync(_folder.Combine("site"), "check", "--date", "2026-11-20");
        Assert.Contains("info ", run.Output);
        Assert.EndsWith(": 1 warning in 1 file.", run.LastLine, StringComparison.Ordinal);

        _folder.Folder("empty/input");
        Assert.EndsWith(
            ": 1 error.",
            (await Tool.RunAsync(_folder.Combine("empty"), "check")).LastLine,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_missing_page_is_listed_once_for_many_files_and_each_link_is_in_the_reports_for_programs()
    {
        foreach (var name in "bcdef")
            _folder.Write($"site/input/{name}.md", $"# {name}\n\n[old](/old.md), [old](/old.md)\n\n[x](#none)\n");
        _folder.Write("site/input/index.md", "# Home\n\n[one](/one.md)\n");
        var lines = (await Tool.RunAsync(_folder.Combine("site"), "build")).Output.TrimEnd('\n').Split('\n');
        Assert.Equal(
            [
                "input/b.md:3:7: warning KS401: Link to '/old.md' matches no page. Correct it, or write the page. "
                    + "(×10 in 5 files, also in input/c.md:3, input/d.md:3, input/e.md:3, input/f.md:3)",
                "input/index.md:3:7: warning KS401: Link to '/one.md' matches no page. Correct it, or write the page.",
            ],
            lines.Where(l => l.Contains("KS401", StringComparison.Ordinal))
        );
        Assert.Equal(5, lines.Count(l => l.Contains("KS402", StringComparison.Ordinal)));
        foreach (var format in new[] { "json", "github", "sarif" })
        {
            var all = (await Tool.RunAsync(_folder.Combine("site"), "build", "--format", format)).Output;
            Assert.Equal(10, all.Split("'/old.md'").Length - 1);
        }
    }

    [Fact]
    public async Task Printed_text_contains_no_control_characters()
    {
        _folder.Write("input/evil.md", "# Evil\n\n[a](\u001b[31m\u0007\u009b.md)\n");
        Assert.DoesNotContain((await RunAsync()).Output, c => char.IsControl(c) && c != '\n');
    }

    [Theory]
    [InlineData("text")]
    [InlineData("github")]
    [InlineData("json")]
    [InlineData("sarif")]
    public async Task A_file_name_cannot_contain_commands_for_a_terminal_or_a_workflow_log(string format)
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (
            var name in new[]
            {
                "new\n::error::evil.md",
                "esc\u001b[31m\u009b.md",
                "cod\u202eexe.md",
                "::error::first.md",
                "##[error]old.md",
                "per%0Acent.md",
            }
        )
            _folder.Write($"input/{name}", "# Page\n\n[a](gone\u001b\u202e.md)\n");
        var output = (await RunAsync("--format", format)).Output;
        Assert.DoesNotContain(output, c => (char.IsControl(c) && c != '\n') || c is '\u202e' or '\u009b');
        Assert.DoesNotContain("##[", output, StringComparison.Ordinal);
        if (format != "github")
            Assert.DoesNotContain(output.Split('\n'), l => l.TrimStart().StartsWith("::", StringComparison.Ordinal));
        else
            Assert.All(
                output.TrimEnd('\n').Split('\n'),
                l => Assert.Matches("^::(error|warning|notice) (file=[^:]*,)?title=", l)
            );
    }

    [Theory]
    [InlineData("::error::x", ":\u200B:error::x")]
    [InlineData("  ::x", "  :\u200B:x")]
    [InlineData("a ##[error] b", "a ##\u200B[error] b")]
    [InlineData("a\tb\nc\u2028d\u2066e\u007f", "a b\uFFFDc\uFFFDd\uFFFDe\uFFFD")]
    [InlineData("größe 😀", "größe 😀")]
    public void Text_is_cleaned_by_one_function(string text, string clean) =>
        Assert.Equal(clean, KnowledgeSite.Cli.Reports.ReportText.Clean(text));

    [Fact]
    public async Task Json_contains_every_diagnostic_with_its_position()
    {
        var run = await RunAsync("--format", "json");
        var root = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(
            (1, 1, 2, 3, 1),
            (
                run.ExitCode,
                Number(root, "schemaVersion"),
                Number(root, "pages"),
                Number(root, "errors"),
                Number(root, "warnings")
            )
        );
        Assert.True(Number(root, "written") > 5);
        var finding = root.GetProperty("diagnostics").EnumerateArray().Single(d => Text(d, "id") == "KS401");
        Assert.Equal(
            ("error", "input/index.md", 3, 8),
            (Text(finding, "severity"), Text(finding, "path"), Number(finding, "line"), Number(finding, "column"))
        );
        Assert.Equal(15, Number(finding, "endColumn"));
        Assert.NotEmpty(Text(finding, "message") + Text(finding, "title"));
    }

    [Fact]
    public async Task Sarif_is_what_code_scanning_reads()
    {
        var root = JsonDocument.Parse((await RunAsync("--format", "sarif")).Output).RootElement;
        Assert.Equal("2.1.0", Text(root, "version"));
        var run = root.GetProperty("runs").EnumerateArray().Single();
        var rules = run.GetProperty("tool")
            .GetProperty("driver")
            .GetProperty("rules")
            .EnumerateArray()
            .Select(r => Text(r, "id"))
            .ToList();
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(["KS402", "KS101", "KS401", "KS304"], results.Select(r => Text(r, "ruleId")));
        Assert.All(results, r => Assert.Contains(Text(r, "ruleId"), rules));
        Assert.All(results, r => Assert.NotEmpty(r.GetProperty("locations").EnumerateArray()));
        Assert.Equal(rules.Distinct().Order(StringComparer.Ordinal), rules);
        Assert.All(
            results.SelectMany(Regions),
            r =>
                Assert.True(
                    Number(r, "startLine") >= 1
                        && Number(r, "startColumn") >= 1
                        && Number(r, "endColumn") > Number(r, "startColumn")
                )
        );
        Assert.Equal(
            "input/a%20dir%2C%20with%3A%20signs/%C3%BC%25.md",
            Text(Physical(results[0]).GetProperty("artifactLocation"), "uri")
        );
    }

    [Fact]
    public async Task GitHub_gets_workflow_commands()
    {
        var lines = (await RunAsync("--format", "github")).Output.TrimEnd('\n').Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.StartsWith(
            "::error file=input/a dir%2C with%3A signs/ü%25.md,line=3,col=13,endColumn=21,title=KS402 ",
            lines[0],
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "::error file=input/index.md,line=3,col=8,endColumn=15,title=KS401 ",
            lines[2],
            StringComparison.Ordinal
        );
        Assert.StartsWith("::warning file=input/index.md,line=5,col=1,", lines[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    public async Task Reports_for_programs_are_complete_even_without_input(string format)
    {
        var run = await RunAsync("--format", format, "--input", "nowhere", "--timings");
        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.Contains("KS108", JsonDocument.Parse(run.Output).RootElement.GetRawText(), StringComparison.Ordinal);
        if (format == "sarif")
            Assert.Contains("\"uri\": \"nowhere/site.yaml\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strict_turns_warnings_into_errors()
    {
        _folder.Write("other/index.md", "# Home\n\n<b>never closed\n");
        Assert.Equal(0, (await RunAsync("--input", "other")).ExitCode);
        var strict = await RunAsync("--input", "other", "--strict");
        Assert.Equal(1, strict.ExitCode);
        Assert.Contains("other/index.md:3:1: error KS304: ", strict.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timings_are_a_table_of_pipelines_and_phases()
    {
        var run = await RunAsync("--timings");
        Assert.Matches(@"\npipeline +phase +ms +documents\n", run.Output);
        Assert.Matches(@"\nPages +Process +[\d,]+\.\d +2\n", run.Output);
        var json = JsonDocument.Parse((await RunAsync("--timings", "--format", "json")).Output).RootElement;
        Assert.Contains(
            json.GetProperty("timings").EnumerateArray(),
            t => Text(t, "pipeline") == "Html" && Text(t, "phase") == "PostProcess"
        );
    }

    [Fact]
    public async Task The_summary_says_when_nothing_changed_and_when_nothing_was_written()
    {
        _folder.Write("other/index.md", "# Home\n\nText.\n");
        await RunAsync("--input", "other");
        Assert.Matches(
            @"^Built 1 page, nothing changed in output, in .* s: no problems\.$",
            (await RunAsync("--input", "other")).LastLine
        );
        Assert.Matches(
            @"^Did not write the 2 pages in .* s: 3 errors, 1 warning in 3 files\.$",
            (await RunAsync()).LastLine
        );
        Assert.Matches(
            @"^Checked 1 page in .* s: no problems\.$",
            (await RunAsync("check", "--input", "other")).LastLine
        );
    }

    private Task<ToolRun> RunAsync(params string[] arguments) => Tool.RunAsync(_folder.Root, arguments);

    private static JsonElement Physical(JsonElement result) =>
        result.GetProperty("locations")[0].GetProperty("physicalLocation");

    private static IEnumerable<JsonElement> Regions(JsonElement result) => [Physical(result).GetProperty("region")];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
