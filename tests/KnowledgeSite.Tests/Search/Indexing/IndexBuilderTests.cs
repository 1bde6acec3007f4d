using KnowledgeSite.Search.Indexing;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Search.Indexing;

public sealed class IndexBuilderTests
{
    [Fact]
    public void Words_that_other_pages_use_to_link_are_names_of_the_section()
    {
        var site = SearchedSite.Create(
            (
                "index.md",
                "# Home\n\nThe [pay bands](money.md), the [*yearly* bonus](money.md#bonus), [my own](#x) and "
                    + "![a logo](x.png).\n\n## X {#x}\n\ny\n"
            ),
            ("money.md", "# Compensation\n\n## Extra {#bonus}\n\nOnce.\n")
        );
        Assert.Equal(["/money/"], site.SectionsOf("bands").Where(a => a != "/"));
        Assert.Equal(["/money/#bonus"], site.SectionsOf("yearly").Where(a => a != "/"));
        Assert.All(site.PostingsOf("own"), p => Assert.Equal(0, p.Names));
        Assert.Contains("/money/", site.Addresses("pay bands"));
    }

    [Fact]
    public void Links_that_touch_each_other_are_one_word_of_their_page_and_many_names()
    {
        var links = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"[a{i}](money.md)"));
        var site = SearchedSite.Create(
            ("index.md", $"# Home\n\n{links}\n\n## Quokka {{#quokka}}\n\nwombat\n"),
            ("money.md", "# Money\n\nx\n")
        );
        Assert.Equal(["/#quokka"], site.SectionsOf("wombat"));
        Assert.Equal(["/money/"], site.SectionsOf("a9999"));
    }

    [Fact]
    public void Links_from_more_pages_make_a_name_more_usual()
    {
        var pages = Enumerable
            .Range(0, 5)
            .Select(i =>
                (
                    $"p{i}.md",
                    $"# P{i}\n\nThe [often](often.md) and, once only, {(i == 0 ? "[seldom](seldom.md)" : "nothing")}.\n"
                )
            );
        var site = SearchedSite.Create([.. pages, ("often.md", "# A\n\nx\n"), ("seldom.md", "# B\n\nx\n")]);
        Assert.True(site.PostingsOf("often").Max(p => p.Names) > site.PostingsOf("seldom").Max(p => p.Names));
    }

    [Fact]
    public void A_name_of_its_own_says_more_about_a_page_than_many_names_that_contain_it()
    {
        var site = SearchedSite.Create(
            ("whole.md", "---\nalso_called: [quokka]\n---\n\n# A\n\nx\n"),
            (
                "parts.md",
                "---\nalso_called: [quokka a b c, quokka d e f, quokka g h i, quokka j k l]\n---\n\n# B\n\nx\n"
            )
        );
        Assert.Equal("/whole/", site.Addresses("quokka")[0]);
        Assert.Distinct(site.PostingsOf("quokka").Select(p => p.Names));
    }

    [Fact]
    public void A_ladder_calls_its_levels_by_their_codes()
    {
        var site = SearchedSite.Create(
            ("index.md", "# Home\n\nL6 is mentioned here.\n"),
            (
                "ladders/ds/ladder.yaml",
                "title: DS\ndescription: D\ndimensions: [scope]\nlevels:\n"
                    + "  - { id: senior, code: L5, title: Senior Scientist, next: [staff] }\n"
                    + "  - { id: staff, code: L6, title: Staff Scientist }\n"
            ),
            (
                "ladders/ds/dimensions/scope.md",
                "---\ntitle: Scope\nkind: dimension\n---\n\n## Senior {#scope.senior}\n\nOne team.\n\n"
                    + "## Staff {#scope.staff}\n\nMany teams.\n"
            ),
            ("ladders/ds/levels/staff.md", "---\ntitle: The technical leader\nkind: level\n---\n\nLeads.\n")
        );
        Assert.Contains("/ladders/ds/levels/staff/", site.Addresses("L6").Take(2));
        Assert.Equal("/ladders/ds/levels/senior/", site.Addresses("l5")[0]);
        Assert.Contains("/ladders/ds/matrix/", site.Index.Pages.Select(p => p.Address.Value));
    }

    [Fact]
    public void A_page_is_found_by_what_its_author_says_it_is_also_called()
    {
        var site = SearchedSite.Create(
            ("index.md", "# Home\n\nOn advancement, among other things.\n"),
            ("other.md", "# Other\n\nNothing of it.\n"),
            ("third.md", "# Third\n\nNothing of it either.\n"),
            (
                "promotion.md",
                "---\ntitle: Promotion\nalso_called: [advancement, getting ahead]\n---\n\nWorking at the next level.\n"
            )
        );
        Assert.Equal(["/", "/promotion/"], site.Addresses("advancement").Order());
        Assert.Equal(["/promotion/"], site.Addresses("ahead"));
    }

    [Fact]
    public void A_page_with_another_title_is_found_by_the_last_part_of_its_address()
    {
        var site = SearchedSite.Create(
            ("index.md", "# Home\n\nWe run experiments, and speak of experiments and of the experiments of others.\n"),
            ("work/index.md", "# Work\n\nWhat we do.\n"),
            ("work/experiments.md", "# Test it live\n\nWith half of the users.\n"),
            ("work/scope.md", "# Scope of a test\n\nAs small as it can be.\n")
        );
        Assert.Equal("/work/experiments/", site.Addresses("experiments")[0]);
    }

    [Fact]
    public void Either_form_of_an_abbreviation_finds_the_other()
    {
        var site = SearchedSite.Create(
            ("index.md", "# Home\n\nWe measure return on investment (ROI) and key results (KRs).\n"),
            ("short.md", "# Short\n\nThe ROI was low.\n"),
            ("long.md", "# Long\n\nA return on every investment.\n")
        );
        Assert.Equal(
            ["kr key results", "roi return on investment"],
            site.Index.Abbreviations.Select(a => $"{a.Letters} {string.Join(' ', a.Words)}")
        );
        Assert.Contains("/short/", site.Addresses("return on investment"));
        Assert.Contains("/long/", site.Addresses("ROI"));
        Assert.DoesNotContain("/short/", site.Addresses("investment"));
    }

    [Fact]
    public void A_very_frequent_word_keeps_the_sections_in_which_it_is_most_of_the_text()
    {
        var pages = Enumerable
            .Range(0, 30)
            .Select(page =>
                (
                    $"p{page}.md",
                    $"# Page {page}\n\n"
                        + string.Concat(
                            Enumerable
                                .Range(0, 80)
                                .Select(s =>
                                    $"## Heading {s} {{#h{s}}}\n\n"
                                    + (
                                        s == 0
                                            ? "common common common"
                                            : "common and much besides, which takes its share of the words away"
                                    )
                                    + "\n\n"
                                )
                        )
                )
            );
        var site = SearchedSite.Create([.. pages]);
        var common = site.Index.Words.Single(w => w.Word == "common");
        Assert.Equal(new(30, 2400), common.LeftOut);
        Assert.Equal(30, common.Postings.Length);
        Assert.All(site.SectionsOf("common"), address => Assert.EndsWith("#h0", address, StringComparison.Ordinal));
        Assert.Null(site.Index.Words.Single(w => w.Word == "p7").LeftOut);
    }

    [Fact]
    public void A_changed_page_leaves_the_postings_of_others_as_they_are()
    {
        static (string, string)[] Pages(string changed) =>
            [
                ("a.md", "# A\n\nShared words stay [as they are](c.md).\n"),
                ("b.md", $"# B\n\n{changed}\n"),
                ("c.md", "# C\n\nShared text at the end.\n"),
            ];
        var before = SearchedSite.Create(Pages("shared"));
        var after = SearchedSite.Create(Pages("something else that is much longer, and shared by nobody but itself"));
        foreach (var word in before.Index.Words.Select(w => w.Word).Where(w => after.Knows(w)))
            Assert.Equal(Outside(before, word), Outside(after, word));
    }

    [Fact]
    public void Pages_without_text_or_title_can_be_found_by_what_they_have()
    {
        var site = SearchedSite.Create(
            ("empty-folder/empty.md", ""),
            ("untitled.md", "Only a paragraph about wombats.\n"),
            ("only-title.md", "# Quokka\n")
        );
        Assert.Equal("/empty-folder/empty/", site.Addresses("empty")[0]);
        Assert.Equal("/untitled/", site.Addresses("wombat")[0]);
        Assert.Equal("/only-title/", site.Addresses("quokka")[0]);
    }

    [Fact]
    public void A_page_of_a_million_words_is_indexed_and_found()
    {
        var text = new System.Text.StringBuilder("# Long\n\n");
        for (var i = 0; i < 1_000_000; i++)
            text.Append("word").Append(i % 5000).Append(i % 20 == 19 ? "\n" : " ");
        var site = SearchedSite.Create(
            ("long.md", text.Append("\n## End {#end}\n\nquokka\n").ToString()),
            ("short.md", "# Short\n\nNothing.\n")
        );
        Assert.Equal("/long/", site.Addresses("word4999 word17")[0]);
        Assert.Equal("/long/#end", site.Addresses("quokka")[0]);
    }

    private static IEnumerable<string> Outside(SearchedSite site, string word) =>
        site.SectionsOf(word)
            .Zip(site.PostingsOf(word), (address, posting) => $"{address} {posting with { Section = 0 }}")
            .Where(p => !p.StartsWith("/b/", StringComparison.Ordinal));
}
