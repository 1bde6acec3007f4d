using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Workshops;

/// <summary>Tests the links between a workshop and the ladder that it trains.</summary>
public sealed class WorkshopLinkTests
{
    private const string Ladder = "title: Data\ndimensions: [scope]\nlevels:\n  - id: senior\n    title: Senior\n";
    private const string Scope =
        "---\nkind: dimension\n---\n# Scope\n\n## Senior {#scope.senior}\n\nOwns a product.\n\n"
        + "- Ships the product. {#scope.senior.product}\n";

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Files = new(() =>
        new TestSite()
            .With("ladder/ladder.yaml", Ladder)
            .With("ladder/dimensions/scope.md", Scope)
            .With(
                "workshops/audit.md",
                "---\ntitle: Audit\nkind: workshop\nladder: ladder\nserves: [scope.senior.product]\n---\nText.\n"
            )
            .With(
                "workshops/talk.md",
                "---\ntitle: Talk\nkind: workshop\nladder: ladder\nserves: [senior, scope]\n---\nText.\n"
            )
            .Files()
    );

    [Theory]
    [InlineData("ladder/matrix/index.html", "../../workshops/audit/", true)]
    [InlineData("ladder/dimensions/scope/index.html", "../../../workshops/audit/", true)]
    [InlineData("ladder/levels/senior/index.html", "../../../workshops/audit/", true)]
    [InlineData("ladder/levels/senior/index.html", "../../../workshops/talk/", true)]
    [InlineData("ladder/dimensions/scope/index.html", "../../../workshops/talk/", true)]
    [InlineData("ladder/matrix/index.html", "../../workshops/talk/", false)]
    [InlineData("workshops/audit/index.html", "../../ladder/dimensions/scope/#scope.senior", true)]
    [InlineData("workshops/talk/index.html", "../../ladder/levels/senior/", true)]
    [InlineData("workshops/talk/index.html", "../../ladder/dimensions/scope/", true)]
    public void A_workshop_and_what_it_serves_lead_to_each_other(string page, string address, bool leads) =>
        Assert.Equal(leads, Files.Value[page].Contains($"<a href=\"{address}\"", StringComparison.Ordinal));

    [Theory]
    [InlineData("participant/")]
    [InlineData("participant/large/")]
    [InlineData("facilitator/")]
    [InlineData("facilitator/large/")]
    [InlineData("pack/")]
    public void Every_sheet_is_in_the_sitemap(string sheet) =>
        Assert.Contains($"/workshops/audit/{sheet}<", Files.Value["sitemap.xml"]);

    [Fact]
    public void A_page_at_the_URL_of_a_sheet_is_reported()
    {
        var site = new TestSite()
            .Prepared("title: T\nrules:\n  KS530: off\n  KS531: off")
            .With("w.md", "---\nkind: workshop\n---\nText.\n")
            .With("w/participant.md", "# Mine\n");
        Assert.StartsWith(
            "w/participant.md:1:1: error KS411: This page and a page generated from 'w.md' both have the URL "
                + "/w/participant/",
            TestSite.Print(site.Build().Diagnostics)
        );
    }
}
