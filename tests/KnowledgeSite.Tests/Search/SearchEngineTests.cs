using KnowledgeSite.Search;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Search;

public sealed class SearchEngineTests
{
    private static readonly SearchedSite Site = SearchedSite.Create(
        ("index.md", "# Home\n\nWhere the [road to Rome](travel.md) begins.\n"),
        (
            "travel.md",
            "# Travel\n\n## By train {#train}\n\nTrains leave hourly from the old station.\n\n"
                + "## By boat {#boat}\n\nBoats leave on Sunday in every season, not hourly.\n"
        ),
        (
            "food.md",
            "---\nkind: workshop\ntitle: Food\n---\n\n## Breakfast {#breakfast}\n\n"
                + "Coffee by the old station, every Sunday.\n"
        )
    );

    [Theory]
    [InlineData("travel", "/travel/")]
    [InlineData("train", "/travel/#train")]
    [InlineData("TRAINS", "/travel/#train")]
    [InlineData("breakf", "/food/#breakfast")]
    [InlineData("brekafast", "/food/#breakfast")]
    [InlineData("boats on sunday", "/travel/#boat")]
    [InlineData("\"old station\" coffee", "/food/#breakfast")]
    public void The_best_section_comes_first(string query, string address) =>
        Assert.Equal(address, Site.Addresses(query)[0]);

    [Fact]
    public void A_page_is_found_by_what_others_call_it() => Assert.Contains("/travel/", Site.Addresses("road to rome"));

    [Fact]
    public void Tests_are_left_out_once_they_have_matched_too_many_sections()
    {
        // "sunday" is in two sections, "hourly" in two.
        Assert.Empty(Site.Test("travel.md", 4, "sunday boats", "hourly trains", "travel"));
        var found = Assert.Single(Site.Test("travel.md", 1, "sunday boats", "hourly trains", "travel"));
        Assert.Equal("KS654", found.Rule.Id);
        Assert.StartsWith("2 search tests from here on are not run", found.Message, StringComparison.Ordinal);
        Assert.Equal(4, found.Location!.Line);
    }

    [Fact]
    public void Tests_that_run_at_the_same_time_are_reported_in_order()
    {
        // The first query matches two sections. The second has no words, so it matches none, and its test fails.
        string[] queries = [.. Enumerable.Range(0, 200).Select(n => n % 2 == 0 ? "sunday boats" : "'!!'")];
        Assert.Equal(
            Enumerable.Range(0, 100).Select(n => (n * 4) + 4),
            Site.Test("travel.md", 1000, queries).Select(d => d.Location!.Line)
        );
        Assert.Equal(
            [.. Enumerable.Range(0, 9).Select(n => ("KS653", (n * 4) + 4)), ("KS654", 40)],
            Site.Test("travel.md", 19, queries).Select(d => (d.Rule.Id, d.Location!.Line))
        );
    }

    /// <summary>
    /// Each deleted page changes how rare a word is. A section does not drop out because its page then matches a little
    /// less of the query than before, compared with the best page.
    /// </summary>
    [Theory]
    [InlineData(10)]
    [InlineData(9)]
    [InlineData(5)]
    [InlineData(1)]
    public void A_heading_with_words_of_the_query_is_found_however_many_other_pages_there_are(int levels)
    {
        var site = SearchedSite.Create([
            ("index.md", "# Home\n\n[Notes](notes.md), [ladder](ladder.md).\n"),
            ("notes.md", "# Notes\n\nHow do I ask my manager?\n"),
            ("ladder.md", "# The ladder\n\n## Finding your level {#finding-your-level}\n\nBegin in the middle.\n"),
            .. Enumerable
                .Range(0, levels)
                .Select(n => ($"steps/{n}.md", $"# Step {n}\n\nWork at this level is larger than before.\n")),
            .. Enumerable.Range(0, 5).Select(n => ($"tools/{n}.md", $"# Tool {n}\n\nA tool to measure with.\n")),
        ]);
        Assert.Contains("/ladder/#finding-your-level", site.Addresses("how do I find my level").Take(3));
    }

