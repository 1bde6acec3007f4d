using KnowledgeSite.Diagnostics;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Health;

public sealed class LikenessTests
{
    private const string Long =
        "On the day before a release the person on call reads the list of changes and marks each of them as "
        + "safe, as reversible or as one of the few that cannot be undone. "
        + "Whatever cannot be undone needs a second reader who did not write it, and the second reader gets an "
        + "hour at a desk with nothing else to do.";

    [Fact]
    public void A_paragraph_on_many_pages_is_reported_on_each_but_the_first()
    {
        var site = new TestSite().Prepared().With("index.md", "# Home\n\nHello.");
        for (var i = 0; i < 20; i++)
            site.With($"p{i:00}.md", $"# Page {i}\n\nOnly here: {i}.\n\n{Long}\n");
        var found = site.Build(check: true).Diagnostics.Where(d => d.Rule == HealthRules.SameParagraph).ToList();
        Assert.Equal(19, found.Count);
        Assert.All(found, f => Assert.Equal(5, f.Location!.Line));
        Assert.All(found, f => Assert.Contains(", line 5: 100 %", f.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("```\n", "\n```")]
    [InlineData("| ", " |\n|---|")]
    [InlineData("[^note]: ", "")]
    [InlineData("<p>", "</p>")]
    [InlineData("<!-- Advice -->\n\n<!--\n\n", "\n\n-->")]
    public void Code_tables_notes_and_html_are_not_compared(string before, string after) =>
        Assert.Empty(Found($"{before}{Long}{after}", $"{before}{Long}{after}"));

    [Fact]
    public void An_item_of_a_list_is_found_in_a_paragraph_of_another_page_whatever_its_marks() =>
        Assert.Equal(
            ["b.md:4"],
            Found(
                Long,
                "- One.\n"
                    + "- "
                    + Long.Replace("person on call", "[person on call](a.md){.x}", StringComparison.Ordinal)
                        .Replace("second reader", "**second reader**", StringComparison.Ordinal)
                    + "\n"
                    + "- Two."
            )
        );

    [Fact]
    public void Within_one_page_nothing_is_compared() => Assert.Empty(Found($"{Long}\n\n{Long}", "Other."));

    [Fact]
    public void A_page_that_is_nearly_the_same_is_named_once_and_not_paragraph_by_paragraph()
    {
        var rest =
            "After that it goes to all machines in four steps, each of which takes ten minutes. The person "
            + "on call may stop it at any step, and nobody asks for a reason on that day, which is written "
            + "down the next morning. Nothing is released on a Friday, nor in the last week of a quarter, "
            + "unless it mends something that customers can see, and then two people say so in writing.";
        var site = new TestSite()
            .Prepared()
            .With("a.md", $"# A\n\n{Long}\n\n{rest}")
            .With("b.md", $"# B\n\n{Long}\n\n{rest}");
        Assert.Equal(
            [HealthRules.SamePage.Id],
            site.Build(check: true).Diagnostics.Select(d => d.Rule.Id).Where(id => id is "KS754" or "KS755")
        );
    }

    [Fact]
    public void A_folder_without_settings_gets_no_advice()
    {
        var site = new TestSite()
            .With("a.md", $"# A\n\n{Long}")
            .With("b.md", $"# B\n\n{Long}")
            .With("picture.png", "x");
        Assert.DoesNotContain(
            site.Build(check: true).Diagnostics,
            d => d.Rule.Id.StartsWith("KS75", StringComparison.Ordinal)
        );
        Assert.Contains("Orphaned pages", site.Page("health/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_prints_no_advice_but_has_the_health_page()
    {
        var site = new TestSite().Prepared().With("a.md", $"# A\n\n{Long}").With("b.md", $"# B\n\n{Long}");
        Assert.Empty(site.Build().Diagnostics);
        Assert.Contains(" % of ", site.Page("health/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_an_author_at_that_URL_is_kept()
    {
        var site = new TestSite()
            .Prepared()
            .With("index.md", "# Home\n\n[Our health](/health/)")
            .With("health.md", "# Keeping well\n\n[Home](index.md)");
        Assert.Contains("Keeping well", site.Page("health/index.html"), StringComparison.Ordinal);
        Assert.Empty(site.Build(check: true).Diagnostics);
    }

    [Fact]
    public void A_link_to_the_page_about_health_leads_there() =>
        Assert.Empty(
            new TestSite().Prepared().With("index.md", "# Home\n\n[Health](/health/)").Build(check: true).Diagnostics
        );

    private static IEnumerable<string> Found(string a, string b) =>
        new TestSite()
            .Prepared()
            .With("a.md", $"# A\n\n{a}\n")
            .With("b.md", $"# B\n\n{b}\n")
            .Build(check: true)
            .Diagnostics.Where(d => d.Rule.Id is "KS754" or "KS755")
            .Select(d => $"{d.Location!.Path}:{d.Location.Line}");
}
