using KnowledgeSite.Content;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Content;

public sealed class SourceHostTests
{
    [Theory]
    [InlineData(
        "https://github.com/acme/knowledge/",
        null,
        "https://github.com/acme/knowledge/edit/main/docs/a%20b.md"
    )]
    [InlineData(
        "https://github.com/acme/knowledge",
        "release/2",
        "https://github.com/acme/knowledge/edit/release/2/docs/a%20b.md"
    )]
    [InlineData(
        "https://gitlab.acme.example/people/knowledge",
        "main",
        "https://gitlab.acme.example/people/knowledge/-/edit/main/docs/a%20b.md"
    )]
    public void The_edit_link_leads_to_the_source_of_the_page(string repository, string? branch, string expected) =>
        Assert.Equal(expected, SourceHost.Create(repository, branch)!.Edit("docs/a b.md"));

    [Fact]
    public void The_form_for_suggestions_is_filled_with_the_page_and_the_statement()
    {
        var github = SourceHost.Create("https://github.com/acme/knowledge", null)!;
        Assert.Equal(
            "https://github.com/acme/knowledge/issues/new?template=suggest-a-change.yml&"
                + "title=Change%3A%20R%26D&page=%2Fa%2F&statement=scope.staff",
            github.Suggest("Change: R&D", "/a/", "scope.staff")
        );
        Assert.DoesNotContain("statement", github.Suggest("Change: R&D", "/a/", null), StringComparison.Ordinal);
        var gitlab = SourceHost.Create("https://gitlab.com/acme/knowledge", null)!;
        Assert.Equal(
            "https://gitlab.com/acme/knowledge/-/issues/new?issue[title]=Change%3A%20R%26D&"
                + "issue[description]=%2Fa%2F%20%28scope.staff%29",
            gitlab.Suggest("Change: R&D", "/a/", "scope.staff")
        );
    }

    [Theory]
    [InlineData("acme/knowledge")]
    [InlineData("git@github.com:acme/knowledge.git")]
    [InlineData("https://github.com/")]
    [InlineData("javascript:alert(1)")]
    public void Only_the_URL_of_a_repository_is_accepted(string text) => Assert.Null(SourceHost.Create(text, null));

    [Fact]
    public void The_issue_form_of_this_repository_has_the_fields_that_links_fill_in()
    {
        var form = File.ReadAllText(Path.Combine(Repository.Root, ".github", "ISSUE_TEMPLATE", "suggest-a-change.yml"));
        Assert.Contains("id: page\n", form, StringComparison.Ordinal);
        Assert.Contains("id: statement\n", form, StringComparison.Ordinal);
    }
}
