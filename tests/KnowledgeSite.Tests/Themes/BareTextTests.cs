using KnowledgeSite.Theme;

namespace KnowledgeSite.Tests.Themes;

/// <summary>Tests which parts of styles and scripts are removed.</summary>
public sealed class BareTextTests
{
    [Theory]
    [InlineData(
        "/* Why. */\n.a {\n  color: red;\n\n  /* Two\n     lines. */\n  margin: 0; /* stays */\n}\n",
        ".a {\ncolor: red;\nmargin: 0; /* stays */\n}\n"
    )]
    [InlineData(
        "/*! Licence */\n.a { content: \"/* no comment */\"; }",
        "/*! Licence */\n.a { content: \"/* no comment */\"; }"
    )]
    [InlineData("// not a comment here\n.a { color: red; }\n", "// not a comment here\n.a { color: red; }\n")]
    public void Minifying_a_style_removes_comment_lines_and_indentation(string written, string bare) =>
        Assert.Equal(bare, Minifier.MinifyStyle(written));

    [Theory]
    [InlineData(
        "// Why.\nimport { a } from './a.js';\n\n/** What. */\nfunction f() {\n  // How.\n"
            + "  return a('//'); // stays\n}\n",
        "import { a } from './a.js';\nfunction f() {\nreturn a('//'); // stays\n}\n"
    )]
    [InlineData("  const a = `${b ? `?${c}` : ''}`;\n  // Why.", "const a = `${b ? `?${c}` : ''}`;\n")]
    public void Minifying_a_script_removes_comment_lines_and_indentation(string written, string bare) =>
        Assert.Equal(bare, Minifier.MinifyScript(written));

    [Theory]
    [InlineData("const a = `\n  // text\n`;\n")]
    [InlineData("const a = html`<ul>${all.map(i => html`\n  // text\n`)}</ul>`;\n")]
    [InlineData("const a = 'one \\\n  // text';\n")]
    [InlineData("f(); /* one\n  // two */ g();\n")]
    public void A_script_with_a_string_or_comment_of_several_lines_is_not_minified(string written) =>
        Assert.Equal(written, Minifier.MinifyScript(written));

    [Fact]
    public void A_style_with_a_string_of_several_lines_is_not_minified()
    {
        const string written = ".a { content: \"one \\\n  /* text */\"; }\n";
        Assert.Equal(written, Minifier.MinifyStyle(written));
    }

    [Fact]
    public void Every_style_and_script_of_the_theme_is_minified()
    {
        var files = new Theme.Theme().Files.Where(f => !f.Name.EndsWith(".woff2", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count > 20);
        Assert.All(
            files,
            f => Assert.DoesNotMatch(@"(?m)^([ \t]|//|/\*)", System.Text.Encoding.UTF8.GetString(f.Bytes))
        );
    }
}
