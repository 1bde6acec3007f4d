using System.Text;
using AngleSharp.Html.Parser;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Fuzz;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Content;

/// <summary>
/// The HTML of pages that try to run code. <c>XssTests</c> of the browser tests open the same pages in Chromium.
/// </summary>
public sealed class XssTests
{
    private static readonly Lazy<BuildResult> Result = new(() =>
        TestSite.Run(new MemoryTree(XssVectors.Read()), check: false, strict: false, null, "2026-11-20")
    );

    [Fact]
    public void No_page_holds_code_or_leaves_its_frame()
    {
        var pages = Result.Value.Site!.Pages.ToDictionary(p => p.Address, p => p.Path.Value);
        var html = Result
            .Value.Files.Where(f => pages.ContainsKey(f.Path))
            .ToDictionary(f => pages[f.Path], f => Encoding.UTF8.GetString(f.ToBytes()));
        Assert.True(html.Count > 300, $"{html.Count} pages");
        using var clean = new FinishedPage(html["clean.md"], scripting: true);
        Assert.Empty(
            html.SelectMany(p =>
                Problems(p.Value, clean.Frame, scripting: true)
                    .Concat(Problems(p.Value, clean.Frame, scripting: false))
                    .Select(c => $"{p.Key}: {c}")
            )
        );
    }

    [Fact]
    public void No_style_loads_anything_or_covers_the_page() =>
        Assert.Empty(
            Elements()
                .Where(e => e.Element.LocalName == "style" || IsUnsafe(e.Element.GetAttribute("style")))
                .Select(e => $"{e.Page}: {e.Element.OuterHtml}")
        );

    [Fact]
    public void No_form_or_image_has_a_name_that_would_replace_a_function_of_the_document() =>
        Assert.Empty(
            Elements()
                .Where(e => e.Element.LocalName is "form" or "img" or "iframe" && e.Element.HasAttribute("name"))
                .Select(e => $"{e.Page}: {e.Element.OuterHtml}")
        );

    /// <summary>Removed HTML is reported. Each of these kinds has vectors of which something is removed.</summary>
    [Theory]
    [InlineData("events-", "KS302")]
    [InlineData("script-", "KS302")]
    [InlineData("address-", "KS302")]
    [InlineData("svg-", "KS302")]
    [InlineData("document-", "KS302")]
    [InlineData("style-", "KS314")]
    [InlineData("clobbering-", "KS320")]
    public void What_is_removed_is_reported(string kind, string rule) =>
        Assert.Contains(
            Result.Value.Diagnostics,
            d => d.Rule.Id == rule && d.Location?.Path.Value.StartsWith(kind, StringComparison.Ordinal) == true
        );

    private static IEnumerable<string> Problems(string html, string frame, bool scripting)
    {
        using var page = new FinishedPage(html, scripting);
        return [.. page.Problems(frame)];
    }

    private static IEnumerable<(string Page, AngleSharp.Dom.IElement Element)> Elements()
    {
        var parser = new HtmlParser();
        foreach (var file in Result.Value.Files.Where(f => f.Path.IsPage))
        foreach (
            var element in parser
                .ParseDocument(Encoding.UTF8.GetString(file.ToBytes()))
                .QuerySelectorAll("main article *")
        )
            yield return (file.Path.Value, element);
    }

    private static bool IsUnsafe(string? style) =>
        style is not null
        && (
            style.Contains("url(", StringComparison.OrdinalIgnoreCase)
            || style.Contains("fixed", StringComparison.OrdinalIgnoreCase)
            || style.Contains("image-set", StringComparison.OrdinalIgnoreCase)
        );
}
