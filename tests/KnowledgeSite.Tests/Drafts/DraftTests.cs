using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Drafts;
using KnowledgeSite.Editors;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Editors;
using KnowledgeSite.Tests.Support;
using NJsonSchema;

namespace KnowledgeSite.Tests.Drafts;

/// <summary>A draft of every kind of page in the fixture builds and passes a strict check without changes.</summary>
public sealed class DraftTests(FixtureSite fixture) : IClassFixture<FixtureSite>
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly FolderTree Input = new(FixtureSite.Input);

    private static readonly (PageKind Kind, string Path)[] OneOfEach =
    [
        (PageKind.Page, "workflow/data-contracts"),
        (PageKind.Section, "guides"),
        (PageKind.Ladder, "ladders/design"),
        (PageKind.Level, "ladders/machine-learning-scientist/levels/senior"),
        (PageKind.Dimension, "ladders/data-science/dimensions/stewardship"),
        (PageKind.Archetype, "staff/archetypes/catalyst"),
        (PageKind.Stage, "workflow/hand-back"),
        (PageKind.Role, "roles/staff-analytics-engineer"),
        (PageKind.Workshop, "workshops/listening"),
        (PageKind.Document, "documents/promotion-case"),
        (PageKind.Glossary, "ladders/words"),
    ];

    /// <summary>There are two drafts of each kind, so that conflicts between them would be found.</summary>
    private static readonly (PageKind Kind, string Path)[] Others =
    [
        (PageKind.Page, "loose"),
        (PageKind.Section, "guides/more"),
        (PageKind.Level, "ladders/machine-learning-scientist/levels/staff.md"),
        (PageKind.Dimension, "ladders/data-science/dimensions/teaching.md"),
        (PageKind.Dimension, "ladders/machine-learning-scientist/dimensions/scope"),
        (PageKind.Archetype, "staff/archetypes/gardener"),
        (PageKind.Stage, "workflow/retire"),
        (PageKind.Role, "roles/junior-analyst"),
        (PageKind.Workshop, "workshops/asking"),
        (PageKind.Document, "documents/growth-plan"),
    ];

    [Fact]
    public void There_is_a_draft_of_every_kind_that_pages_are_made_of() =>
        Assert.Equal(DraftWriter.Kinds, OneOfEach.Select(d => d.Kind));

    [Fact]
    public void Drafts_of_every_kind_pass_a_strict_check_together()
    {
        var site = fixture.Site;
        var files = FixtureFiles();
        // Drafts may come before the pages that the queries of the fixture expect.
        files.Remove("search-tests.yaml");
        foreach (var (kind, path) in OneOfEach.Concat(Others))
            site = Put(files, site, new(kind, path));
        site = Put(files, site, new(PageKind.Ladder, "ladders/ml-engineer") { Extends = "data-science" });

        var result = TestSite.Run(new MemoryTree(files), check: true, strict: true, today: "2026-11-21");
        Assert.Equal(
            "",
            TestSite.Print(
                result.Diagnostics.Where(d => d.Severity == Severity.Error && d.Rule != SourceRules.Placeholder)
            )
        );
        Assert.Equal(fixture.Site.Pages.Count + OneOfEach.Length + Others.Length + 2, result.Site!.Pages.Count);
        Assert.Contains(result.Site.Ladders, l => l.Ladder.Id == "ml-engineer" && l.Ladder.Base?.Id == "data-science");
        Assert.Equal(2, result.Site.Ladders.Single(l => l.Ladder.Id == "design").Ladder.Cells.Count);
        Assert.Contains(
            result.Site.Ladders.Single(l => l.Ladder.Id == "data-science").Ladder.Dimensions,
            d => d.Id == "teaching"
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_draft_fits_the_schema_of_its_kind_and_says_what_is_missing(PageKind kind)
    {
        var draft = Draft(new(kind, OneOfEach.First(d => d.Kind == kind).Path));
        var schema = await JsonSchema.FromJsonAsync(
            EditorFiles.Create(fixture.Site).Single(f => f.Path == "schemas/front-matter.schema.json").Text
        );
        Assert.Equal(
            [],
            schema
                .Definitions[$"kind.{kind.ToString().ToLowerInvariant()}"]
                .Validate(YamlAsJson.OfFrontMatter(draft.Files[0].Text)!.ToJsonString())
        );
        Assert.Contains("To be written: ", draft.Files[0].Text, StringComparison.Ordinal);
        Assert.Contains("'To be written'", draft.Next[0], StringComparison.Ordinal);
        Assert.DoesNotContain("\r", draft.Files[0].Text, StringComparison.Ordinal);
    }

    public static TheoryData<PageKind> Kinds => [.. DraftWriter.Kinds];

    [Fact]
    public void Advice_for_authors_is_not_published()
    {
        var files = FixtureFiles();
        Put(files, fixture.Site, new(PageKind.Workshop, "workshops/listening"));
        var page = TestSite
            .Run(new MemoryTree(files))
            .Site!.Pages.Single(p => p.Path.Value == "workshops/listening.md");
        Assert.DoesNotContain("lead from the experience", page.Content.Summary, StringComparison.Ordinal);
        Assert.StartsWith("To be written", page.Content.Summary, StringComparison.Ordinal);

        var searched = SearchedSite.Create(
            ("index.md", "# Home\n"),
            (
                "guides/index.md",
                new DraftWriter(null, Today).Write(new(PageKind.Section, "guides")).Draft!.Files[0].Text
            )
        );
        Assert.True(searched.Knows("written"));
        Assert.False(searched.Knows("below"));
    }

    [Fact]
    public void Defaults_of_a_draft_come_from_neighbouring_pages()
    {
        var text = Text(new(PageKind.Stage, "workflow/hand-back"));
        Assert.Contains("\ntags: [stage, workflow]\n", text, StringComparison.Ordinal);
        Assert.Contains("\nowner: Data Science Leads\n", text, StringComparison.Ordinal);
        Assert.Contains("\nreview_in: 12 months\n", text, StringComparison.Ordinal);
        Assert.Contains("\nPart of [The Senior workflow](index.md).\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\nrequires: [scope.staff, ",
            Text(new(PageKind.Role, "roles/staff-analytics-engineer")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\ntitle: Senior Machine Learning Scientist\n",
            Text(new(PageKind.Level, "ladders/machine-learning-scientist/levels/senior")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Answers_are_written_to_the_page()
    {
        var text = Text(
            new(PageKind.Workshop, "workshops/a")
            {
                Title = "Ask: \"why?\" #1",
                Description = "yes",
                Owner = "Data Science Leads",
                Tags = ["workshop", "metrics"],
                Ladder = "machine-learning-scientist",
                Serves = ["scope.senior", "staff"],
            }
        );
        var said = YamlAsJson.OfFrontMatter(text)!;
        Assert.Equal("Ask: \"why?\" #1", said["title"]!.GetValue<string>());
        Assert.Equal("yes", said["description"]!.GetValue<string>());
        Assert.Equal(["workshop", "metrics"], said["tags"]!.AsArray().Select(t => t!.GetValue<string>()));
        Assert.Equal(["scope.senior", "staff"], said["serves"]!.AsArray().Select(t => t!.GetValue<string>()));
        Assert.Equal("machine-learning-scientist", said["ladder"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(PageKind.Page, "../outside", "outside the input folder")]
    [InlineData(PageKind.Page, "/etc/passwd", "outside the input folder")]
    [InlineData(PageKind.Page, "a/../../b", "outside the input folder")]
    [InlineData(PageKind.Page, "workflow/", "is a folder")]
    [InlineData(PageKind.Page, "", "is a folder")]
    [InlineData(PageKind.Page, "_drafts/a", "'_drafts' is ignored")]
    [InlineData(PageKind.Page, ".git/a", "'.git' is ignored")]
    [InlineData(PageKind.Page, "a:b", "a character that")]
    [InlineData(PageKind.Page, "a\nb", "a character that")]
    [InlineData(PageKind.Page, "workflow/index", "new section workflow")]
    [InlineData(PageKind.Page, "workflow/start-simple.md", "exists already")]
    [InlineData(PageKind.Page, "workflow/Start Simple", "exists already, at /workflow/start-simple/")]
    [InlineData(PageKind.Section, "workflow", "exists already")]
    [InlineData(PageKind.Section, "workflow/start-simple", "exists already")]
    [InlineData(PageKind.Section, ".", "exists already")]
    [InlineData(PageKind.Section, "guides/setup.md", "Give the folder")]
    [InlineData(PageKind.Source, "larson", "sources.yaml")]
    [InlineData(
        PageKind.Level,
        "ladders/data-science/levels/apprentice",
        "is not a level of 'data-science'. Add it under 'levels:'"
    )]
    [InlineData(
        PageKind.Level,
        "ladders/machine-learning-scientist/levels/apprentice",
        "has the levels of 'data-science'"
    )]
    [InlineData(PageKind.Level, "ladders/senior", "belong in 'ladders/data-science/levels'")]
    [InlineData(
        PageKind.Dimension,
        "ladders/data-science/teaching",
        "new dimension ladders/data-science/dimensions/teaching"
    )]
    [InlineData(PageKind.Dimension, "ladders/data-science/dimensions/a b", "is not a valid id")]
    [InlineData(
        PageKind.Dimension,
        "ladders/machine-learning-scientist/dimensions/teaching",
        "Those that it does not extend yet: scope, strategy"
    )]
    [InlineData(PageKind.Ladder, "design/data-science", "is taken by the ladder in 'ladders/data-science'")]
    public void An_invalid_path_is_refused_with_a_suggestion(PageKind kind, string path, string message)
    {
        var outcome = new DraftWriter(fixture.Site, Today).Write(new(kind, path));
        Assert.Null(outcome.Draft);
        Assert.Contains(message, outcome.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_the_site_does_not_know_are_refused_with_the_nearest()
    {
        Assert.Contains(
            "Did you mean 'metrics'?",
            Refusal(new(PageKind.Page, "a") { Tags = ["metrisc"] }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Did you mean 'data-science'?",
            Refusal(new(PageKind.Role, "a") { Ladder = "data-sceince" }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Did you mean 'senior'?",
            Refusal(new(PageKind.Role, "a") { Level = "seniro" }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Did you mean 'scope.senior'?",
            Refusal(new(PageKind.Workshop, "a") { Serves = ["scope.seniro"] }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Did you mean 'data-science'?",
            Refusal(new(PageKind.Ladder, "a") { Extends = "data-sciense" }),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("dimensions: [scope]\n", "dimensions: [scope, craft]\n")]
    [InlineData("dimensions: [ \"scope\" ]\n", "dimensions: [ \"scope\", craft ]\n")]
    [InlineData("dimensions: scope\n", "dimensions: [scope, craft]\n")]
    [InlineData("dimensions:\n  - scope\n", "dimensions:\n  - scope\n  - craft\n")]
    [InlineData("dimensions:\n- scope   # first\n", "dimensions:\n- scope\n- craft   # first\n")]
    public void However_dimensions_are_listed_a_new_one_comes_after_them(string written, string after)
    {
        const string Levels = "levels:\n  - id: one\n";
        var site = new TestSite()
            .Prepared()
            .With("index.md", "# Home\n")
            .With("a/ladder.yaml", written + Levels)
            .With("a/dimensions/scope.md", "---\nkind: dimension\n---\n\n## One {#scope.one}\n\nText.\n")
            .Build()
            .Site;
        var draft = new DraftWriter(site, Today).Write(new(PageKind.Dimension, "a/dimensions/craft")).Draft!;
        Assert.Equal(after + Levels, draft.Files[1].Text);
    }

    [Theory]
    [InlineData(PageKind.Page, "first")]
    [InlineData(PageKind.Section, ".")]
    [InlineData(PageKind.Ladder, "ladders/design")]
    [InlineData(PageKind.Glossary, "words")]
    public void In_an_empty_folder_the_first_page_can_be_made(PageKind kind, string path)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["site.yaml"] = "title: Test\n"u8.ToArray(),
        };
        Put(files, null, new(kind, path));
        Assert.Equal(
            "",
            TestSite.Print(
                TestSite
                    .Run(new MemoryTree(files), check: true, strict: true)
                    .Diagnostics.Where(d => d.Severity == Severity.Error && d.Rule != SourceRules.Placeholder)
            )
        );
    }

    [Fact]
    public void A_draft_that_needs_a_ladder_is_rejected_without_one() =>
        Assert.Contains(
            "Create one first: 'new ladder ",
            new DraftWriter(null, Today).Write(new(PageKind.Workshop, "a")).Refusal,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Plain words", "Plain words")]
    [InlineData("A: b", "\"A: b\"")]
    [InlineData("Ends:", "\"Ends:\"")]
    [InlineData("A #b", "\"A #b\"")]
    [InlineData("true", "\"true\"")]
    [InlineData("2026", "\"2026\"")]
    [InlineData("2026-11-20", "\"2026-11-20\"")]
    [InlineData("- item", "\"- item\"")]
    [InlineData("“Quoted”", "\"“Quoted”\"")]
    [InlineData("a \"b\" \\c", "a \"b\" \\c")]
    [InlineData("\"b\" \\c", "\"\\\"b\\\" \\\\c\"")]
    [InlineData("two\n lines", "two lines")]
    public void Texts_are_quoted_where_YAML_would_read_something_else(string text, string yaml)
    {
        Assert.Equal(yaml, YamlText.Quote(text));
        Assert.Equal(
            text.Replace("\n ", " ", StringComparison.Ordinal),
            YamlAsJson.Convert($"a: {YamlText.Quote(text)}")!["a"]!.GetValue<string>()
        );
        Assert.Equal(
            text.Replace("\n ", " ", StringComparison.Ordinal),
            YamlAsJson.Convert($"a: {YamlText.List([text, "x, y]"])}")!["a"]![0]!.GetValue<string>()
        );
    }

    private Draft Draft(DraftRequest request) =>
        new DraftWriter(fixture.Site, Today).Write(request) is { Draft: { } draft }
            ? draft
            : throw new InvalidOperationException(new DraftWriter(fixture.Site, Today).Write(request).Refusal);

    private string Text(DraftRequest request) => Draft(request).Files[0].Text;

    private string? Refusal(DraftRequest request) => new DraftWriter(fixture.Site, Today).Write(request).Refusal;

    private static Dictionary<string, byte[]> FixtureFiles() =>
        Input.List(new DiagnosticBag()).Files.ToDictionary(p => p.Value, Input.Read, StringComparer.Ordinal);

    /// <summary>The site with the draft among its files.</summary>
    private static KnowledgeSite.SiteModel.Site Put(
        Dictionary<string, byte[]> files,
        KnowledgeSite.SiteModel.Site? site,
        DraftRequest request
    )
    {
        var outcome = new DraftWriter(site, Today).Write(request);
        Assert.Null(outcome.Refusal);
        foreach (var file in outcome.Draft!.Files)
        {
            Assert.Equal(file.IsNew, !files.ContainsKey(file.Path.Value));
            files[file.Path.Value] = Encoding.UTF8.GetBytes(file.Text);
        }

        return TestSite.Run(new MemoryTree(files)).Site!;
    }
}
