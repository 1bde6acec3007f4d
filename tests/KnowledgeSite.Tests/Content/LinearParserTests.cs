using System.Text;
using KnowledgeSite.Content.Markup;
using Markdig;

namespace KnowledgeSite.Tests.Content;

/// <summary>The linear parsers give the same results as the parsers of Markdig that they replace.</summary>
public sealed class LinearParserTests
{
    private static readonly string[] Brackets =
    [
        "[",
        "]",
        "![",
        "](",
        ")",
        "(",
        "a",
        " ",
        "<b>",
        "\"",
        "'",
        "\\",
        "*",
        "`c`",
        "[r]",
        "\n",
        "é",
    ];
    private static readonly string[] Addresses =
    [
        "https://a.b/c",
        "www.a.b",
        "mailto:a@b.c",
        "tel:12",
        " ",
        "*",
        "_",
        "~~",
        "[",
        "]",
        "](x)",
        "<a href='x'>",
        "</a>",
        "<b>",
        "(",
        ")",
        "http",
        ".",
        "\n",
    ];
    private static readonly string[] Definitions =
    [
        "[r]: x",
        "[s]:\n",
        "\"t\"",
        " \"t",
        "\n\"",
        "===",
        "---",
        "\n",
        "\n",
        "\n",
        "a",
        "> ",
        "- ",
        "  ",
        "[r]",
        "(t)",
        "[u]: <x y> 't'",
    ];

    private static readonly string[] Notes =
    [
        "[^1]",
        "[^2]",
        "[^1]: a",
        "[^2]:",
        "\n",
        "\n",
        "    b",
        "[r]",
        "[r]: x",
        "a",
        " ",
    ];

    private static readonly string[] Emphasis =
    [
        "*",
        "**",
        "***",
        "_",
        "__",
        "~~",
        "a",
        "b",
        " ",
        " ",
        "[",
        "](x)",
        "]",
        "\n",
        "|",
        "`c`",
        "<b>",
        "\\*",
        "5",
        ".",
        "&amp;",
        "<!-- ",
        " -->",
        "<?",
        "?>",
    ];

    private static readonly string[] Cells =
    [
        "*",
        "**",
        "***",
        "_",
        "~~",
        "a",
        " ",
        "[l](x)",
        "`c`",
        "<b>",
        "\\*",
        "\\|",
        "*a*",
        "**b**",
        "[",
        "]",
        "|",
        "|",
    ];

    private readonly MarkdownPipeline _ours = Builder().Use<LinearParsers>().Build();
    private readonly MarkdownPipeline _oursForLong = ForLongParagraphs(Builder()).Build();
    private readonly MarkdownPipeline _theirs = Builder().Build();

    [Theory]
    [InlineData(nameof(Brackets))]
    [InlineData(nameof(Addresses))]
    [InlineData(nameof(Definitions))]
    [InlineData(nameof(Notes))]
    [InlineData(nameof(Emphasis))]
    public void Random_pages_are_parsed_as_by_Markdig(string name)
    {
        var parts = name switch
        {
            nameof(Brackets) => Brackets,
            nameof(Addresses) => Addresses,
            nameof(Notes) => Notes,
            nameof(Emphasis) => Emphasis,
            _ => Definitions,
        };
        var random = new Random(1);
        for (var page = 0; page < 3_000; page++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(1, 40); length > 0; length--)
                text.Append(parts[random.Next(parts.Length)]);
            if (name != nameof(Definitions))
                text.Append("\n\n[r]: x\n");

            // Markdig makes one link of two adjacent footnotes; the linear parser makes two footnotes.
            AssertSame(text.Replace("][^", "] [^").ToString(), name == nameof(Emphasis) ? _oursForLong : _ours);
        }
    }

    [Fact]
    public void Random_tables_are_parsed_as_by_Markdig()
    {
        var random = new Random(1);
        for (var page = 0; page < 3_000; page++)
        {
            var text = new StringBuilder("|a|b|\n|-|-|\n");
            for (var row = random.Next(1, 4); row > 0; row--)
            {
                text.Append('|');
                for (var length = random.Next(1, 12); length > 0; length--)
                    text.Append(Cells[random.Next(Cells.Length)]);
                text.Append("|\n");
            }

            AssertSame(text.ToString(), _oursForLong);
        }
    }

    [Fact]
    public void In_a_long_paragraph_thousands_of_pairs_are_emphasis()
    {
        var html = Markdown.ToHtml(string.Concat(Enumerable.Repeat("*a **b*** 5*3 ", 20_000)), _ours);
        Assert.Equal(20_000, html.Split("<em>a <strong>b</strong></em>").Length - 1);
    }

    [Fact]
    public void In_a_long_table_emphasis_stays_in_its_cell()
    {
        var html = Markdown.ToHtml(
            "| a | b |\n|-|-|\n" + string.Concat(Enumerable.Repeat("| *a | b* |\n", 20_000)),
            _ours
        );
        Assert.DoesNotContain("<em>", html, StringComparison.Ordinal);
        Assert.Equal(20_000, html.Split("<td>*a</td>\n<td>b*</td>").Length - 1);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_paragraph_of_many_definitions_defines_them_all(string end)
    {
        var definitions = string.Concat(
            Enumerable
                .Range(0, 50)
                .Select(n => n % 3 == 0 ? $"[r{n}]: /{n}{end}\"title{end}{n}\"{end}" : $"[r{n}]:{end}/{n}{end}")
        );
        AssertSame(definitions + "Text" + end + end + "[r0] [r17] [r49]");
        AssertSame(definitions + "Text" + end + "===" + end + end + "[r0] [r17] [r49]");
        AssertSame(definitions + "===" + end + end + "[r0] [r17] [r49]");
        AssertSame("[r]: /x" + end + "\"" + string.Concat(Enumerable.Repeat("title" + end, 40)) + "\"" + end + "[r]");
    }

    [Fact]
    public void A_link_after_hundreds_of_open_brackets_is_a_link()
    {
        var text = string.Concat(Enumerable.Repeat("from [0 to 1) ", 300));
        Assert.EndsWith(
            "<a href=\"x\">link</a></p>\n",
            Markdown.ToHtml(text + "[link](x)", _ours),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void In_a_long_paragraph_links_have_addresses_with_parentheses_and_titles()
    {
        var filler = string.Concat(Enumerable.Repeat("word ", 1_000));
        AssertSame(
            "[a](b(c(d)e)) [a](b \"t (x\") [a](b (t)) [a](<b c>) [a](b\\(c) [a](b c) [a](b( [a]() [a]( " + filler
        );
    }

    /// <summary>With this limit, every paragraph is long.</summary>
    private static MarkdownPipelineBuilder ForLongParagraphs(MarkdownPipelineBuilder builder)
    {
        builder.Extensions.Add(new LinearParsers { LongParagraph = 0 });
        return builder;
    }

    private static MarkdownPipelineBuilder Builder() =>
        new MarkdownPipelineBuilder { PreciseSourceLocation = true }
            .UsePipeTables()
            .UseEmphasisExtras()
            .UseAutoLinks()
            .UseFootnotes();

    private void AssertSame(string markdown, MarkdownPipeline? ours = null)
    {
        var expected = Markdown.ToHtml(markdown, _theirs);
        var actual = Markdown.ToHtml(markdown, ours ?? _ours);
        if (expected != actual)
            Assert.Fail($"{markdown.ReplaceLineEndings("⏎")}\n{expected}\n{actual}");
    }
}
