using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Documentation;

/// <summary>
/// Builds the examples of the documentation for authors. A fenced block with the language <c>md</c> is a page. A block
/// of any language with <c>title="path"</c> is that file of the site, or its end if tests/fixtures/writing has the
/// beginning. That folder also has the files to which examples refer.
/// </summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] Guides = ["writing.md", "coming-from-others.md"];

    private static readonly string Text = string.Concat(
        Guides.Select(g => File.ReadAllText(Repository.Combine("docs", g)).ReplaceLineEndings("\n"))
    );

    /// <summary>What the documentation says about short examples: what is written, and a part of the HTML.</summary>
    private static readonly (string Written, string Html)[] Results =
    [
        (":rocket:", "🚀"),
        ("H~2~O", "H<sub>2</sub>O"),
        ("x^2^", "x<sup>2</sup>"),
        ("==words==", "<mark>words</mark>"),
        ("++ctrl+c++", "<kbd"),
        ("$E = mc^2$", "<msup><mi>c</mi><mn>2</mn></msup>"),
        ("*word*{.class}", "<em class=\"class\">word</em>"),
        ("[words]{.class}", "<span class=\"class\">words</span>"),
    ];

    [Fact]
    public void The_examples_are_built_without_a_message()
    {
        var site = new TestSite().WithFolder(Repository.Combine("tests", "fixtures", "writing"));
        foreach (var (path, text) in Guides.SelectMany(ReadExamples))
            site.Append(path, text);

        var mistakes = site.Build(check: true).Diagnostics.Where(d => d.Severity != Severity.Info);
        Assert.Equal("", TestSite.Print(mistakes));
    }

    [Fact]
    public void Short_examples_become_what_the_documentation_says()
    {
        var site = new TestSite().Prepared();
        foreach (var (index, (written, _)) in Results.Index())
            site.With($"{index}.md", $"# Example\n\n{written}\n");
        var pages = site.Files();

        Assert.All(Results, r => Assert.Contains($"`{r.Written}`", Text, StringComparison.Ordinal));
        Assert.All(
            Results.Index(),
            r => Assert.Contains(r.Item.Html, pages[$"{r.Index}/index.html"], StringComparison.Ordinal)
        );
    }

    private static IEnumerable<(string Path, string Text)> ReadExamples(string guide)
    {
        var text = File.ReadAllText(Repository.Combine("docs", guide)).ReplaceLineEndings("\n");
        foreach (Match example in Example().Matches(text))
        {
            var code = example.Groups["code"].Value;
            var line = text.AsSpan(0, example.Index).Count('\n') + 1;
            var path = example.Groups["path"].Value;
            if (path.EndsWith(".ipynb", StringComparison.Ordinal))
                yield return (path, ToNotebook(code));
            else if (path.Length > 0)
                yield return (path, code);
            else if (example.Groups["language"].Value == "md")
                yield return ($"{Path.GetFileNameWithoutExtension(guide)}-line-{line}.md", code);
        }
    }

    /// <summary>A notebook of which the text is the first cell.</summary>
    private static string ToNotebook(string firstCell) =>
        JsonSerializer.Serialize(
            new
            {
                nbformat = 4,
                nbformat_minor = 5,
                metadata = new { },
                cells = new[] { Cell("raw", firstCell), Cell("markdown", "Sales grew.") },
            }
        );

    private static object Cell(string type, string source) =>
        new
        {
            cell_type = type,
            metadata = new { },
            source,
        };

    [GeneratedRegex(
        """
            ^(?<fence>`{3,}) ?(?<language>\w+)[^\n]*?(?: title="(?<path>[^"]+)")?\n(?<code>.*?)^\k<fence>$
            """,
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Example();
}
