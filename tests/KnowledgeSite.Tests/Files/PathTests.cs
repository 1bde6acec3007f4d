using KnowledgeSite.Files;

namespace KnowledgeSite.Tests.Files;

public sealed class PathTests
{
    [Theory]
    [InlineData("guides", "setup.md", "guides/setup.md")]
    [InlineData("guides", "../index.md", "index.md")]
    [InlineData("", "./a//b/", "a/b")]
    [InlineData("a/b", "../..", "")]
    public void A_relative_path_is_resolved_from_its_folder(string folder, string relative, string expected) =>
        Assert.Equal(new SourcePath(expected), new SourcePath(folder).Resolve(relative));

    [Fact]
    public void A_path_above_the_input_folder_is_not_resolved() => Assert.Null(new SourcePath("a").Resolve("../../b"));

    [Theory]
    [InlineData("Guides/Set Up", "/guides/set-up/")]
    [InlineData("index.html", "/index-html/")]
    [InlineData("ÄÖÜ/日本", "/äöü/日本/")]
    [InlineData("50%/c#/was?", "/50/c/was/")]
    [InlineData("v1.2", "/v1.2/")]
    [InlineData("???", "/page-3f3f3f/")]
    [InlineData("../..", "/page-2e2e/page-2e2e/")]
    [InlineData("re\u0301sume\u0301", "/r\u00e9sum\u00e9/")]
    public void A_URL_is_lower_case_and_has_no_reserved_characters(string path, string expected) =>
        Assert.Equal(expected, SitePath.OfPage(new SourcePath(path)).Value);

    [Theory]
    [InlineData("/", "index.html", "", 0)]
    [InlineData("/a/b/", "a/b/index.html", "a/b/", 2)]
    [InlineData("/robots.txt", "robots.txt", "robots.txt", 0)]
    [InlineData("/a b/é/", "a b/é/index.html", "a%20b/%C3%A9/", 2)]
    public void A_URL_has_a_file_a_link_and_a_depth(string address, string file, string href, int depth)
    {
        var path = new SitePath(address);
        Assert.Equal((file, href, depth), (path.File, path.Href, path.Depth));
    }

    [Theory]
    [InlineData("ab\ncd", 0, 1, 1)]
    [InlineData("ab\ncd", 2, 1, 3)]
    [InlineData("ab\ncd", 3, 2, 1)]
    [InlineData("ab\ncd", 99, 2, 3)]
    [InlineData("", 0, 1, 1)]
    public void A_position_is_counted_as_in_editors(string text, int offset, int line, int column) =>
        Assert.Equal(new SourcePosition(line, column), new SourceText(text).PositionAt(offset));
}