    [Theory]
    [InlineData(0, 200_000)]
    [InlineData(1_000_000, 200_000)]
    [InlineData(10_000_000, 2_000_000)]
    public void Tests_may_match_more_sections_on_a_larger_site(long characters, long sections) =>
        Assert.Equal(sections, TestSearch.FindLimit(characters));

    [Fact]
    public void A_phrase_leaves_out_pages_that_hold_its_words_elsewhere()
    {
        Assert.Equal(["/food/#breakfast", "/travel/#boat"], Site.Addresses("every sunday").Order());
        Assert.Equal(["/food/#breakfast"], Site.Addresses("\"every sunday\""));
    }

    [Fact]
    public void A_page_that_matches_much_less_of_the_query_is_ranked_far_lower()
    {
        var hits = Site.Search("coffee breakfast sunday");
        Assert.Equal("/food/#breakfast", hits[0].Address);
        Assert.All(hits.Skip(1), hit => Assert.True(hit.Score < hits[0].Score / 10));
    }

    [Fact]
    public void A_filter_leaves_pages_of_its_kinds()
    {
        Assert.Equal(["/food/#breakfast"], Site.Addresses("sunday", "workshop"));
        Assert.Empty(Site.Addresses("sunday", "ladder"));
        Assert.Equal(2, Site.Addresses("sunday", "workshop", "page").Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t ")]
    [InlineData("?! … — \"\" ((")]
    [InlineData("😀🇩🇪")]
    [InlineData("zzzzqqqq")]
    [InlineData("(a|b)+[^x]$^.*\\d", 0)]
    [InlineData("<script>alert('x')</script> &amp; %00", 0)]
    [InlineData("__proto__ constructor hasOwnProperty", 0)]
    public void Odd_queries_are_answered_as_well_as_they_can_be(string query, int? least = null)
    {
        var hits = Site.Search(query);
        if (least is null)
            Assert.Empty(hits);
        else
            Assert.True(hits.Count >= least && hits.All(h => double.IsFinite(h.Score)));
    }

    [Fact]
    public void A_query_of_ten_thousand_characters_is_cut()
    {
        Assert.Equal("/travel/#train", Site.Addresses("trains hourly " + new string('x', 10_000))[0]);
        Assert.Equal("/travel/#train", Site.Addresses("train " + string.Concat(Enumerable.Repeat("hourly ", 1500)))[0]);
    }

    [Fact]
    public void A_stop_word_alone_finds_what_holds_it() =>
        Assert.Equal(
            ["/", "/food/#breakfast", "/travel/#train"],
            Site.Addresses("the")
                .Where(a => !a.EndsWith("/pack/", StringComparison.Ordinal))
                .Take(3)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_script_is_found_by_its_words_or_by_pairs_of_characters()
    {
        var site = SearchedSite.Create(
            ("ru.md", "# Наука о данных\n\nМосква и Ёлка.\n"),
            ("zh.md", "# 数据科学家的职级\n\n我们如何评估。\n"),
            ("ar.md", "# علم البيانات\n\nمرحبا بالعالم\n"),
            ("fr.md", "# Élèves français\n\nNaïve œuvre.\n"),
            ("th.md", "# วิทยาศาสตร์ข้อมูล\n\nข้อมูล\n")
        );
        Assert.Equal("/ru/", site.Addresses("москва")[0]);
        Assert.Equal("/zh/", site.Addresses("科学")[0]);
        Assert.Equal("/zh/", site.Addresses("评估")[0]);
        Assert.Equal("/ar/", site.Addresses("البيانات")[0]);
        Assert.Equal("/fr/", site.Addresses("eleves francais oeuvre")[0]);
        Assert.Equal("/th/", site.Addresses("ข้อมูล")[0]);
    }
}
