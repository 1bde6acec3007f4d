using AngleSharp.Html.Parser;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Rendering;

public sealed class LongListTests
{
    private static readonly string[] Parts = ["", "-2/", "-3/"];

    [Theory]
    [InlineData("flat")]
    [InlineData("tags/many")]
    public void A_long_list_is_divided_and_every_entry_is_in_one_part(string folder)
    {
        using var site = new DiskSite();
        for (var i = 0; i < 450; i++)
            site.With($"flat/page-{i:000}.md", "---\ntags: [many]\n---\n# Page\n\nText.\n");
        Assert.Empty(site.Build(check: true).Diagnostics);

        var parts = Parts.Select(part => site.Page($"{folder}/{part}index.html")).ToList();
        Assert.Equal([200, 200, 50], parts.Select(p => Entries(p).Count));
        Assert.Equal(450, parts.SelectMany(Entries).Select(e => e.Split('/')[^2]).Distinct().Count());
        Assert.All(parts, p => Assert.Contains(">201–400</a>", p));
    }

    [Fact]
    public void A_page_of_an_author_shows_the_first_part_and_leads_to_the_others()
    {
        using var site = new DiskSite();
        site.With("flat/index.md", "# Everything\n\nWhat it is about.\n");
        for (var i = 0; i < 201; i++)
            site.With($"flat/page-{i:000}.md", "# Page\n");
        site.Build();

        Assert.Contains("What it is about.", site.Page("flat/index.html"));
        Assert.Equal(200, Entries(site.Page("flat/index.html")).Count);
        Assert.Contains("href=\"../flat/-2/\"", site.Page("flat/index.html"));
        Assert.Single(Entries(site.Page("flat/-2/index.html")));
    }

    [Theory]
    [InlineData("[One](one.md)", 3)]
    [InlineData("[One](one.md), [[two]] and [the inner pages](inner/index.md)", 0)]
    public void A_page_that_links_to_all_contents_of_its_folder_does_not_list_them_again(string text, int entries)
    {
        using var site = new DiskSite();
        site.With("all/index.md", $"# All\n\n{text}\n")
            .With("all/one.md", "# One\n")
            .With("all/two.md", "# Two\n")
            .With("all/inner/index.md", "# Inner\n");
        site.Build();
        Assert.Equal(entries, Entries(site.Page("all/index.html")).Count);
    }

    [Fact]
    public void A_site_of_many_sections_names_some_at_the_head_of_each_page_and_all_on_the_first()
    {
        using var site = new DiskSite();
        site.With("index.md", "# Home\n");
        for (var i = 0; i < 40; i++)
            site.With($"section-{i:00}/page.md", "# Page\n\nText.\n");
        Assert.Empty(site.Build(check: true).Diagnostics);

        var head = new HtmlParser()
            .ParseDocument(site.Page("section-39/page/index.html"))
            .QuerySelectorAll(".site-sections a")
            .Select(a => a.TextContent)
            .ToList();
        Assert.Equal(13, head.Count);
        Assert.Equal("All sections", head[^1]);
        Assert.Equal(40, Entries(site.Page("index.html")).Count);
    }

    /// <summary>The targets of the entries in the list on this page.</summary>
    private static List<string> Entries(string html) =>
        [
            .. new HtmlParser()
                .ParseDocument(html)
                .QuerySelectorAll(".entry-list > li > a")
                .Select(a => a.GetAttribute("href")!),
        ];
}
