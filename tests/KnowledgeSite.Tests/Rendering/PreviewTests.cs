using System.Text.Json;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Rendering;

/// <summary>Tests the files of link previews, read as <c>link-previews.js</c> reads them.</summary>
public sealed class PreviewTests
{
    private const string Folder = "api/previews/";

    [Fact]
    public void Every_page_of_a_large_site_is_found_by_the_beginnings_of_files()
    {
        var site = Large(1200);
        var files = site.Files();
        Assert.InRange(Runs(files).Count, 10, 60);
        foreach (var page in Pages(1200))
            Assert.Equal(page.Title, Find(files, page.Address)!.Value.GetProperty("title").GetString());
        Assert.Null(Find(files, "folder1/nothing/"));
    }

    [Fact]
    public void No_file_is_larger_than_the_limit()
    {
        var files = Large(1200).Files();
        Assert.All(Runs(files), r => Assert.InRange(files[$"{Folder}{r.Name}.json"].Length, 1, 32 * 1024));
        Assert.InRange(files[$"{Folder}index.json"].Length, 1, 4096);
    }

    [Fact]
    public void A_page_that_changes_changes_one_file()
    {
        var before = Large(1200).Files();
        var after = Large(1200).With("folder1/page-0008.md", "# Page 8\n\nOther words.\n").Files();
        var changed = Names(before).Where(f => after[f] != before[f]);
        Assert.Single(changed);
        Assert.Equal(Names(before), Names(after));
    }

    [Fact]
    public void A_page_that_comes_or_grows_moves_only_its_neighbours()
    {
        var before = Large(1200).Files();
        var after = Large(1200).With("folder0/a.md", $"---\ndescription: {new string('x', 300)}\n---\n# A\n").Files();
        Assert.InRange(Names(after).Count(f => !before.TryGetValue(f, out var text) || text != after[f]), 1, 8);
    }

    [Fact]
    public void The_same_site_has_the_same_files_wherever_it_lives()
    {
        var at = Large(100).Files();
        var below = Large(100).Files(baseUrl: "https://x.example/kb/");
        Assert.Equal(Names(at).Select(f => (f, at[f])), Names(below).Select(f => (f, below[f])));
    }

