using AngleSharp.Html.Parser;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Rendering;

public sealed class DimensionTextTests
{
    /// <summary>
    /// The headings are not in the order of the ladder. The second one contains a link, and the third one is not a
    /// level.
    /// </summary>
    private const string Scope =
        "---\nkind: dimension\n---\n## Senior *work* {#scope.senior}\n\nWorks on a product.\n\n"
        + "## Junior, see [the guide](guide.md) {#scope.junior}\n\nWorks on a task.\n\n## Odd {#scope.odd}\n\n"
        + "Works.\n";

    private static TestSite Site =>
        new TestSite()
            .Prepared()
            .With(
                "ladders/ds/ladder.yaml",
                "dimensions: [scope]\nlevels:\n  - {id: junior, title: Junior, next: senior}\n"
                    + "  - {id: senior, title: Senior}\n"
            )
            .With("ladders/ds/dimensions/scope.md", Scope)
            .With("ladders/ds/dimensions/guide.md", "# Guide")
            .With("ladders/mle/ladder.yaml", "extends: ds\n")
            .With(
                "ladders/mle/dimensions/scope.md",
                "---\nkind: dimension\n---\n## Senior {#scope.senior}\n\nWith models.\n"
            );

    [Fact]
    public void The_heading_of_a_cell_leads_to_its_level_and_one_with_a_link_keeps_that() =>
        Assert.Equal(
            [
                "Senior work → ../../../../ladders/ds/levels/senior/",
                "the guide → ../../../../ladders/ds/dimensions/guide/",
            ],
            HeadingLinks("ds")
        );

    [Fact]
    public void The_heading_of_an_overlay_leads_to_the_level_of_the_overlay() =>
        Assert.Equal(["Senior → ../../../../ladders/mle/levels/senior/"], HeadingLinks("mle"));

    [Fact]
    public void The_text_around_the_headings_is_not_changed() =>
        Assert.Equal(
            "Senior work Works on a product. Junior, see the guide Works on a task. Odd Works.",
            string.Join(
                ' ',
                new HtmlParser()
                    .ParseDocument(Site.Page("ladders/ds/dimensions/scope/index.html"))
                    .QuerySelectorAll(".prose h2, .prose h2 + p")
                    .Select(e => e.TextContent)
            )
        );

    private static IEnumerable<string> HeadingLinks(string ladder) =>
        new HtmlParser()
            .ParseDocument(Site.Page($"ladders/{ladder}/dimensions/scope/index.html"))
            .QuerySelectorAll("main h2 a")
            .Select(a => $"{a.TextContent} → {a.GetAttribute("href")}");
}
