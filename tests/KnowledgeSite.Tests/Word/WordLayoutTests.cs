using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using static KnowledgeSite.Tests.Word.WordFile;

namespace KnowledgeSite.Tests.Word;

/// <summary>The widths of columns, page breaks, and what a cell has room for.</summary>
public sealed class WordLayoutTests
{
    private const string Score =
        "<tr><td>Scope</td><td></td><td><span class='choice' role='group'><span class='option'>1</span> "
        + "<span class='option'>2</span> <span class='option'>3</span> <span class='option'>4</span> "
        + "<span class='option'>cannot tell</span></span></td></tr>";

    private const string Head = "<thead><tr><th>Dimension</th><th>What was said</th><th>Score</th></tr></thead><tbody>";

    [Fact]
    public void Columns_have_the_widths_of_the_author()
    {
        using var file = Convert(
            "<table><colgroup><col class='width-20'><col class='width-50'><col class='width-30'></colgroup>"
                + $"{Head}{Score}</tbody></table>"
        );
        Assert.Equal([1860, 4650, 2790], Widths(file));
        Assert.Equal(
            ["1860", "4650", "2790"],
            file.Body.Descendants<TableRow>().Last().Descendants<TableCellWidth>().Select(w => w.Width!.Value)
        );
    }

    /// <summary>
    /// With line spacing in per cent of the font, LibreOffice leaves headings alone at the end of pages.
    /// </summary>
    [Fact]
    public void Lines_have_the_spacing_of_the_font()
    {
        using var file = Convert("<h2>A</h2><p>b</p>");
        var spacing = file.Main.StyleDefinitionsPart!.Styles!.Descendants<SpacingBetweenLines>();
        Assert.All(spacing, s => Assert.Contains(s.Line?.Value, new[] { null, "240" }));
    }

    [Fact]
    public void A_given_width_is_at_least_the_longest_word_of_the_header()
    {
        using var file = Convert(
            "<table><colgroup><col class='width-5'><col class='width-95'></colgroup>"
                + "<thead><tr><th>Responsibility</th><th>Text</th></tr></thead>"
                + "<tbody><tr><td>Incomprehensibilities</td><td>a</td></tr></tbody></table>"
        );
        // 14 letters, of the header and of the longer word below it.
        Assert.Equal([1990, 7310], Widths(file));
    }

    [Theory]
    [InlineData("<col class='width-20'><col>")]
    [InlineData("<col class='width-x'><col class='width-0'><col class='width-'>")]
    [InlineData("<col class='width-99999999999'><col class='wide'><col class='width-5'>")]
    public void Without_a_valid_width_for_each_column_the_texts_decide(string columns)
    {
        using var with = Convert($"<table><colgroup>{columns}</colgroup>{Head}{Score}</table>");
        using var without = Convert($"<table>{Head}{Score}</table>");
        Assert.Equal(Widths(without), Widths(with));
    }

    [Fact]
    public void A_choice_is_as_wide_as_its_longest_option()
    {
        using var choice = Convert($"<table>{Head}{Score}</table>");
        using var option = Convert(
            $"<table>{Head}<tr><td>Scope</td><td></td><td>cannot tell</td></tr></tbody></table>"
        );
        Assert.Equal(Widths(option), Widths(choice));
    }

    [Fact]
    public void Cells_do_not_show_the_paths_of_links()
    {
        const string link = "<a href='../other/'>Other</a>";
        using var file = Convert(
            $"<table><tr><td>{link}<p>{link}</p><ul><li>{link}</li></ul></td></tr></table><p>{link}</p>"
        );
        Assert.Equal("OtherOtherOtherOther (/folder/other/)", file.Body.InnerText);
    }

    [Fact]
    public void A_heading_with_the_class_begins_a_page()
    {
        using var file = Convert(
            "<h2>One</h2><p>Text</p><h2 class='new-page'></h2><h2 class='part new-page'>Two</h2><p>Text</p>"
                + "<table><tr><td><h3 class='new-page'>Three</h3></td></tr></table>"
        );
        Assert.Equal("Two", Assert.Single(file.Body.Descendants<PageBreakBefore>()).Parent!.Parent!.InnerText);
    }

    [Fact]
    public void An_announcement_stays_with_what_follows_it()
    {
        using var file = Convert(
            "<p>Easily mistaken for it:</p><p>Speed</p><p>A 3 looks like this.</p><ul><li>It runs.</li></ul>"
                + "<p>Scores</p><table><tr><td>Note: </td></tr></table>"
                + "<handout-form><p>Why?</p><div class='lines'></div></handout-form><p>End</p>"
        );
        Assert.Equal(
            ["Easily mistaken for it:", "A 3 looks like this.", "Scores", "Why?"],
            file.Body.Descendants<KeepNext>().Select(k => k.Parent!.Parent!.InnerText)
        );
    }

