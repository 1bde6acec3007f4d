using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.SiteModel;

public sealed class CodeOwnersTests
{
    private static readonly TestSite Pages = new TestSite()
        .Prepared(Settings)
        .With("index.md", Owned("Editors"))
        .With("one/a.md", Owned("Leads"))
        .With("one/in/b.md", Owned("Leads"))
        .With("two/a b.md", Owned("Leads"))
        .With("two/c.md", Owned("Editors"))
        .With("two/d.md", "Text.\n");

    [Fact]
    public void A_folder_has_the_owner_of_its_page_or_of_most_of_its_pages_and_others_a_line_each() =>
        Assert.Equal(
            [
                "/input/ @acme/editors @ed",
                "/input/one/ @acme/leads",
                "/input/two/a\\ b.md @acme/leads",
                "/input/two/d.md",
            ],
            LinesOf(Owners.Text)
        );

    [Fact]
    public void A_page_that_is_added_with_the_usual_owner_of_its_folder_changes_nothing()
    {
        var before = Owners.Text;
        var after = new TestSite()
            .Prepared(Settings)
            .With("index.md", Owned("Editors"))
            .With("one/a.md", Owned("Leads"))
            .With("one/in/b.md", Owned("Leads"))
            .With("one/new.md", Owned("Leads"))
            .With("two/a b.md", Owned("Leads"))
            .With("two/c.md", Owned("Editors"))
            .With("two/d.md", "Text.\n");
        Assert.Equal(before, new CodeOwners(after.Build().Site!, "input/").Text);
    }

    [Theory]
    [InlineData("Leads", "@acme/leads")]
    [InlineData("\"@acme/platform\"", "@acme/platform")]
    public void Maintainers_own_everything_that_is_no_page_of_an_owner(string named, string handle)
    {
        var site = new TestSite()
            .Prepared($"{Settings}\nmaintainers: {named}")
            .With("index.md", Owned("Editors"))
            .With("a.md", "# A\n");
        Assert.Equal(
            [
                $"* {handle}",
                "/input/ @acme/editors @ed",
                $"/input/a.md {handle}",
                $"/input/**/site.yaml {handle}",
                $"/input/**/_folder.yaml {handle}",
                $"/input/**/sources.yaml {handle}",
                $"/input/**/search-tests.yaml {handle}",
                $"/input/**/strings.yaml {handle}",
            ],
            LinesOf(new CodeOwners(site.Build().Site!, "input/").Text)
        );
    }

    [Fact]
    public void Lines_around_the_generated_ones_are_kept_and_have_priority()
    {
        var file = Owners.MergeInto("* @acme/all\n");
        Assert.Equal(Owners.Text + "\n* @acme/all\n", file);
        Assert.Equal(file + "/docs @x\n", Owners.MergeInto(file.Replace("/input/one/", "/input/gone/") + "/docs @x\n"));
    }

    [Fact]
    public void An_outdated_CODEOWNERS_file_is_reported_and_one_written_by_hand_is_not()
    {
        Assert.DoesNotContain("KS124", Findings("/input @someone\n"));
        Assert.DoesNotContain("KS124", Findings(Owners.Text));
        Assert.Contains(
            "../.github/CODEOWNERS:1:1: info KS124: '.github/CODEOWNERS' does not match the owners of the " + "pages.",
            Findings(Owners.Text.Replace("@ed", "@gone"))
        );
    }

    private const string Settings = "title: T\nowners:\n  Leads: '@acme/leads'\n  Editors: '@acme/editors @ed'";

    private static IEnumerable<string> LinesOf(string text) => text.Split('\n').Where(l => l.Length > 0 && l[0] != '#');

    private static CodeOwners Owners => new(Pages.Build().Site!, "input/");

    private static string Findings(string file) =>
        TestSite.Print(
            Pages
                .Build(
                    strict: true,
                    versionControl: new VersionControl("input/", []) { Owners = new(".github/CODEOWNERS", file) }
                )
                .Diagnostics
        );

    private static string Owned(string owner) => $"---\nowner: {owner}\n---\nText.\n";
}
