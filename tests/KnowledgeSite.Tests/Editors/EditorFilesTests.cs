using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeSite.Cli.Preview;
using KnowledgeSite.Cli.Reports;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Editors;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Editors;

public sealed class EditorFilesTests(FixtureSite fixture) : IClassFixture<FixtureSite>
{
    private static readonly string[] Patterns = ["beginsPattern", "endsPattern"];

    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip };

    private static readonly string[] Groups = ["file", "line", "column", "severity", "code", "message"];

    /// <summary>
    /// The schemas also contain the tags, owners and levels of the site, which only the command <c>editors</c>
    /// compares.
    /// </summary>
    [Fact]
    public void The_schemas_of_the_repository_have_the_keys_that_a_build_reads()
    {
        var schemas = EditorFiles
            .Create(fixture.Site)
            .Where(f => f.Path.StartsWith("schemas/", StringComparison.Ordinal));
        var stale = schemas
            .Where(f => !KeysOf(JsonDocument.Parse(f.Text).RootElement).SequenceEqual(KeysOf(Read(f.Path))))
            .Select(f => f.Path)
            .ToList();
        Assert.True(
            stale.Count == 0,
            $"Out of date: {string.Join(", ", stale)}. Run 'dotnet run --project src/KnowledgeSite.Cli -- "
                + "editors --write' and commit the files."
        );
    }

    [Fact]
    public void The_settings_give_each_form_of_YAML_its_schema()
    {
        var mapped = Read(".vscode/settings.json")
            .GetProperty("yaml.schemas")
            .EnumerateObject()
            .Select(s => (s.Name, s.Value.GetString()!));
        Assert.Equal(
            EditorFiles
                .Create(fixture.Site)
                .Where(f => f.For is not null)
                .Select(f => ($"./{f.Path}", $"input/{f.For}")),
            mapped
        );
    }

    [Fact]
    public void The_task_understands_every_line_that_a_check_prints()
    {
        var pattern = Read(".vscode/tasks.json")
            .GetProperty("tasks")[0]
            .GetProperty("problemMatcher")
            .GetProperty("pattern");
        var result = new TestSite()
            .Prepared("title: Test\nnonsense: x\n")
            .With("a b/index.md", "# Home\n\n[gone](gone.md)\n\n<b>\n")
            .With("b.md", "# B\n")
            .Build(check: true);
        var output = new StringWriter();
        new TextReport(
            new Report(result, new("input", null, false, null, default), false, default),
            TerminalOutput.Plain(output)
        ).Write();

        var matches = output
            .ToString()
            .Split('\n')
            .Select(l => Regex.Match(l, pattern.GetProperty("regexp").GetString()!))
            .Where(m => m.Success)
            .ToList();
        string Group(Match match, string name) => match.Groups[pattern.GetProperty(name).GetInt32()].Value;
        Assert.Equal(
            result
                .Diagnostics.Where(d => d.Location is not null)
                .Select(d =>
                    (
                        $"input/{d.Location!.Path} {d.Location.Line} {d.Location.Column} "
                        + $"{d.Severity.ToString().ToLowerInvariant()} {d.Rule.Id} {d.Message}"
                    )
                ),
            matches.Select(m => string.Join(' ', Groups.Select(n => Group(m, n))))
        );
        Assert.Equal(["error", "info", "warning"], matches.Select(m => Group(m, "severity")).Distinct().Order());
    }

    [Fact]
    public void The_task_of_the_preview_understands_when_a_list_begins_and_ends()
    {
        var tasks = Read(".vscode/tasks.json").GetProperty("tasks");
        var matcher = tasks[1].GetProperty("problemMatcher");
        Assert.Equal(
            tasks[0].GetProperty("problemMatcher").GetProperty("pattern").GetRawText(),
            matcher.GetProperty("pattern").GetRawText()
        );
        var result = new TestSite().With("b.md", "# B\n\n[gone](gone.md)\n").Build();
        var output = new StringWriter();
        var log = new PreviewLog(
            new("input", null, false, null, default),
            TerminalOutput.Plain(output),
            listsAll: true
        );
        log.ReportChange(["input/b.md"], result, TimeSpan.FromMilliseconds(1234));
        log.ReportChange(["input/a.md", "input/c.md"], result, TimeSpan.FromMilliseconds(12));
        log.ReportChange(["input/b.md"], new TestSite().With("b.md", "# B\n").Build(), TimeSpan.FromMilliseconds(7));

        string Kind(string line) =>
            Patterns.FirstOrDefault(p =>
                Regex.IsMatch(line, matcher.GetProperty("background").GetProperty(p).GetString()!)
            )
            ?? (
                Regex.IsMatch(line, matcher.GetProperty("pattern").GetProperty("regexp").GetString()!) ? "finding" : ""
            );
        Assert.Equal(
            [
                "beginsPattern",
                "finding",
                "endsPattern",
                "beginsPattern",
                "finding",
                "endsPattern",
                "beginsPattern",
                "endsPattern",
            ],
            output.ToString().Split('\n').Select(l => Kind(l.TrimEnd('\r'))).Where(k => k.Length > 0)
        );
    }

    [Fact]
    public void Every_snippet_makes_what_a_build_takes()
    {
        var pages = Snippets()
            .EnumerateObject()
            .Where(s => s.Name.EndsWith("-page", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(Enum.GetValues<KnowledgeSite.Content.PageKind>().Length, pages.Count);
        foreach (var page in pages)
        {
            var result = new TestSite()
                .Prepared()
                .With("index.md", "# Home\n")
                .With("page.md", Filled(page.Value))
                .Build();
            Assert.DoesNotContain(result.Diagnostics, d => d.Rule.Id.StartsWith("KS2", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_forms_of_Markdown_in_snippets_are_known()
    {
        var forms = Snippets()
            .EnumerateObject()
            .Where(s =>
                !s.Name.EndsWith("-page", StringComparison.Ordinal)
                && s.Value.GetProperty("body")[0].GetString()!.StartsWith("::", StringComparison.Ordinal)
                    | s.Name is "flow" or "mapping" or "gap" or "footnote"
            );
        var text = "---\nkind: page\n---\n# Page\n\n" + string.Join("\n\n", forms.Select(f => Filled(f.Value)));
        var result = new TestSite().Prepared().With("index.md", "# Home\n").With("page.md", text).Build();
        Assert.Equal("", TestSite.Print(result.Diagnostics));
    }

    [Fact]
    public async Task Schemas_are_written_where_they_are_missing_and_named_where_they_are_out_of_date()
    {
        using var folder = new TemporaryFolder();
        folder.Write("pages/index.md", "---\ntags: [one]\n---\n# Home\n");
        var before = await Tool.RunAsync(folder.Root, "editors", "--input", "pages");
        Assert.Equal(1, before.ExitCode);
        Assert.Contains("schemas/site.schema.json: out of date", before.Output, StringComparison.Ordinal);
        Assert.False(folder.Exists(".vscode/settings.json"));

        Assert.Equal(0, (await Tool.RunAsync(folder.Root, "editors", "--write", "--input", "pages")).ExitCode);
        Assert.Equal(0, (await Tool.RunAsync(folder.Root, "editors", "--input", "pages")).ExitCode);
        var settings = JsonDocument.Parse(folder.Read(".vscode/settings.json")).RootElement.GetProperty("yaml.schemas");
        Assert.Equal("pages/site.yaml", settings.GetProperty("./schemas/site.schema.json").GetString());

        folder.Write(".vscode/settings.json", "{}");
        folder.Write("pages/index.md", "---\ntags: [one, two]\n---\n# Home\n");
        Assert.Equal(1, (await Tool.RunAsync(folder.Root, "editors", "--input", "pages")).ExitCode);
        await Tool.RunAsync(folder.Root, "editors", "--write", "--input", "pages");
        Assert.Equal("{}", folder.Read(".vscode/settings.json"));
    }

    private JsonElement Snippets() =>
        JsonDocument
            .Parse(
                EditorFiles.Create(fixture.Site).Single(f => f.Path == ".vscode/knowledgesite.code-snippets").Text,
                WithComments
            )
            .RootElement;

    /// <summary>
    /// Each key that a schema or one of its definitions allows, with the name of the definition and the description of
    /// the key.
    /// </summary>
    private static IEnumerable<string> KeysOf(JsonElement schema)
    {
        var objects = schema.TryGetProperty("items", out var entry) ? entry : schema;
        var keys = Names(objects, "properties").Concat(Names(schema, "definitions"));
        if (!schema.TryGetProperty("definitions", out var definitions))
            return keys;
        return keys.Concat(
            definitions
                .EnumerateObject()
                .SelectMany(d =>
                    Names(d.Value, "properties").Append(Description(d.Value)).Select(n => $"{d.Name}: {n}")
                )
        );

        static IEnumerable<string> Names(JsonElement element, string group) =>
            element.TryGetProperty(group, out var members) ? members.EnumerateObject().Select(m => m.Name) : [];

        static string Description(JsonElement element) =>
            element.TryGetProperty("description", out var text) ? text.GetString()! : "";
    }

    private static JsonElement Read(string path) =>
        JsonDocument.Parse(File.ReadAllText(Repository.Combine(path)), WithComments).RootElement;

    /// <summary>The text that VS Code inserts for a snippet if all of its placeholders are accepted.</summary>
    private static string Filled(JsonElement snippet)
    {
        var body = string.Join('\n', snippet.GetProperty("body").EnumerateArray().Select(l => l.GetString()));
        body = body.Replace("${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}", "2026-11-20", StringComparison.Ordinal);
        body = Regex.Replace(body, @"\$\{\d+\|((?:\\.|[^,\\])*).*?\|\}", "$1");
        body = Regex.Replace(body, @"\$\{\d+:([^}]*)\}", "$1");
        return Regex.Replace(body, @"\$\d+", "");
    }
}
