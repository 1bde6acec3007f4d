using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Rendering;

public sealed class MapPageTests
{
    [Fact]
    public void The_list_names_everything_in_the_drawing()
    {
        var page = Parse(Sections(5, 6).Page("map/index.html"));
        var words = page.QuerySelectorAll(".map-words a").Select(a => a.GetAttribute("href")).ToHashSet();
        Assert.Equal(
            [],
            page.QuerySelectorAll("article svg a").Select(a => a.GetAttribute("href")).Where(h => !words.Contains(h))
        );
        Assert.Equal(2, page.QuerySelectorAll("article svg").Length);
        Assert.All(
            page.QuerySelectorAll("article svg"),
            svg => Assert.Equal(6, svg.QuerySelectorAll("a > .box").Length)
        );
    }

    [Fact]
    public void A_thousand_sections_make_no_larger_page_than_fifty()
    {
        var some = Sections(50, 2).Page("map/index.html");
        var many = Sections(1000, 2).Page("map/index.html");
        Assert.InRange(many.Length, some.Length / 2, some.Length * 5 / 4);
        Assert.Contains("961 more sections", many, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_an_author_replaces_the_map()
    {
        var files = new TestSite()
            .With("index.md", "# Home")
            .With("map.md", "# How to get here")
            .With("a/one.md", "# One")
            .With("a/two.md", "# Two")
            .Files();
        Assert.Contains("How to get here", files["map/index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("site-map", files["map/index.html"], StringComparison.Ordinal);
        Assert.Contains("Map of A", files["map/a/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_of_one_page_has_a_map_without_a_drawing()
    {
        var page = Parse(new TestSite().With("index.md", "# Home").Page("map/index.html"));
        Assert.Null(page.QuerySelector("article svg"));
        Assert.Equal("Home", page.QuerySelector(".map-list .unit a")!.TextContent);
    }

    [Fact]
    public void An_author_may_link_to_maps_and_the_search_finds_them()
    {
        var site = new TestSite()
            .Prepared()
            .With("index.md", "# Home\n\n[All](/map/), [A](/map/a/)")
            .With("a/one.md", "# One")
            .With("a/two.md", "# Two");
        Assert.Equal(
            [],
            site.Build()
                .Diagnostics.Where(d => d.Rule.Id.StartsWith("KS4", StringComparison.Ordinal))
                .Select(d => d.Message)
        );
        Assert.Equal(
            "/map/",
            SearchedSite
                .Create(("index.md", "# Home"), ("a/one.md", "# One"), ("a/two.md", "# Two"))
                .Addresses("map of the site")[0]
        );
    }

    [Fact]
    public void A_page_shows_what_leads_to_it_and_where_it_leads()
    {
        var site = new TestSite()
            .With("index.md", "# Home\n\n[P](p.md)")
            .With("p.md", "# P\n\n[Two](two.md#two) [Home](index.md) [Two](two.md)")
            .With("two.md", "# Two")
            .With("alone.md", "# Alone")
            .Files();
        var around = Parse(site["p/index.html"]).QuerySelector(".around")!;
        Assert.Equal(["Home"], around.QuerySelectorAll("ul.from a").Select(a => a.TextContent));
        Assert.Equal(["Two", "Home"], around.QuerySelectorAll("ul.to a").Select(a => a.TextContent));
        Assert.All(around.QuerySelectorAll("ul.from a"), a => Assert.Equal("-1", a.GetAttribute("tabindex")));
        Assert.Null(Parse(site["alone/index.html"]).QuerySelector(".around"));
    }

    [Fact]
    public void Eight_neighbours_are_drawn_and_the_rest_is_counted()
    {
        var site = new TestSite().With("index.md", "# Home");
        for (var i = 0; i < 80; i++)
            site.With($"p{i}.md", $"# Page {i}\n\n[x](hub.md)");
        var around = Parse(
                site.With("hub.md", "# Hub\n\n" + string.Concat(Enumerable.Range(0, 80).Select(i => $"[x](p{i}.md) ")))
                    .Page("hub/index.html")
            )
            .QuerySelector(".around")!;
        Assert.Equal(
            (8, 8, 60),
            (
                around.QuerySelectorAll("ul.from a").Length,
                around.QuerySelectorAll("ul.to a").Length,
                around.QuerySelectorAll(".further a").Length
            )
        );
        Assert.Equal(
            ["and 72 more", "and 72 more"],
            around.QuerySelectorAll("li:not(:has(a))").Select(l => l.TextContent)
        );
        Assert.Contains("And 12 more.", around.TextContent, StringComparison.Ordinal);
        Assert.All(around.QuerySelectorAll("path"), p => Assert.Equal(9, p.GetAttribute("d")!.Count(c => c == 'M')));
    }

    /// <summary>Each section links to the next one, and its pages link to each other.</summary>
    private static TestSite Sections(int count, int pages)
    {
        var site = new TestSite().With("index.md", "# Home\n\n[x](s0/p0.md)");
        for (var s = 0; s < count; s++)
        for (var p = 0; p < pages; p++)
            site.With(
                $"s{s}/p{p}.md",
                $"# Page {s}.{p}\n\n[x](../s{(s + 1) % count}/p{p}.md) [y](p{(p + 1) % pages}.md)"
            );
        return site;
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
