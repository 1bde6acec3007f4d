using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KnowledgeSite.Content;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Rendering;

public sealed class CitedCellTests
{
    /// <summary>All but templates, whose links are in the documents that are made from them.</summary>
    public static TheoryData<PageKind> Kinds => [.. Enum.GetValues<PageKind>().Where(k => k != PageKind.Document)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_page_of_any_kind_that_links_to_a_cell_is_named_in_it(PageKind kind) =>
        Assert.Equal(
            ["Interview exercise"],
            UsedBy("[the scope](ladders/ds/dimensions/scope.md#scope.junior)", kind, "ds", "scope.junior")
        );

    [Theory]
    [InlineData("[the task](ladders/ds/dimensions/scope.md#scope.junior.task)")]
    [InlineData("[the task](xref:scope.junior.task)")]
    [InlineData("[the cell](/ladders/ds/matrix/#scope.junior)")]
    [InlineData("[the cell](xref:scope.junior) and [its task](xref:scope.junior.task)")]
    public void A_page_is_named_once_for_links_of_any_kind(string link) =>
        Assert.Equal(["Interview exercise"], UsedBy(link, PageKind.Workshop, "ds", "scope.junior"));

    [Fact]
    public void A_cell_of_an_overlay_is_cited_where_its_own_page_is() =>
        Assert.Equal(
            ["Interview exercise"],
            UsedBy(
                "[the model](ladders/mle/dimensions/scope.md#scope.junior.model)",
                PageKind.Workshop,
                "mle",
                "scope.junior"
            )
        );

    [Fact]
    public void A_cell_that_no_page_links_to_names_none() =>
        Assert.Empty(UsedBy("[the cell](xref:scope.junior)", PageKind.Workshop, "ds", "scope.senior"));

    [Fact]
    public void A_signal_that_is_linked_to_in_the_matrix_is_there()
    {
        var matrix = Matrix("[the task](/ladders/ds/matrix/#scope.senior.product)", PageKind.Page, "ds");
        Assert.Equal("LI", matrix.GetElementById("scope.senior.product")!.TagName);
        var raises = matrix.QuerySelector("[id='scope.senior.product'] .raises")!;
        Assert.Equal(
            "Raises Closes a task a week (Junior)",
            string.Join(' ', raises.TextContent.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        );
        Assert.Equal("#scope.junior.task", raises.QuerySelector("a")!.GetAttribute("href"));
    }

    private static IEnumerable<string> UsedBy(string link, PageKind kind, string ladder, string cell) =>
        Matrix(link, kind, ladder).GetElementById(cell)!.QuerySelectorAll(".used-by a").Select(a => a.TextContent);

    private static IDocument Matrix(string link, PageKind kind, string ladder) =>
        new HtmlParser().ParseDocument(
            new TestSite()
                .Prepared()
                .With(
                    "exercise.md",
                    $"---\nkind: {kind.ToString().ToLowerInvariant()}\n---\n# Interview exercise\n\nSee {link}.\n"
                )
                .With(
                    "ladders/ds/ladder.yaml",
                    "dimensions: [scope]\nlevels:\n  - {id: junior, title: Junior, next: senior}\n"
                        + "  - {id: senior, title: Senior}\n"
                )
                .With(
                    "ladders/ds/dimensions/scope.md",
                    "---\nkind: dimension\n---\n## Junior {#scope.junior}\n\nWorks on a task.\n\n"
                        + "- Closes a task a week. {#scope.junior.task}\n\n## Senior {#scope.senior}\n\n"
                        + "Works on a product.\n\n- Closes a product. {#scope.senior.product "
                        + "raises=scope.junior.task}\n"
                )
                .With("ladders/mle/ladder.yaml", "extends: ds\n")
                .With(
                    "ladders/mle/dimensions/scope.md",
                    "---\nkind: dimension\n---\n## Junior {#scope.junior}\n\n- Trains a model. {#scope.junior.model}\n"
                )
                .Page($"ladders/{ladder}/matrix/index.html")
        );
}
