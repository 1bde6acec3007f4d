using KnowledgeSite.SiteModel;
using KnowledgeSite.SiteModel.Maps;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.SiteModel.Maps;

public sealed class SiteMapsTests
{
    [Fact]
    public void Links_are_counted_from_section_to_section()
    {
        var map = MapOf(Small(), "");
        Assert.Equal(["Home", "A", "B", "Loose"], map.Units.Select(u => u.Title));
        Assert.Equal([1, 3, 2, 1], map.Units.Select(u => u.Pages));
        Assert.Equal(
            ["A to B 2", "B to A 1", "Loose to A 1"],
            map.Ties.Select(t => $"{map.Units[t.From].Title} to {map.Units[t.To].Title} {t.Count}")
        );
        Assert.Equal([0, 1, 0, 0], map.Units.Select(u => u.Within));
    }

    [Fact]
    public void The_map_of_a_folder_shows_its_pages_and_their_links_to_other_folders()
    {
        var map = MapOf(Small(), "a");
        Assert.Equal(["A", "One", "Two", "B!", "Loose!"], map.Units.Select(u => u.Title + (u.IsOutside ? "!" : "")));
        Assert.Equal(
            ["One to B 2", "One to Two 1", "B to One 1", "Loose to Two 1"],
            map.Ties.Select(t => $"{map.Units[t.From].Title} to {map.Units[t.To].Title} {t.Count}")
        );
    }

    [Fact]
    public void Links_from_front_matter_count()
    {
        var site = new TestSite()
            .Prepared()
            .With("ds/ladder.yaml", "dimensions: [scope]\nlevels:\n  - {id: junior, title: Junior}\n")
            .With("ds/index.md", "# Ladder")
            .With(
                "ds/dimensions/scope.md",
                "---\nkind: dimension\n---\n# Scope\n\n## Junior {#scope.junior}\n\nWorks.\n\n"
                    + "- Closes a task. {#scope.junior.task}\n"
            )
            .With(
                "roles/role.md",
                "---\nkind: role\nladder: ds\nrequires: [scope.junior]\n---\n# Analyst\n\n"
                    + "See the [matrix](/ds/matrix/).\n"
            )
            .Build()
            .Site!;
        var map = site.Maps.Create(site.Root);
        Assert.Equal(
            "Roles to Ladder 3",
            Assert.Single(map.Ties.Select(t => $"{map.Units[t.From].Title} to {map.Units[t.To].Title} {t.Count}"))
        );
    }

    [Fact]
    public void On_every_map_every_link_of_its_pages_is_counted_once()
    {
        var site = Random(5).Build().Site!;
        foreach (var folder in site.Maps.Folders)
        {
            var map = site.Maps.Create(folder);
            var counted = map.Ties.Sum(t => t.Count) + map.Units.Sum(u => u.Within);
            Assert.Equal(
                site.Pages.SelectMany(site.Backlinks.From)
                    .Count(b =>
                        b.From.Folder.IsWithin(folder.Path)
                        || site.Pages.Single(p => p.Address == b.To).Folder.IsWithin(folder.Path)
                    ),
                counted
            );
            Assert.Equal(
                site.Pages.Count(p => p.Folder.IsWithin(folder.Path)),
                map.Units.Where(u => !u.IsOutside).Sum(u => u.Pages)
            );
        }
    }

    [Fact]
    public void A_deep_folder_names_the_rest_of_its_section()
    {
        var site = Random(6).Build().Site!;
        var map = site.Maps.Create(site.Folders[new("s1/t0")]);
        Assert.Contains("Other pages in S1", map.Units.Where(u => u.IsOutside).Select(u => u.Title));
    }

    [Fact]
    public void Sections_that_do_not_fit_are_combined_and_no_link_is_lost()
    {
        var site = new TestSite().With("index.md", "# Home");
        for (var i = 0; i < 300; i++)
            site.With($"p{i}.md", $"# Page {i}\n\n[x](p{(i * 7 + 1) % 300}.md) [y](p{i % 10}.md)");
        var built = site.Build().Site!;
        var map = built.Maps.Create(built.Root);
        Assert.Equal(41, map.Units.Count);
        Assert.Equal(
            ("261 more pages", 261, "/"),
            (map.Units[^1].Title, map.Units[^1].Pages, map.Units[^1].Address.Value)
        );
        Assert.Contains("Page 9", map.Units.Select(u => u.Title));
        Assert.Equal(
            built.Pages.Sum(p => built.Backlinks.From(p).Count()),
            map.Ties.Sum(t => t.Count) + map.Units.Sum(u => u.Within)
        );
    }

