using System.Text.Json;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Diagnostics;

public sealed class DiagnosticTests
{
    [Fact]
    public void The_schema_of_the_settings_lists_every_rule()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.Combine("schemas/site.schema.json")));
        var rules = schema.RootElement.GetProperty("properties").GetProperty("rules").GetProperty("properties");
        var listed = rules.EnumerateObject().Select(r => r.Name);
        Assert.True(
            RuleCatalogue.All.Select(r => r.Id).SequenceEqual(listed),
            "schemas/site.schema.json is out of date. Run 'dotnet run --project src/KnowledgeSite.Cli -- editors "
                + "--write' and commit the file."
        );
    }

    [Fact]
    public void Ids_of_rules_differ_and_have_the_form_of_their_family()
    {
        Assert.Equal(RuleCatalogue.All.Count, RuleCatalogue.All.Select(r => r.Id).Distinct().Count());
        Assert.All(RuleCatalogue.All, r => Assert.Matches("^KS[1-7][0-9]{2}$", r.Id));
    }

    [Fact]
    public void Every_rule_says_what_is_wrong_and_how_to_fix_it() =>
        Assert.All(
            RuleCatalogue.All,
            r =>
                Assert.True(
                    r.Title.Length is > 10 and < 60
                        && r.Help.Length > 40
                        && r.MessageFormat.EndsWith('.') | r.MessageFormat.EndsWith('}'),
                    r.Id
                )
        );

    [Theory]
    [InlineData("titel", "title")]
    [InlineData("discription", "description")]
    [InlineData("xyzzy", null)]
    public void The_most_similar_word_is_suggested_if_one_is_similar(string word, string? expected) =>
        Assert.Equal(expected, new SuggestionIndex(["title", "description", "tags", "owner"]).Nearest(word));

    [Theory]
    [InlineData("senoir", "senior")]
    [InlineData("Ai", "AI")]
    [InlineData("“alpha”", "alpha")]
    [InlineData("scope.staff.problm", "scope.staff.problem")]
    [InlineData("scope.senior.task", null)]
    [InlineData("b", null)]
    [InlineData("AE", null)]
    [InlineData("IA", "AI")]
    [InlineData("nope", null)]
    [InlineData("KS999", null)]
    [InlineData("alpha", null)]
    [InlineData("cafe\u0301", null)]
    [InlineData("", null)]
    public void Only_a_typo_is_suggested_and_never_the_word_itself(string word, string? expected) =>
        Assert.Equal(
            expected,
            new SuggestionIndex([
                "a",
                "",
                " ",
                "alpha",
                "AI",
                "KS109",
                "scope",
                "senior",
                "junior",
                "scope.junior.task",
                "scope.staff.problem",
                "caf\u00e9",
            ]).Nearest(word)
        );

    [Theory]
    [InlineData("paeg-00111000", "page-00111000")]
    [InlineData("pagee-00111000", "page-00111000")]
    [InlineData("page-00110100", "page-00111000")]
    [InlineData("page-0111000", "page-00111000")]
    [InlineData("nothing-00111000", null)]
    public void A_typo_is_found_among_any_number_of_names(string word, string? expected)
    {
        var names = Enumerable.Range(0, 100_000).Select(n => $"page-{n * 111:00000000}");
        Assert.Equal(expected, new SuggestionIndex(names).Nearest(word));
    }

    [Fact]
    public void Diagnostics_are_sorted_by_path_line_column_and_rule_and_have_no_duplicates()
    {
        var file = SourceFile.OfText(new SourcePath("b.md"), "one\ntwo\n");
        var bag = new DiagnosticBag();
        bag.Add(Diagnostic.At(LinkRules.PageMissing, file, new SourceSpan(4, 3), "x", ""));
        bag.Add(Diagnostic.At(MarkdownRules.EmptyPage, file, new SourceSpan(4, 1)));
        bag.Add(Diagnostic.At(LinkRules.PageMissing, file, new SourceSpan(0, 3), "x", ""));
        bag.Add(Diagnostic.At(LinkRules.PageMissing, file, new SourceSpan(0, 3), "x", ""));
        bag.Add(Diagnostic.At(SourceRules.Utf16, new SourcePath("a.md")));
        Assert.Equal(
            ["a.md 1:1 KS102", "b.md 1:1 KS401", "b.md 2:1 KS306", "b.md 2:1 KS401"],
            bag.Sorted().Select(d => $"{d.Location!.Path} {d.Location.Line}:{d.Location.Column} {d.Rule.Id}")
        );
    }

    [Fact]
    public void Strict_makes_warnings_errors_but_leaves_what_the_site_has_switched_off()
    {
        var site = new TestSite()
            .Prepared("title: T\nrules:\n  KS202: off")
            .With("index.md", "# Home")
            .With("a.md", "")
            .With("b.md", "---\ntitel: 1\n---\n");
        Assert.Equal(
            "a.md:1:1: error KS306: The page has no text. Write some, or set 'excluded: true' until you do.\n"
                + "b.md:1:1: error KS306: The page has no text. Write some, or set 'excluded: true' until you do.\n",
            TestSite.Print(site.Build(strict: true).Diagnostics)
        );
    }

    /// <summary>The documentation of the rules is generated from the catalogue. UPDATE_EXPECTED=1 writes it.</summary>
    [Fact]
    public void Every_rule_has_its_page_in_the_docs()
    {
        var folder = Repository.Combine("docs", "rules");
        var pages = RuleCatalogue.All.ToDictionary(r => $"{r.Id}.md", Page);
        pages["README.md"] = Index();
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
            Write(folder, pages);
        Assert.Equal(pages.Keys.Order(), Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Order());
        Assert.All(
            pages,
            p => Assert.Equal(p.Value, File.ReadAllText(Path.Combine(folder, p.Key)).ReplaceLineEndings("\n"))
        );
    }

    private static void Write(string folder, Dictionary<string, string> pages)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in pages)
            File.WriteAllText(Path.Combine(folder, name), text);
    }

    private static string Page(DiagnosticRule rule) =>
        $"# {rule.Id}: {rule.Title}\n\n"
        + $"**{rule.Severity}**"
        + (rule.AlwaysError || rule.Severity != Severity.Error ? "" : " (a warning in a folder without `site.yaml`)")
        + "\n\n"
        + $"    {Shown(rule.MessageFormat)}\n\n{rule.Help.ReplaceLineEndings("\n").Trim()}\n\n"
        + "To change its severity for your site, set it in `site.yaml`:\n\n    rules:\n"
        + $"      {rule.Id}: off    # or info, warning, error\n";

    /// <summary>Braces are doubled in a format.</summary>
    private static string Shown(string format) =>
        format.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);

    private static string Index() =>
        "# Rules\n\nEvery diagnostic of a build or of `check` names its rule. This list is generated from the "
        + "catalogue in `src/KnowledgeSite.Core/Diagnostics`.\n\n| Rule | Severity | What is wrong |\n"
        + "| --- | --- | --- |\n"
        + string.Concat(RuleCatalogue.All.Select(r => $"| [{r.Id}]({r.Id}.md) | {r.Severity} | {r.Title} |\n"));
}