    [Theory]
    [InlineData(6, "Head", "0", "1", "2", "3", "4")]
    [InlineData(7, "Head")]
    public void Short_tables_stay_on_one_page_and_a_header_with_the_first_row(int rows, params string[] kept)
    {
        var body = string.Concat(Enumerable.Range(0, rows).Select(i => $"<tr><td>{i}</td></tr>"));
        using var file = Convert($"<table><thead><tr><th>Head</th></tr></thead><tbody>{body}</tbody></table>");
        Assert.Equal(kept, file.Body.Descendants<KeepNext>().Select(k => k.Parent!.Parent!.InnerText));
    }

    [Fact]
    public void A_field_in_a_cell_is_named_after_its_column_whatever_is_between_the_cells()
    {
        using var file = Convert(
            "<handout-form><table><thead>\n<tr>\n<th>What</th>\n<th>Who</th>\n</tr>\n</thead>\n<tbody>\n"
                + "<tr>\n<td>Plan</td>\n<td></td>\n</tr>\n<tr>\n<td></td>\n<td></td>\n</tr></tbody></table>"
                + "</handout-form>"
        );
        Assert.Equal(
            ["Who, Plan", "What, row 2", "Who, row 2"],
            file.Body.Descendants<SdtAlias>().Select(a => a.Val!.Value!)
        );
    }

    [Theory]
    [InlineData("Name _ Manager _ Date _", "Name", "Manager", "Date")]
    [InlineData("Then, A takes _ hours, <b>M</b> takes _.", "A takes … hours", "M takes")]
    [InlineData("_ and _", "and", "and")]
    [InlineData("_ _", "Your answer", "Your answer")]
    public void Gaps_of_a_sentence_are_named_by_the_words_around_each(string sentence, params string[] names)
    {
        var html = sentence.Replace("_", "<span class='gap'>&nbsp;</span>", StringComparison.Ordinal);
        using var file = Convert($"<handout-form><p>{html}</p></handout-form>");
        Assert.Equal(names, file.Body.Descendants<SdtAlias>().Select(a => a.Val!.Value!));
    }

    [Theory]
    [InlineData("<thead><tr><th>H</th></tr></thead><tr><td>1</td></tr>", "0620")]
    [InlineData("<tr><th>H</th><td>1</td></tr>", "0680")]
    [InlineData("<tr><td>1</td></tr>", "0600")]
    public void Only_headers_are_emphasised(string rows, string look)
    {
        using var file = Convert($"<table>{rows}</table>");
        Assert.Equal(look, file.Body.Descendants<TableLook>().Single().Val!.Value);
    }

    [Fact]
    public void The_lines_of_an_item_with_a_checkbox_begin_behind_the_box()
    {
        using var file = Convert(
            "<ul class='contains-task-list'><li><input type='checkbox' disabled> Done</li></ul><p>Text</p>"
        );
        var item = file.Body.Elements<Paragraph>().First().ParagraphProperties!;
        Assert.Equal(("360", "270"), (item.Indentation!.Left!.Value, item.Indentation.Hanging!.Value));
        Assert.Null(item.NumberingProperties);
    }

    [Fact]
    public void Numbers_end_where_the_text_begins_so_that_long_ones_have_room()
    {
        using var file = Convert("<ol><li>One<ul><li>Two</li></ul></li></ol>");
        Assert.Equal(["360 90", "720 360"], file.Body.Descendants<Indentation>().Select(i => $"{i.Left} {i.Hanging}"));
        var levels = file.Main.NumberingDefinitionsPart!.Numbering!.Descendants<Level>();
        Assert.Equal(
            ["bullet left", "decimal right"],
            levels
                .Where(l => l.LevelIndex?.Value == 0)
                .Select(l => $"{l.NumberingFormat!.Val!.InnerText} {l.LevelJustification!.Val!.InnerText}")
        );
    }

    [Fact]
    public void A_paragraph_below_a_table_or_a_list_has_space_above_it()
    {
        const string table = "<table><tr><td>a</td></tr></table>";
        using var file = Convert(
            $"{table}<p>One</p><p>Two</p>{table}<h2>Three</h2>{table}<ul><li>Four</li></ul><p>Five</p>"
                + "<ul><li>Six<p>Seven</p></li></ul>"
        );
        Assert.Equal(
            ["One 160", "Four 160", "Five 120"],
            file.Body.Descendants<SpacingBetweenLines>().Select(s => $"{s.Parent!.Parent!.InnerText} {s.Before}")
        );
    }

    private static IEnumerable<int> Widths(WordFile file) =>
        file.Body.Descendants<GridColumn>().Select(c => int.Parse(c.Width!.Value!, CultureInfo.InvariantCulture));
}
