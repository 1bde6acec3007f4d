using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.SiteModel;

public sealed class CodeOwnersTests
{
    private static readonly TestSite Pages = new TestSite().Prepared("title: T\nowners:\n  Leads: '@acme/leads'\n  Editors: '@acme/editors @ed'")
        .With("index.md", Owned("Editors")).With("one/a.md", Owned("Leads")).With("one/in/b.md", Owned("Leads")).With("two/a b.md", Owned("Leads")).With("two/c.md", Owned("Editors")).With("two/d.md", "Text.\n");

    [Fact]
    public void A_folder_whose_pages_have_one_owner_is_one_line_and_other_pages_a_line_each() => Assert.Equal(
        ["/input/index.md @acme/editors @ed", "/input/one/ @acme/leads", "/input/two/a\\ b.md @acme/leads", "/input/two/c.md @acme/editors @ed"],
        Owners.Text.Split('\n').Where(l => l.Length > 0 && l[0] != '#'));

    [Fact]
    public void What_stands_around_the_lines_is_left_alone()
    {
        var file = Owners.PutInto("* @acme/all\n");
        Assert.Equal("* @acme/all\n\n" + Owners.Text, file);
        Assert.Equal(file + "/docs @x\n", Owners.PutInto(file.Replace("/input/one/", "/input/gone/") + "/docs @x\n"));
    }

    [Fact]
    public void A_committed_file_that_was_made_of_other_owners_is_reported_and_one_written_by_hand_is_not()
    {
        Assert.DoesNotContain("KS124", Findings("/input @someone\n"));
        Assert.DoesNotContain("KS124", Findings(Owners.Text));
        Assert.Contains("warning KS124: '.github/CODEOWNERS' asks others than the owners that the pages name now.", Findings(Owners.Text.Replace("@ed", "@gone")));
    }

    private static CodeOwners Owners => new(Pages.Build().Site!, "input/");

    private static string Findings(string file) =>
        TestSite.Print(Pages.Build(versionControl: new VersionControl("input/", []) { Owners = new(".github/CODEOWNERS", file) }).Diagnostics);

    private static string Owned(string owner) => $"---\nowner: {owner}\n---\nText.\n";
}
