using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Output;

/// <summary>Tests generated pages that are so large that a build with more than linear time would not end.</summary>
public sealed class LargePageTests : IDisposable
{
    private const int Deep = 10_000;

    private readonly DiskSite _site = new DiskSite().With("index.md", "# Home\n\nText.\n");

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_page_of_four_megabytes_is_built()
    {
        const string Section =
            "## Section\n\nText with **marks**, a [link](index.md) and `code`.\n\n- One\n- Two\n\n| a | b |\n"
            + "|---|---|\n| 1 | 2 |\n\n";
        _site.With("page.md", "# Page\n\n" + string.Concat(Enumerable.Repeat(Section, 4_000_000 / Section.Length)));
        Assert.Empty(DiskSite.Rules(_site.Build()));
        Assert.True(new FileInfo(_site.Folder.Combine("output/page/index.html")).Length > 4_000_000);
    }

    [Fact]
    public void A_line_of_ten_megabytes_is_built()
    {
        _site.With("page.md", string.Concat(Enumerable.Repeat("word ", 2_000_000)));
        Assert.Empty(DiskSite.Rules(_site.Build()));
    }

    public static TheoryData<string, string> Nested() =>
        new()
        {
            { "quotes", string.Concat(Enumerable.Repeat("> ", Deep)) + "a" },
            { "lists", string.Concat(Enumerable.Repeat("- ", Deep)) + "a" },
            { "numbers", string.Concat(Enumerable.Repeat("1. ", Deep)) + "a" },
            {
                "emphasis",
                string.Concat(Enumerable.Repeat("*a **b ", Deep)) + string.Concat(Enumerable.Repeat("** *", Deep))
            },
            { "stars", new string('*', Deep) + "a" + new string('*', Deep) },
            { "brackets", new string('[', Deep) + "a" + new string(']', Deep) },
            { "open brackets", string.Concat(Enumerable.Repeat("[a", Deep)) },
            { "open footnotes", string.Concat(Enumerable.Repeat("[^", Deep)) },
            { "open pictures", string.Concat(Enumerable.Repeat("![[]()", Deep)) },
            { "containers", string.Concat(Enumerable.Range(3, 1000).Select(i => new string(':', 1003 - i) + " x\n")) },
            { "elements", "<div>\n" + string.Concat(Enumerable.Repeat("<div>", Deep)) },
            { "formatting", "<div>\n" + string.Concat(Enumerable.Repeat("<b><i>", Deep / 2)) },
            { "drawings", "<div>\n" + string.Concat(Enumerable.Repeat("<svg><title>", Deep / 2)) },
            {
                "closed elements",
                "<div>\n"
                    + string.Concat(Enumerable.Repeat("<div>", Deep))
                    + string.Concat(Enumerable.Repeat("</b></div>", Deep))
            },
            { "open tags", "<div>\n" + string.Concat(Enumerable.Repeat("<a ", Deep)) },
            { "open comments", "<div>\n" + string.Concat(Enumerable.Repeat("<!--", Deep)) },
            { "open styles", "<div>\n" + string.Concat(Enumerable.Repeat("<style>", Deep)) },
            { "titles with a wrong end", "<div>\n" + string.Concat(Enumerable.Repeat("<title></titlex>", Deep)) },
            { "open sections of data", "<div>\n" + string.Concat(Enumerable.Repeat("<![CDATA[", Deep)) },
            { "closed comments", "<div>\n" + string.Concat(Enumerable.Repeat("<!-- a -->", Deep)) },
            { "open values", "<div>\n" + string.Concat(Enumerable.Repeat("<b x=\"", Deep)) },
            { "tags in a name", "<div>\n" + string.Concat(Enumerable.Repeat("<b", Deep)) + ">" },
            { "attributes in a drawing", "<div>\n<svg>" + string.Concat(Enumerable.Repeat("<g x=1 y=2>", Deep)) },
            { "tables", "<div>\n" + string.Concat(Enumerable.Repeat("<table><td>", Deep)) },
            { "items", "<div>\n" + string.Concat(Enumerable.Repeat("<ul><li>", Deep)) },
            {
                "cells of a hidden table",
                "<div>\n<table>"
                    + string.Concat(Enumerable.Repeat("<b>", Deep))
                    + string.Concat(Enumerable.Repeat("<td>", Deep))
            },
            {
                "a hidden paragraph",
                "<div>\n<p><marquee>"
                    + string.Concat(Enumerable.Repeat("<b>", Deep))
                    + string.Concat(Enumerable.Repeat("<div>", Deep))
            },
        };

    [Theory]
    [MemberData(nameof(Nested))]
    public void Ten_thousand_of_anything_inside_each_other_are_built_with_the_other_pages(string what, string page)
    {
        _site.With($"{what}.md", page);
        _site.Build();
        Assert.True(_site.Has("index.html"));
        Assert.True(_site.Has($"{what.Replace(' ', '-')}/index.html"));
    }
}
