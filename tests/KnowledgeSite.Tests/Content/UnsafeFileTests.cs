using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.Tests.Content;

public sealed class UnsafeFileTests
{
    [Theory]
    [InlineData(10, "onload")]
    [InlineData(600, "svg")]
    public void A_handler_after_many_attributes_is_found_or_the_image_is_rejected(int attributes, string what)
    {
        var harmless = string.Concat(Enumerable.Range(0, attributes).Select(i => $" data-{i}=\"x\""));
        Assert.Equal(what, WhatRunsCode($"<svg{harmless} onload=\"alert(1)\"></svg>"));
    }

    [Fact]
    public void A_harmless_image_is_accepted() =>
        Assert.Null(WhatRunsCode("<svg viewBox=\"0 0 1 1\"><path d=\"M0 0h1\"/></svg>"));

    private static string? WhatRunsCode(string svg) =>
        UnsafeFile.WhatRunsCode(new SourcePath("picture.svg"), Encoding.UTF8.GetBytes(svg), new AllowedContent([]));
}
