using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.SiteModel;

public sealed class BacklinkTests
{
    [Theory]
    [InlineData("Before it. Read [the plan](plan.md) first. After it.", "Read the plan first.")]
    [InlineData("One [line](/plan.md)\nof two", "One line of two")]
    [InlineData("See [[plan]]!", "See Plan!")]
    [InlineData(
        "As *we* said in `code`, [the **plan**](plan.md) &amp; more, e.g. this.",
        "As we said in code, the plan & more, e.g. this."
    )]
    [InlineData("- first\n- [plan](plan.md): second\n- third", "plan: second")]
    [InlineData("## A heading with [the plan](plan.md)\n\nText.", "A heading with the plan")]
    [InlineData("See [what][p] it is.\n\n[p]: plan.md", "See what it is.")]
    [InlineData("![Chart](x.png) Then [the plan](plan.md#plan).", "Then the plan.")]
    [InlineData(
        "Somebody said it.[^1] Then read [the plan](plan.md), as it says.[^1]\n\n[^1]: A note.",
        "Then read the plan, as it says."
    )]
    [InlineData("| a | b |\n|---|---|\n| no | the [plan](plan.md) holds |", "the plan holds")]
    public void A_page_shows_the_sentence_that_leads_to_it(string text, string sentence) =>
        Assert.Equal([sentence], Sentences(("a.md", text)));

    [Fact]
    public void A_long_sentence_is_cut_around_the_link()
    {
        var far = string.Concat(Enumerable.Repeat("word ", 100));
        var sentence = Assert.Single(Sentences(("a.md", $"{far}[plan](plan.md) {far}")));
        Assert.StartsWith("… word", sentence, StringComparison.Ordinal);
        Assert.EndsWith("word …", sentence, StringComparison.Ordinal);
        Assert.InRange(sentence.Length, 200, 320);
    }

    [Fact]
    public void A_page_that_leads_there_twice_is_named_once_with_the_first_sentence() =>
        Assert.Equal(
            ["First the plan."],
            Sentences(("a.md", "First [the plan](plan.md). Then [the plan](plan.md#plan)."))
        );

    [Fact]
    public void A_page_s_own_links_do_not_count() =>
        Assert.Null(
            Page([("plan.md", "# Plan\n\n[Here](plan.md#plan)"), ("index.md", "# Home\n\nHello.")])
                .GetElementById("site:backlinks")
        );

    [Fact]
    public void Backlinks_are_grouped_by_kind_and_sorted_by_title()
    {
        var page = Page([
            ("plan.md", "# Plan"),
            ("b.md", "# Beta\n\n[x](plan.md)"),
            ("a.md", "# Alpha\n\n[x](plan.md)"),
            ("s.md", "---\nkind: stage\n---\n# Stage\n\n[x](plan.md)"),
        ]);
        Assert.Equal(
            ["Stages", "Stage", "Pages", "Alpha", "Beta"],
            page.QuerySelectorAll("[aria-labelledby='site:backlinks'] :is(h3, li > a)").Select(e => e.TextContent)
        );
    }

    [Fact]
    public void Many_backlinks_are_collapsed_and_very_many_are_counted()
    {
        var page = Page([
            ("plan.md", "# Plan"),
            .. Enumerable.Range(0, 70).Select(i => ($"p{i}.md", $"# Page {i}\n\n[x](plan.md)")),
        ]);
        var connections = page.QuerySelector("details.connections")!;
        Assert.EndsWith("linked from 70 pages", connections.QuerySelector("summary")!.TextContent);
        Assert.Equal(60, connections.QuerySelectorAll("[aria-labelledby='site:backlinks'] li").Length);
        Assert.Contains("And 10 more.", connections.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_that_asks_for_a_level_and_a_source_that_is_named_are_backlinks_too()
    {
        var files = new TestSite()
            .Prepared()
            .With("ds/ladder.yaml", "dimensions: [scope]\nlevels:\n  - {id: junior, title: Junior}\n")
            .With(
                "ds/dimensions/scope.md",
                "---\nkind: dimension\n---\n# Scope\n\n## Junior {#scope.junior}\n\nWorks on a task.\n\n"
                    + "- Closes a task. {#scope.junior.task}\n"
            )
            .With(
                "role.md",
                "---\nkind: role\nladder: ds\nrequires: [scope.junior]\nsources: [the-book]\n---\n# Analyst\n\nText.\n"
            )
            .With("sources/the-book.md", "---\nkind: source\n---\n# The book\n\nText.\n")
            .Files();
        Assert.Contains("Requires Scope at Junior", files["ds/levels/junior/index.html"], StringComparison.Ordinal);
        Assert.Contains("Requires Scope at Junior", files["ds/matrix/index.html"], StringComparison.Ordinal);
        Assert.Contains("Names it as a source", files["sources/the-book/index.html"], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sentences(params (string Path, string Text)[] pages) =>
        Page([("plan.md", "# Plan"), .. pages]).QuerySelectorAll(".backlinks p").Select(p => p.TextContent);

    private static IDocument Page((string Path, string Text)[] pages)
    {
        var site = new TestSite().Prepared().With("x.png", "x");
        foreach (var (path, text) in pages)
            site.With(path, text);
        return new HtmlParser().ParseDocument(site.Page("plan/index.html"));
    }
}