    [Fact]
    public void The_text_of_a_link_preview_is_never_long()
    {
        var files = new TestSite()
            .With("index.md", $"---\ndescription: {string.Concat(Enumerable.Repeat("word ", 200))}\n---\n# Home\n")
            .Files();
        var text = Find(files, "")!.Value.GetProperty("text").GetString()!;
        Assert.InRange(text.Length, 250, 302);
        Assert.EndsWith("word …", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_has_only_the_ids_that_links_use()
    {
        var files = new TestSite()
            .With("index.md", "# Home\n\n[One](page.md#one) and [three](page.md#drei).\n")
            .With("page.md", "# Page\n\n## One\n\n## Two\n\n### Three {#drei}\n")
            .Files();
        var sections = Find(files, "page/")!.Value.GetProperty("sections");
        Assert.Equal(["one: One", "drei: Three"], sections.EnumerateObject().Select(s => $"{s.Name}: {s.Value}"));
        Assert.False(Find(files, "")!.Value.TryGetProperty("sections", out _));
    }

    [Fact]
    public void Cells_signals_and_expectations_of_a_ladder_are_sections()
    {
        var files = Ladder()
            .With(
                "index.md",
                "# Home\n\n[A cell](ladders/ds/matrix/#scope.senior), [a "
                    + "step](ladders/ds/compare/junior--senior/#scope).\n"
            )
            .Files();
        string? Section(string address, string id) =>
            Find(files, address)!.Value.GetProperty("sections").TryGetProperty(id, out var text)
                ? text.GetString()
                : null;
        Assert.Equal("Senior", Section("ladders/ds/dimensions/scope/", "scope.senior"));
        Assert.Equal("Junior", Section("ladders/ds/dimensions/scope/", "scope.junior.one"));
        Assert.Equal("Scope at Senior", Section("ladders/ds/matrix/", "scope.senior"));
        Assert.Null(Section("ladders/ds/matrix/", "scope.junior"));
        Assert.Equal("Scope", Section("ladders/ds/levels/senior/", "site:scope"));
        Assert.Equal("Scope", Section("ladders/ds/compare/junior--senior/", "scope"));
    }

    [Fact]
    public void Generated_pages_have_a_preview_and_printed_ones_do_not()
    {
        var files = Ladder()
            .With("index.md", "# Home\n")
            .With("a/b.md", "---\ntags: [new]\n---\n# B\n")
            .With("a/c.md", "---\ntags: [new]\n---\n# C\n")
            .Files();
        string Print(string address) =>
            Find(files, address) is { } p
                ? $"{p.GetProperty("kind")}, {p.GetProperty("title")}: {p.GetProperty("text")}"
                : "nothing";
        Assert.Equal("section, A: B, C", Print("a/"));
        Assert.Equal("page, Pages about “new”: B, C", Print("tags/new/"));
        Assert.Equal("page, Tags: new", Print("tags/"));
        Assert.Equal(
            "ladder, Data science: matrix: What is new at each level, in every dimension.",
            Print("ladders/ds/matrix/")
        );
        Assert.Equal(
            "ladder, Junior to Senior: What is new, raised, unchanged or no longer expected, by dimension.",
            Print("ladders/ds/compare/junior--senior/")
        );
        Assert.Equal(
            "level, Senior: What is expected at this level, dimension by dimension.",
            Print("ladders/ds/levels/senior/")
        );
        Assert.Equal("nothing", Print("ladders/ds/levels/senior/sheet/"));
        Assert.Equal("nothing", Print("glossary/"));
    }

    [Fact]
    public void The_page_of_an_author_replaces_a_generated_one()
    {
        var files = new TestSite()
            .With("index.md", "# Home\n")
            .With("tags.md", "# Our tags\n\nAs we use them.\n")
            .With("a.md", "---\ntags: [x]\n---\n# A\n")
            .Files();
        Assert.Equal("Our tags", Find(files, "tags/")!.Value.GetProperty("title").GetString());
    }

    [Fact]
    public void A_page_loads_the_script_unless_it_is_for_paper_or_leaves_at_once()
    {
        var files = Ladder()
            .With("index.md", "# Home\n")
            .With("a.md", "---\nredirect_from: [/old/]\n---\n# A\n")
            .Files();
        Assert.All(
            ["index.html", "ladders/ds/matrix/index.html", "tags/index.html", "health/index.html"],
            f => Assert.Contains("/link-previews.", "/" + files[f], StringComparison.Ordinal)
        );
        Assert.All(
            ["ladders/ds/levels/senior/sheet/index.html", "old/index.html", "404.html", "search/index.html"],
            f => Assert.DoesNotContain("link-previews", files[f], StringComparison.Ordinal)
        );
    }

    private static TestSite Ladder() =>
        new TestSite()
            .Prepared()
            .With(
                "ladders/ds/ladder.yaml",
                """
                title: Data science
                description: How it grows.
                dimensions: [scope]
                levels:
                  - {id: junior, title: Junior, next: senior}
                  - {id: senior, title: Senior}
                """
            )
            .With(
                "ladders/ds/dimensions/scope.md",
                """
                ---
                title: Scope
                kind: dimension
                ---
                ## Junior {#scope.junior}

                Answers for a task.

                - Finishes what it began. {#scope.junior.one}

                ## Senior {#scope.senior}

                Answers for a product.
                """
            );

    private static IEnumerable<(string Path, string Address, string Title)> Pages(int count) =>
        Enumerable
            .Range(0, count)
            .Select(i => ($"folder{i % 7}/page-{i:0000}.md", $"folder{i % 7}/page-{i:0000}/", $"Page {i}"));

    private static TestSite Large(int count)
    {
        var site = new TestSite();
        foreach (var (path, _, title) in Pages(count))
            site.With(path, $"# {title}\n\n{string.Concat(Enumerable.Repeat($"Words of {title} and others. ", 5))}\n");
        return site;
    }

    private static List<string> Names(IReadOnlyDictionary<string, string> files) =>
        [.. files.Keys.Where(f => f.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static List<(string First, string Name)> Runs(IReadOnlyDictionary<string, string> files) =>
        [
            .. JsonDocument
                .Parse(files[$"{Folder}index.json"])
                .RootElement.EnumerateArray()
                .Select(r => (r[0].GetString()!, r[1].GetString()!)),
        ];

    private static JsonElement? Find(IReadOnlyDictionary<string, string> files, string address)
    {
        var (_, name) = Runs(files).Last(r => string.CompareOrdinal(r.First, address) <= 0);
        return JsonDocument.Parse(files[$"{Folder}{name}.json"]).RootElement.TryGetProperty(address, out var preview)
            ? preview
            : null;
    }
}
