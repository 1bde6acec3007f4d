using System.Text.RegularExpressions;
using KnowledgeSite.Tests.Support;
using KnowledgeSite.Theme;

namespace KnowledgeSite.Tests.Themes;

/// <summary>
/// The indentation of templates is removed from pages. Text that authors write keeps its indentation.
/// </summary>
public sealed partial class TemplateLiteralTests
{
    [Fact]
    public void A_literal_loses_its_indentation()
    {
        Assert.Equal("<ul>\n<li>One</li>\n</ul>", TemplateLiteral.Unindent("<ul>\n  <li>One</li>\n</ul>"));
        Assert.Equal("</p>\n\n<p>", TemplateLiteral.Unindent("</p>\n\n    <p>"));
        Assert.Equal("Raises\n", TemplateLiteral.Unindent("Raises\n      "));
    }

    [Fact]
    public void A_sentence_on_two_lines_of_a_template_is_one_line() =>
        Assert.Equal("<p>One sentence.</p>", TemplateLiteral.Unindent("<p>One\n    sentence.</p>"));

    [Theory]
    [InlineData("<pre>if\n  then</pre>")]
    [InlineData("<script type=\"module\">// A comment\n  run();</script>")]
    public void Whitespace_in_pre_elements_is_not_changed(string literal) =>
        Assert.Equal(literal, TemplateLiteral.Unindent(string.Intern(literal)));

    [Fact]
    public void Text_outside_literals_is_not_changed()
    {
        var text = string.Concat("<ul>\n", "  <li>", Guid.Empty);
        Assert.Same(text, TemplateLiteral.Unindent(text));
    }

    [Fact]
    public async Task Pages_do_not_contain_the_indentation_of_templates_and_code_keeps_its_own()
    {
        using var folder = new TemporaryFolder();
        folder.Write("input/site.yaml", "title: Test\n");
        folder.Write("input/index.md", "# Home\n\nSee [the guide](guides/index.md).\n");
        folder.Write("input/guides/index.md", "# Guides\n");
        folder.Write("input/guides/first.md", "# First\n\n## One\n\n```\nif\n    then\n```\n\n## Two\n\nText.\n");
        Assert.Equal(0, (await Tool.RunAsync(folder.Root, "build")).ExitCode);

        var pages = Directory
            .GetFiles(folder.Combine("output"), "*.html", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .ToList();
        Assert.All(pages, page => Assert.DoesNotMatch(@"\n[ \t]", Code().Replace(page, "")));
        Assert.Single(pages, page => page.Contains("if\n    then\n", StringComparison.Ordinal));
    }

    [GeneratedRegex("<pre.*?</pre>", RegexOptions.Singleline)]
    private static partial Regex Code();
}
