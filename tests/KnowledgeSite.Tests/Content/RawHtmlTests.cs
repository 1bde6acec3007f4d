using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Content;

/// <summary>A page with HTML is sanitized as a whole, so what the tool itself writes must pass.</summary>
public sealed partial class RawHtmlTests
{
    [Fact]
    public void HTML_on_a_page_changes_no_other_construct()
    {
        var gallery = Repository.Combine("tests", "fixtures", "gallery", "input");
        var without = new TestSite().WithFolder(gallery).Files();
        var site = new TestSite().WithFolder(gallery, "\n\n<b id=html>HTML</b>\n");
        var with = site.Files();

        Assert.Equal("", TestSite.Print(site.Build().Diagnostics.Where(d => d.Severity != Severity.Info)));
        var pages = with.Keys.Where(f => with[f].Contains("id=\"html\"", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count > 8);
        Assert.All(pages, page => Assert.Equal(ReadArticle(without[page]), ReadArticle(with[page])));
    }

    /// <summary>The article in normal form, without the paragraph of HTML.</summary>
    private static string ReadArticle(string html)
    {
        var article = new HtmlParser().ParseDocument(html).QuerySelector("article")!;
        article.QuerySelector("p:has(#html)")?.Remove();
        return Space().Replace(article.InnerHtml, " ");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
