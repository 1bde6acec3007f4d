using AngleSharp.Html.Parser;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Search.Related;

public sealed class RelatedPagesTests
{
    [Fact]
    public void Pages_that_share_rare_words_are_related_without_a_reason() =>
        Assert.Equal(["Rollback"], Related(Site(), "deploy/release"));

    [Fact]
    public void Pages_that_few_tags_and_links_join_are_related_and_say_so()
    {
        var site = Site()
            .With("z/one.md", "---\ntags: [budget]\n---\n# One\n\n[Money](../money.md)")
            .With("a/two.md", "---\ntags: [budget]\n---\n# Two\n\n[Money](../money.md)")
            .With("money.md", "# Money\n\nText.");
        Assert.Equal(["Two: Same tag: budget"], Related(site, "z/one"));
    }

    [Fact]
    public void Pages_that_cite_a_rare_work_say_so()
    {
        var site = Site()
            .With("sources.yaml", "- id: gauge\n  title: The Gauge\n  form: book\n")
            .With("z/one.md", "---\ntags: [budget]\n---\n# One\n\nText [@gauge].")
            .With("a/two.md", "---\ntags: [budget]\nsources: [gauge]\n---\n# Two\n\nText.");
        Assert.Equal(["Two: Both cite The Gauge"], Related(site, "z/one"));
    }

    [Fact]
    public void A_page_that_is_linked_or_next_in_the_folder_is_not_a_related_page()
    {
        Assert.Empty(Related(Site("See [the other](../operate/rollback.md)."), "deploy/release"));
        Assert.Empty(Related(Site("See [the other](../operate/rollback.md)."), "operate/rollback"));
        Assert.Empty(
            Related(
                Site().With("deploy/rollback.md", Rollback).With("operate/rollback.md", "# Other\n\nText."),
                "deploy/release"
            )
        );
    }

    [Fact]
    public void At_most_five_related_pages_are_shown_in_a_stable_order()
    {
        var site = Site();
        for (var i = 0; i < 5; i++)
            site.With($"more/p{i}/page.md", $"# More {i}\n\n## Canary, rollout, latency, shards\n\nThe quorum.");
        site.With("deploy/release.md", "# Release\n\n## Canary, rollout, latency, shards\n\nText.");
        var before = Related(site, "deploy/release");
        Assert.Equal(5, before.Count);

        for (var i = 0; i < 300; i++)
            site.With(
                $"other/o{i}.md",
                $"# Other {i}\n\nSomething else entirely about subject{(char)('a' + (i % 26))} and its neighbours."
            );
        Assert.Equal(before, Related(site, "deploy/release"));
    }

    [Fact]
    public void Words_that_many_pages_have_relate_nothing()
    {
        var site = Site();
        for (var i = 0; i < 40; i++)
            site.With($"more/p{i}.md", $"# More {i}\n\n## Canary, rollout, latency\n\nText.");
        Assert.Empty(Related(site, "deploy/release"));
    }

    private const string Rollback =
        "# Rollback\n\n## The canary and its latency\n\nWhen the canary shows latency, the rollout ends. A "
        + "rollout is a rollout.";

    [Fact]
    public void A_word_that_a_page_only_mentions_is_not_what_it_is_about() =>
        Assert.Empty(
            Related(
                Site()
                    .With(
                        "operate/rollback.md",
                        "# Rollback\n\nWhen a canary has this latency, the rollout of the day is over, and "
                            + "everybody may go home for lunch."
                    ),
                "deploy/release"
            )
        );

    /// <summary>Two pages with rare words in common among others that have none.</summary>
    private static TestSite Site(string more = "")
    {
        var site = new TestSite()
            .Prepared()
            .With("index.md", "# Home\n\nHello.")
            .With(
                "deploy/release.md",
                "# Release\n\n## Canary, rollout, latency\n\nA canary comes before the rollout; latency "
                    + $"decides. {more}"
            )
            .With("operate/rollback.md", Rollback);
        foreach (var i in Enumerable.Range(0, 40))
            site.With($"s{i % 7}/f{i}.md", $"# Filler {i}\n\nPlain words stand here, number {i}.");
        return site;
    }

    private static IReadOnlyList<string> Related(TestSite site, string page) =>
        [
            .. new HtmlParser()
                .ParseDocument(site.Page($"{page}/index.html"))
                .QuerySelectorAll("[aria-labelledby='site:related'] li")
                .Select(l => string.Join(": ", l.QuerySelectorAll("a, p").Select(part => part.TextContent))),
        ];
}