    [Fact]
    public void Few_pages_are_all_shown_and_many_are_grouped_by_section()
    {
        Assert.Equal(
            ["Deep 1 0", "Inside  1", "Page  0"],
            EntriesOf(
                new TestSite()
                    .With("index.md", "# H")
                    .With("s/index.md", "# S")
                    .With("s/page.md", "# Page")
                    .With("s/deep/inside.md", "# Inside")
            )
        );
        var many = new TestSite().With("index.md", "# H").With("s/index.md", "# S");
        for (var i = 0; i < 250; i++)
            many.With($"s/page{i:d3}.md", $"# Page {i}").With($"t/page{i:d3}.md", "# Other");
        var unit = Assert.Single(
            many.Build().Site is { } site ? site.Maps.Create(site.Root).Units.Where(u => u.Title == "S") : []
        );
        Assert.Equal((12, 238), (unit.Inside.Count, unit.LeftOut));
    }

    [Fact]
    public void A_folder_with_one_page_has_no_map_and_is_on_that_of_its_parent()
    {
        var site = new TestSite()
            .With("index.md", "# H")
            .With("a/one.md", "# One")
            .With("a/b/two.md", "# Two")
            .Build()
            .Site!;
        Assert.Equal(["", "a"], site.Maps.Folders.Select(f => f.Path.Value));
        Assert.Equal("a", site.Maps.Nearest(new("a/b")).Path.Value);
    }

    [Fact]
    public void A_folder_that_only_contains_a_folder_leads_to_the_map_of_that_folder() =>
        Assert.Equal(
            "/map/a/b/",
            MapOf(new TestSite().With("index.md", "# H").With("a/b/one.md", "# One").With("a/b/two.md", "# Two"), "")
                .Units.Single(u => u.Title == "A")
                .Map?.Value
        );

    [Fact]
    public void The_map_of_a_folder_that_was_renamed_keeps_its_old_address()
    {
        var site = new TestSite()
            .With("index.md", "# H")
            .With("b/index.md", "---\nredirect_from: [/a/]\n---\n# B")
            .With("b/one.md", "---\nredirect_from: [/a/one/]\n---\n# One")
            .With("b/two.md", "# Two")
            .Build()
            .Site!;
        Assert.Equal(["/a/ /b/", "/a/one/ /b/one/", "/map/a/ /map/b/"], site.Redirects.Select(r => $"{r.From} {r.To}"));
    }

    private static IEnumerable<string> EntriesOf(TestSite site) =>
        site.Build().Site is { } built
            ? built
                .Maps.Create(built.Root)
                .Units.Single(u => u.Title == "S")
                .Inside.Select(e => $"{e.Label} {e.Pages} {e.Depth}")
            : [];

    private static FolderMap MapOf(TestSite site, string folder) =>
        site.Build().Site is { } built
            ? built.Maps.Create(built.Folders[new(folder)])
            : throw new InvalidOperationException();

    private static TestSite Small() =>
        new TestSite()
            .With("index.md", "# Start")
            .With("a/index.md", "# A")
            .With("a/one.md", "# One\n\n[x](../b/three.md) [x](../b/three.md) [y](two.md)")
            .With("a/two.md", "# Two")
            .With("b/index.md", "# B")
            .With("b/three.md", "# Three\n\n[x](../a/one.md)")
            .With("loose.md", "# Loose\n\n[x](a/two.md)");

    /// <summary>Three sections of three folders of four pages, each with five links somewhere.</summary>
    private static TestSite Random(int seed)
    {
        var site = new TestSite().With("index.md", "# H");
        var random = new Random(seed);
        for (var i = 0; i < 36; i++)
            site.With(
                Path(i),
                $"# Page {i}\n\n" + string.Concat(Enumerable.Range(0, 5).Select(_ => $"[x](/{Path(random.Next(36))}) "))
            );
        return site;

        static string Path(int i) => $"s{i / 12}/t{i / 4 % 3}/page{i}.md";
    }
}
