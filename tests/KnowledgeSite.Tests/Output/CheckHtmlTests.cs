using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Output;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Output;

public sealed class CheckHtmlTests
{
    [Fact]
    public async Task A_duplicate_id_in_finished_html_is_reported_with_its_count()
    {
        var findings = await Check("<p id=\"a\">1</p><p id=\"a\">2</p><p id=\"b\">3</p>");
        var finding = Assert.Single(findings, d => d.Rule == HtmlRules.DuplicateIdInPage);
        Assert.Equal("The page 'page/index.html' has the id 'a' 2 times. Use each id only once.", finding.Message);
    }

    [Fact]
    public async Task An_element_where_it_cannot_be_is_reported_with_its_surroundings() =>
        Assert.StartsWith(
            "The HTML of 'page/index.html' is malformed (An illegal element has been detected in a table) near '<p>x",
            Assert.Single(await Check("<table><p>x</p></table>"), d => d.Message.Contains("illegal")).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("../nowhere/")]
    [InlineData("../page/#gone")]
    [InlineData("../page/../nowhere/")]
    [InlineData("../page/#%67one")]
    [InlineData("../../../up/")]
    public async Task A_broken_link_in_finished_html_is_reported(string link) =>
        Assert.Contains(await Check($"<a href=\"{link}\">x</a>"), d => d.Rule == HtmlRules.DeadLinkInPage);

    [Theory]
    [InlineData("../page/")]
    [InlineData("../page/#here")]
    [InlineData("../page/../page/#here")]
    [InlineData("../p%61ge/#h%65re")]
    [InlineData("../page/#%68ere")]
    [InlineData("../../page/")]
    [InlineData("#here")]
    [InlineData("#top")]
    [InlineData("https://elsewhere.example/x")]
    [InlineData("mailto:a@b.example")]
    public async Task A_working_link_in_finished_html_is_not_reported(string link) =>
        Assert.Empty(await Check($"<p id=\"here\"><a href=\"{link}\">x</a></p>"));

    private static async Task<IReadOnlyList<Diagnostic>> Check(string body)
    {
        var html = $"<!DOCTYPE html><html lang=\"en\"><head><title>t</title></head><body>{body}</body></html>";
        var diagnostics = new DiagnosticBag();
        var site = Pipeline.Constant("Site", new TestSite().With("a.md", "# A").Build().Site!);
        var files = Pipeline.Constant<IReadOnlyList<OutputFile>>(
            "Files",
            [OutputFile.OfText(new SitePath("/page/"), html)]
        );
        var check = Pipeline.Named("Check", files).Output(new CheckHtml(SiteSettings.Unprepared, site));
        await PipelineRun.ExecuteAsync([check], diagnostics);
        return diagnostics.Sorted();
    }
}
