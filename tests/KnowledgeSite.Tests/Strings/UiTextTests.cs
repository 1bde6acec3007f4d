using System.Text.RegularExpressions;
using KnowledgeSite.Strings;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Strings;

/// <summary>
/// Tests that templates and scripts contain no text for readers; it belongs in the tables of strings.
/// </summary>
public sealed partial class UiTextTests
{
    /// <summary>Text that is the same in every language: names of keys, units and formats.</summary>
    private static readonly string[] Allowed = ["owner:", "reviewed: 2026-11-21", "review_in: 6 months"];

    /// <summary>The scripts of the theme and of the search.</summary>
    private static IEnumerable<string> Scripts =>
        new[]
        {
            Repository.Combine("theme", "scripts"),
            Repository.Combine("src", "KnowledgeSite.Search", "Browser"),
        }.SelectMany(folder => Directory.EnumerateFiles(folder, "*.js"));

    [Fact]
    public void Templates_contain_no_text()
    {
        var found =
            from file in Directory.EnumerateFiles(Repository.Combine("theme", "templates"), "*.razor")
            let markup = Markup(File.ReadAllText(file))
            from text in TextNode().Matches(markup).Concat(LabelAttribute().Matches(markup))
            let words = Expression().Replace(text.Groups["text"].Value, "").Trim()
            where Letters().IsMatch(words) && !Allowed.Contains(WhiteSpace().Replace(words, " "))
            select $"{Path.GetFileName(file)}: {words}";
        Assert.Empty(found);
    }

    [Fact]
    public void Templates_contain_no_sentence_in_their_code()
    {
        var found =
            from file in Directory.EnumerateFiles(Repository.Combine("theme", "templates"), "*.razor")
            let code = Comment().Replace(File.ReadAllText(file).Split("@code {", 2) is [_, var rest] ? rest : "", "")
            from literal in CSharpLiteral().Matches(code)
            where Sentence().IsMatch(literal.Groups["text"].Value)
            select $"{Path.GetFileName(file)}: {literal.Value}";
        Assert.All(found, f => Assert.Contains(" has-", f, StringComparison.Ordinal));
    }

    [Fact]
    public void Scripts_contain_no_text()
    {
        var found =
            from file in Scripts
            let code = ScriptComment().Replace(File.ReadAllText(file), "")
            from literal in TextProperty().Matches(code).Concat(TextArgument().Matches(code))
            where Letters().IsMatch(Interpolation().Replace(literal.Groups["text"].Value, ""))
            select $"{Path.GetFileName(file)}: {literal.Value}";
        Assert.Empty(found);
    }

    [Fact]
    public void Scripts_import_only_strings_that_exist()
    {
        foreach (var file in Scripts)
            Assert.DoesNotContain(
                ScriptStrings.Module,
                ScriptStrings.Write(File.ReadAllText(file), UiStrings.English),
                StringComparison.Ordinal
            );
    }

    /// <summary>A template without its code, its comments and the statements between the elements.</summary>
    private static string Markup(string template)
    {
        var markup = RazorComment().Replace(template.Split("@code {", 2)[0], "");
        return Statement().Replace(markup, "");
    }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex(
        @"^\s*(?:@using|@namespace|@if|@for|@foreach|@switch|@\{|foreach|if|else|case|break|default|var|\{|\}|\().*$",
        RegexOptions.Multiline
    )]
    private static partial Regex Statement();

    /// <summary>The text between two tags.</summary>
    [GeneratedRegex("(?<=[\\w\"/'])>(?<text>[^<>]+)<")]
    private static partial Regex TextNode();

    [GeneratedRegex("\\b(?:aria-label|title|placeholder|alt|data-label)=\"(?<text>[^\"]*)\"")]
    private static partial Regex LabelAttribute();

    /// <summary>A Razor expression such as <c>@Text.Search</c> or <c>@(a ? b : c)</c>.</summary>
    [GeneratedRegex(@"@(?:\w[\w.!]*)?(?:\((?>[^()]+|\((?<depth>)|\)(?<-depth>))*(?(depth)(?!))\)|\[[^\]]*\]|\.\w+)*")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"///.*$|//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("\"(?<text>(?:[^\"\\\\\\n]|\\\\.)*)\"")]
    private static partial Regex CSharpLiteral();

    [GeneratedRegex(@"^\p{Lu}\p{Ll}+$|\p{Ll}{2,} \p{Ll}{2,}")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^\s*//.*$|/\*.*?\*/", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ScriptComment();

    /// <summary>A literal as the value of a property that readers see or hear.</summary>
    [GeneratedRegex(@"\b(?:textContent|ariaLabel|placeholder|title|alt)(?::| =) ['""`](?<text>[^'""`\n]*)['""`]")]
    private static partial Regex TextProperty();

    /// <summary>A literal with a blank as an argument of a function that shows it.</summary>
    [GeneratedRegex(
        @"\b(?:action|notify|append|show|showStatus|offer|confirm|button)\((?:\{\}, )?['""`](?<text>[^'""`\n]+)['""`]"
    )]
    private static partial Regex TextArgument();

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Interpolation();
}
