using KnowledgeSite.Theme;

namespace KnowledgeSite.Tests.Themes;

/// <summary>What is left out of styles and scripts, and what never is.</summary>
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
    public void A_style_loses_comments_on_lines_of_their_own_and_indentation(string written, string bare) =>
        Assert.Equal(bare, Minifier.MinifyStyle(written));

    [Theory]
    [InlineData(
        "// Why.\nimport { a } from './a.js';\n\n/** What. */\nfunction f() {\n  // How.\n"
            + "  return a('//'); // stays\n}\n",
        "import { a } from './a.js';\nfunction f() {\nreturn a('//'); // stays\n}\n"
    )]
    [InlineData("  const a = `${b ? `?${c}` : ''}`;\n  // Why.", "const a = `${b ? `?${c}` : ''}`;\n")]
    public void A_script_loses_comments_on_lines_of_their_own_and_indentation(string written, string bare) =>
        Assert.Equal(bare, Minifier.MinifyScript(written));

    [Theory]
    [InlineData("const a = `\n  // text\n`;\n")]
    [InlineData("const a = html`<ul>${all.map(i => html`\n  // text\n`)}</ul>`;\n")]
    [InlineData("const a = 'one \\\n  // text';\n")]
    [InlineData("f(); /* one\n  // two */ g();\n")]
    public void A_script_in_which_a_text_or_a_comment_may_go_on_stays_as_it_is(string written) =>
        Assert.Equal(written, Minifier.MinifyScript(written));

    [Fact]
    public void A_style_in_which_a_text_goes_on_stays_as_it_is()
    {
        const string written = ".a { content: \"one \\\n  /* text */\"; }\n";
        Assert.Equal(written, Minifier.MinifyStyle(written));
    }

    [Fact]
    public void Every_style_and_script_of_the_theme_is_shortened()
    {
        var files = new Theme.Theme().Files.Where(f => !f.Name.EndsWith(".woff2", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count > 20);
        Assert.All(
            files,
            f => Assert.DoesNotMatch(@"(?m)^([ \t]|//|/\*)", System.Text.Encoding.UTF8.GetString(f.Bytes))
        );
    }
}
