using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Search.Indexing;

public sealed class LeftOutOfSearchTests
{
    [Fact]
    public void Pages_that_are_not_published_or_not_searched_are_never_in_the_index()
    {
        var site = SearchedSite.Create(
            ("index.md", "# Home\n\nSee [the hidden page](hidden.md).\n"),
            ("hidden.md", "---\ntitle: Hidden\nsearch: false\n---\n\nquokka\n"),
            ("excluded.md", "---\ntitle: Excluded\nexcluded: true\n---\n\nwombat\n"),
            ("tomorrow.md", "---\ntitle: Tomorrow\npublished: 2026-11-21\n---\n\nnumbat\n"),
            ("today.md", "---\ntitle: Today\npublished: 2026-11-20\n---\n\nbilby\n"),
            ("_draft.md", "# Draft\n\nkoala\n"),
            ("_drafts/one.md", "# One\n\ndingo\n")
        );
        Assert.Equal(
            ["/", "/today/"],
            site.Index.Pages.Where(p => p.Source is not null).Select(p => p.Address.Value).Order()
        );
        Assert.Equal(["bilby"], site.Known("quokka wombat numbat bilby koala dingo"));
    }

    [Fact]
    public void A_block_of_the_class_no_search_is_left_out()
    {
        var site = SearchedSite.Create(
            (
                "index.md",
                "# Home\n\nbefore <span class=\"x no-search\">quokka <b>deeper</b></span> after\n\n"
                    + "<div class=\"no-search\">\n\nwombat\n\n<div>numbat</div>\n\nkoala\n\n</div>\n\nbilby\n"
            )
        );
        Assert.Equal(["before", "after", "bilby"], site.Known("before quokka deeper after wombat numbat koala bilby"));
    }

    [Fact]
    public void An_image_of_the_class_does_not_hide_text_after_it()
    {
        var site = SearchedSite.Create(
            (
                "index.md",
                "# Home\n\nbefore ![quokka](https://example.com/a.svg){.no-search} after<br class=\"no-search\">bilby\n"
            )
        );
        Assert.Equal(["before", "after", "bilby"], site.Known("before quokka after bilby"));
    }

    [Fact]
    public void A_class_whose_name_only_begins_so_leaves_nothing_out() =>
        Assert.True(
            SearchedSite
                .Create(("index.md", "# Home\n\n<p class=\"no-searching\" title=\"no-search\">quokka</p>\n"))
                .Knows("quokka")
        );

    [Fact]
    public void A_heading_of_the_class_hides_the_text_below_it()
    {
        var site = SearchedSite.Create(
            (
                "index.md",
                """
                # Home

                ## One {#one}

                alpha

                ## Two {#two .no-search}

                beta

                ### Three {#three}

                gamma

                ## Four {#four}

                delta

                ### Five {#five .no-search}

                epsilon

                ### Six {#six}

                zeta
                """
            )
        );
        Assert.Equal(["one", "four", "six"], site.Index.Pages[0].Sections.Skip(1).Select(s => s.Anchor));
        Assert.Equal(["alpha", "delta", "zeta"], site.Known("alpha beta gamma delta epsilon zeta two three five"));
    }

    [Fact]
    public void Two_such_headings_one_in_the_other_end_with_the_outer_one()
    {
        var site = SearchedSite.Create(
            (
                "index.md",
                "# Home\n\n## Aa {#aa .no-search}\n\nalpha\n\n### Bb {#bb .no-search}\n\nbeta\n\n"
                    + "### Cc {#cc}\n\ngamma\n\n## Dd {#dd}\n\ndelta\n"
            )
        );
        Assert.Equal(["delta"], site.Known("alpha beta gamma delta"));
    }
}
