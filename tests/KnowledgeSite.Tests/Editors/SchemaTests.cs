using KnowledgeSite.Editors;
using KnowledgeSite.Tests.Support;
using NJsonSchema;

namespace KnowledgeSite.Tests.Editors;

/// <summary>
/// Validates all pages of the fixture against the schemas with an independent validator. It does not support conditions
/// (if, then), so front matter is validated with the definition of its kind. <c>eng/schemas.sh</c> also tests the
/// conditions, with two other validators.
/// </summary>
public sealed class SchemaTests(FixtureSite fixture) : IClassFixture<FixtureSite>
{
    [Fact]
    public void The_front_matter_of_every_page_fits()
    {
        var schema = Schema("front-matter");
        var pages = FixtureSite.Files("*.md").ToList();
        Assert.NotEmpty(pages);
        Assert.Equal(
            [],
            pages.SelectMany(p =>
                Problems(schema, YamlAsJson.OfFrontMatter(File.ReadAllText(Path.Combine(FixtureSite.Input, p)))!)
                    .Select(problem => $"{p}: {problem}")
            )
        );
    }

    [Theory]
    [InlineData("site", "site.yaml")]
    [InlineData("folder", "_folder.yaml")]
    [InlineData("ladder", "ladder.yaml")]
    [InlineData("sources", "sources.yaml")]
    [InlineData("search-tests", "search-tests.yaml")]
    public void Every_other_file_of_YAML_fits(string schema, string name)
    {
        var files = FixtureSite.Files(name).ToList();
        Assert.NotEmpty(files);
        Assert.Equal(
            [],
            files.SelectMany(f =>
                Schema(schema)
                    .Validate(YamlAsJson.Convert(File.ReadAllText(Path.Combine(FixtureSite.Input, f)))!.ToJsonString())
                    .Select(p => $"{f}: {p}")
            )
        );
    }

    [Theory]
    [InlineData("page", "titel: A")]
    [InlineData("page", "kind: essay")]
    [InlineData("page", "kind: Page")]
    [InlineData("page", "tags: [nonsense]")]
    [InlineData("page", "tags: nonsense")]
    [InlineData("page", "owner: Somebody new")]
    [InlineData("page", "sources: [nobody-2020]")]
    [InlineData("page", "reviewed: 20.11.2026")]
    [InlineData("page", "reviewed: 2026-13-01")]
    [InlineData("page", "reviewed: 2026-1-1")]
    [InlineData("page", "review_in: soon")]
    [InlineData("page", "order: first")]
    [InlineData("page", "search: sometimes")]
    [InlineData("page", "glossary: {always: [x]}")]
    [InlineData("page", "allow: Because")]
    [InlineData("page", "agenda: []")]
    [InlineData("page", "title: [A]")]
    [InlineData("role", "kind: role\nrequires: [scope.nobody]")]
    [InlineData("role", "kind: role\nladder: nowhere")]
    [InlineData("role", "kind: role\nfrom: senior")]
    [InlineData("archetype", "kind: archetype\nfrom: nobody")]
    [InlineData("archetype", "kind: archetype\nshows: {nothing: Text}")]
    [InlineData("workshop", "kind: workshop")]
    public void What_is_wrong_in_front_matter_does_not_fit(string kind, string yaml) =>
        Assert.NotEmpty(
            Schema("front-matter").Definitions[$"kind.{kind}"].Validate(YamlAsJson.Convert(yaml)!.ToJsonString())
        );

    [Theory]
    [InlineData("")]
    [InlineData("title: 1984")]
    [InlineData("glossary: false")]
    [InlineData("glossary: {never: [level]}")]
    [InlineData("tags: staff")]
    [InlineData("tags: []")]
    [InlineData("review_in: 2 weeks")]
    [InlineData("allow: KS751 Reached from the intranet")]
    public void Rare_but_valid_front_matter_fits(string yaml) =>
        Assert.Equal(
            [],
            Schema("front-matter").Definitions["kind.page"].Validate(YamlAsJson.Convert(yaml)!.ToJsonString())
        );

    [Theory]
    [InlineData("site", "titel: A")]
    [InlineData("site", "base_url: kb.example")]
    [InlineData("site", "rules: {KS401: loud}")]
    [InlineData("site", "rules: {KS999: error}")]
    [InlineData("site", "public: perhaps")]
    [InlineData("folder", "pack: 3")]
    [InlineData("ladder", "levels: [senior]")]
    [InlineData("ladder", "levels: [{title: Senior}]")]
    [InlineData("ladder", "levels: [{id: a.b}]")]
    [InlineData("ladder", "levels: [{id: a, track: side}]")]
    [InlineData("ladder", "extends: nowhere")]
    [InlineData("published", "id: [a]")]
    [InlineData("sources", "- {id: a}")]
    [InlineData("sources", "- {id: a b, title: A}")]
    [InlineData("sources", "- {id: a, title: A, form: film}")]
    [InlineData("sources", "- {id: a, title: A, url: example.org}")]
    [InlineData("search-tests", "- {query: a}")]
    [InlineData("search-tests", "- {query: a, expect: b, within: 0}")]
    [InlineData("search-tests", "query: a")]
    public void What_is_wrong_in_other_files_does_not_fit(string schema, string yaml) =>
        Assert.NotEmpty(Schema(schema).Validate(YamlAsJson.Convert(yaml)!.ToJsonString()));

    private static IEnumerable<string> Problems(JsonSchema schema, System.Text.Json.Nodes.JsonNode frontMatter)
    {
        var kind = frontMatter["kind"]?.GetValue<string>() ?? "page";
        return schema.Definitions[$"kind.{kind}"].Validate(frontMatter.ToJsonString()).Select(p => p.ToString());
    }

    private JsonSchema Schema(string name) =>
        JsonSchema
            .FromJsonAsync(EditorFiles.Create(fixture.Site).Single(f => f.Path == $"schemas/{name}.schema.json").Text)
            .GetAwaiter()
            .GetResult();
}
