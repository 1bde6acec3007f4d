using KnowledgeSite.Cli;
using KnowledgeSite.Cli.Reports;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Diagnostics;

/// <summary>Tests the part of a line that a diagnostic keeps and shows.</summary>
public sealed class SourceExcerptTests
{
    private const string Place = "<here>";
    private static readonly string Long = string.Concat(Enumerable.Repeat("word ", 100));

    [Theory]
    [InlineData("<here>")]
    [InlineData("before <here> after")]
    [InlineData("one\n\t<here> in a list\nthree")]
    [InlineData("one\r\n<here>")]
    public void A_short_line_is_shown_whole(string text)
    {
        var location = LocationOf(text);
        Assert.Equal(text.Split('\n').Single(l => l.Contains(Place, StringComparison.Ordinal)), location.Excerpt!.Text);
        Assert.Equal(location.Column - 1, location.Excerpt.Offset);
    }

    [Theory]
    [InlineData("", "after", false, true)]
    [InlineData("before", "", true, false)]
    [InlineData("before", "after", true, true)]
    public void A_long_line_is_cut_around_the_position(string before, string after, bool cutBefore, bool cutAfter)
    {
        var head = before.Length > 0 ? Long : "";
        var tail = after.Length > 0 ? Long : "";
        var location = LocationOf($"first\n{head}{Place}{tail}\nlast");
        var shown = location.Excerpt!.Text;
        Assert.Equal((2, head.Length + 1, Place.Length), (location.Line, location.Column, location.Length));
        Assert.Equal((cutBefore, cutAfter), (shown.StartsWith('…'), shown.EndsWith('…')));
        Assert.Equal(Place, shown.Substring(location.Excerpt.Offset, location.Length));
        Assert.InRange(shown.Length, 40, 130);
    }

    [Fact]
    public void No_character_is_split_wherever_a_line_is_cut()
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var location = LocationOf(
                new string('x', shift)
                    + string.Concat(Enumerable.Repeat("😀", 100))
                    + new string('x', shift / 2)
                    + Place
                    + string.Concat(Enumerable.Repeat("😀", 100))
            );
            Assert.DoesNotContain(
                '\uFFFD',
                System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(location.Excerpt!.Text))
            );
            Assert.Equal(Place, location.Excerpt.Text.Substring(location.Excerpt.Offset, Place.Length));
        }
    }

    [Theory]
    [InlineData("before <here> after")]
    [InlineData("{long}<here>{long}")]
    [InlineData("{long}\t<here>")]
    public void The_text_report_underlines_the_position(string text)
    {
        var lines = Printed(text.Replace("{long}", Long, StringComparison.Ordinal));
        var shown = lines[1];
        var marks = lines[2];
        Assert.Equal(Place, shown.Substring(marks.IndexOf('^', StringComparison.Ordinal), marks.Count(c => c == '^')));
    }

    [Fact]
    public void Ten_thousand_diagnostics_in_one_line_use_little_memory()
    {
        var file = SourceFile.OfText(
            new SourcePath("page.md"),
            "# Page\n\n<div>" + string.Concat(Enumerable.Repeat("<p onclick=x>words", 11_000))
        );
        var findings = new DiagnosticBag();
        new PageParser(new AllowedContent([])).Parse(file, findings);
        var kept = findings.Sorted();
        Assert.True(kept.Count > 10_000);
        Assert.InRange(kept.Sum(f => (long)f.Message.Length + f.Location!.Excerpt!.Text.Length), 1, 4_000_000);
    }

    [Fact]
    public void A_terminal_shows_severities_in_colour_and_wraps_nothing()
    {
        using var output = new StringWriter();
        var message = string.Concat(Enumerable.Repeat("[long] words ", 40));
        var finding = new Diagnostic(MarkdownRules.EmptyPage, Severity.Warning, LocationOf($"# A\n\n{Place}"), message);
        Write(finding, TerminalOutput.Coloured(output));
        Assert.StartsWith(
            "\e[1minput/page.md:3:1\e[0m: \e[1;38;5;3mwarning\e[0m " + $"{MarkdownRules.EmptyPage.Id}: {message}",
            output.ToString(),
            StringComparison.Ordinal
        );
    }

    private static string[] Printed(string text)
    {
        using var output = new StringWriter();
        Write(new(MarkdownRules.EmptyPage, Severity.Warning, LocationOf(text), "Text."), TerminalOutput.Plain(output));
        return output.ToString().Split('\n');
    }

    private static void Write(Diagnostic finding, CommandConsole console)
    {
        var result = new BuildResult(null, [], null, [finding], []);
        var report = new Report(
            result,
            new BuildOptions("input", null, false, null, default),
            Timings: false,
            TimeSpan.Zero
        );
        new TextReport(report, console).Write();
    }

    private static SourceLocation LocationOf(string text) =>
        SourceLocation.Create(
            SourceFile.OfText(new SourcePath("page.md"), text),
            new SourceSpan(text.IndexOf(Place, StringComparison.Ordinal), Place.Length)
        );
}
