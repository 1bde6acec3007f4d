using System.Buffers;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using KnowledgeSite.Files;
using KnowledgeSite.Strings;
using KnowledgeSite.Word;
using static KnowledgeSite.Tests.Word.WordFile;
using Office2010 = DocumentFormat.OpenXml.Office2010.Word;

namespace KnowledgeSite.Tests.Word;

public sealed class WordDocumentTests
{
    [Fact]
    public void Headings_have_the_styles_that_the_navigation_of_Word_shows()
    {
        using var file = Convert("<h1>Title</h1><h2 id=a.b>Two</h2><h3>Three</h3><h6>Six</h6><p>Text <b>bold</b>.</p>");
        Assert.Equal(
            ["Title: Title", "Heading1: Two", "Heading2: Three", "Heading4: Six", ": Text bold."],
            Paragraphs(file)
        );
        Assert.Equal(["a_b"], file.Body.Descendants<BookmarkStart>().Select(b => b.Name!.Value));
        Assert.Equal("Title", file.Document.PackageProperties.Title);
    }

    [Fact]
    public void White_space_is_collapsed_over_the_borders_of_elements()
    {
        using var file = Convert("<p> One \n <b> two </b> <i>three</i>  <br> four </p>  <p> </p>");
        Assert.Equal([": One two three|four"], Paragraphs(file).Where(p => p != ": "));
    }

    [Fact]
    public void Lists_are_nested_and_each_ordered_list_counts_on_its_own()
    {
        using var file = Convert(
            "<ul><li>a<ul><li>b</li></ul></li></ul><ol start=3><li><p>c</p><p>d</p></li></ol><ol><li>e</li></ol>"
        );
        Assert.Equal(
            ["a 0", "b 1", "c 0", "d -", "e 0"],
            file.Body.Elements<Paragraph>()
                .Select(p =>
                    p.InnerText
                    + " "
                    + (p.ParagraphProperties?.NumberingProperties?.NumberingLevelReference?.Val?.ToString() ?? "-")
                )
        );
        var numbers = file.Body.Descendants<NumberingId>().Select(n => n.Val!.Value).ToList();
        Assert.Equal(numbers[0], numbers[1]);
        Assert.Equal(3, numbers.Distinct().Count());
        var starts = file.Main.NumberingDefinitionsPart!.Numbering!.Descendants<StartOverrideNumberingValue>();
        Assert.Equal([3, 1], starts.Select(s => s.Val!.Value));
    }

    [Fact]
    public void Tables_repeat_their_header_and_have_spans_and_widths()
    {
        using var file = Convert(
            """
            <div class="table" aria-label="Numbers"><table>
            <thead><tr><th scope="col">A</th><th scope="col" class="end">B</th><th scope="col">C</th></tr></thead>
            <tbody><tr><td rowspan="2">1</td><td colspan="2">2</td></tr><tr><td>3</td><td></td></tr></tbody>
            </table></div>
            """
        );
        var table = Assert.Single(file.Body.Elements<Table>());
        Assert.Equal(3, table.Elements<TableGrid>().Single().Elements<GridColumn>().Count());
        Assert.Equal(["A|B|C", "1|2", "|3|"], table.Elements<TableRow>().Select(Row));
        Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Equal(2, table.Descendants<GridSpan>().Single().Val!.Value);
        Assert.Equal(2, table.Descendants<VerticalMerge>().Count());
        Assert.Equal("Numbers", table.Descendants<TableDescription>().Single().Val!.Value);

        static string Row(TableRow row) => string.Join('|', row.Elements<TableCell>().Select(c => c.InnerText));
    }

    [Fact]
    public void Links_lead_to_the_site_to_other_sites_and_to_places_in_the_document()
    {
        var html =
            "<h2 id='x-1'>X</h2><p><a href='../other/#s'>site</a> <a href='https://e.example/a?b=c&amp;d'>web</a> "
            + "<a href='#x-1'>here</a> <a href='#gone'>gone</a> <a href='javascript:alert(1)'>code</a></p>";
        using var file = Convert(html, root: "https://k.example/kb/");
        Assert.Equal(
            [
                "site https://k.example/kb/folder/other/#s",
                "web https://e.example/a?b=c&d",
                "here x__1",
                "gone https://k.example/kb/folder/page/#gone",
            ],
            file.Body.Descendants<Hyperlink>().Select(LinkOf)
        );

        using var local = Convert(html);
        Assert.Equal(
            ["web https://e.example/a?b=c&d", "here x__1"],
            local.Body.Descendants<Hyperlink>().Select(l => LinkOf(l))
        );
        Assert.Contains("site (/folder/other/#s) web", local.Body.InnerText, StringComparison.Ordinal);

        static string LinkOf(Hyperlink link)
        {
            var main = link.Ancestors<DocumentFormat.OpenXml.Wordprocessing.Document>().Single().MainDocumentPart!;
            return $"{link.InnerText} "
                + (link.Anchor ?? main.HyperlinkRelationships.Single(r => r.Id == link.Id!.Value).Uri.OriginalString);
        }
    }

    [Fact]
    public void Footnotes_are_those_of_Word_and_a_second_reference_is_a_link()
    {
        using var file = Convert(
            """
            <p>One<a id="fnref:1" href="#fn:1" class="footnote-ref"><sup>1</sup></a> and
            two<a href="#fn:2" class="footnote-ref"><sup>2</sup></a>, again<a
            href="#fn:1" class="footnote-ref"><sup>1</sup></a>.</p>
            <section class="footnotes"><ol>
            <li id="fn:1"><p>First.<a href="#fnref:1" class="footnote-back-ref">↩</a></p></li>
            <li id="fn:2"><p>See<a href="#fn:1" class="footnote-ref"><sup>1</sup></a>.</p><p>More.</p></li>
            <li id="fn:3"><p>Unused.</p></li>
            </ol></section>
            """
        );
        Assert.Equal([1L, 2L], file.Body.Descendants<FootnoteReference>().Select(r => r.Id!.Value));
        Assert.Equal(
            [" First.", " See1.More."],
            file.Main.FootnotesPart!.Footnotes!.Elements<Footnote>().Skip(2).Select(f => f.InnerText)
        );
        Assert.Equal("1", Assert.Single(file.Body.Descendants<Hyperlink>()).InnerText);
        Assert.EndsWith("Unused.", file.Body.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_spaces_are_content_controls_named_after_their_question()
    {
        using var file = Convert(
            """
            <handout-form><p>What happened?</p><div class="lines" role="img"><span class="line"></span></div>
            <div class="box"><p class="box-label">Sketch</p><svg class="room"></svg></div>
            <p>I ask <span class="gap" role="img">&nbsp;&nbsp;</span> today.</p>
            <p>How sure?</p><div class="scale" role="group"><span class="end-of-scale">not</span>
            <span class="step">1</span> <span class="step">2</span> <span class="end-of-scale">very</span></div>
            <p>Is it <span class="choice" role="group"><span class="option">big</span>
            <span class="option chosen">small</span></span>?</p>
            <ul class="contains-task-list"><li><input type="checkbox" disabled checked> Done until
            <span class="gap">&nbsp;</span></li></ul>
            <table><thead><tr><th>Name</th><th>Role</th></tr></thead><tbody>
            <tr><td>Ada</td><td></td></tr></tbody></table>
            </handout-form>
            """
        );
        Assert.Equal(
            [
                "What happened? = Write here",
                "Sketch = Write here",
                "I ask today. = Write here",
                "How sure? = 1 / 2",
                "Is it big small? = big / small",
                "Done until = ☒",
                "Done until = Write here",
                "Role, Ada = Write here",
            ],
            file.Body.Descendants<SdtElement>()
                .Select(c => $"{c.SdtProperties!.GetFirstChild<SdtAlias>()!.Val} = {ContentOf(c)}")
        );
        Assert.Equal(["1", "2", "big", "small"], file.Body.Descendants<ListItem>().Select(i => i.Value!.Value));
        Assert.Single(file.Body.Descendants<Office2010.SdtContentCheckBox>());
        Assert.Contains("I ask Write here today.", file.Body.InnerText, StringComparison.Ordinal);
        Assert.Contains("until Write here", file.Body.InnerText, StringComparison.Ordinal);

        static string ContentOf(SdtElement control) =>
            control.ChildElements.Single(c => c is SdtContentRun or SdtContentBlock).InnerText;
    }

    [Fact]
    public void Callouts_code_formulas_drawings_and_definitions_keep_their_words()
    {
        using var file = Convert(
            """
            <div class="markdown-alert markdown-alert-tip"><p class="markdown-alert-title">Tip</p><p>Ask.</p></div>
            <pre><code>a =  1
            	b</code></pre><p>Let <math alttext="\delta"><mi>δ</mi></math> be <code>x</code>.</p>
            <svg role="img" aria-label="A curve"></svg>
            <dl><dt>Term</dt><dd>Meaning.</dd></dl><details><summary>More</summary><p>Hidden.</p></details>
            <div class="content-tabs"><div class="content-tab"><p class="container-title">R</p><p>r</p></div></div>
            <nav>Navigation</nav><p class="actions">Actions</p><button>Copy</button><script>x</script>
            """
        );
        Assert.Equal(
            [
                "Label: Tip",
                ": Ask.",
                "Code: a =  1|    b",
                ": Let  be x.",
                ": [A curve]",
                "Term: Term",
                "Definition: Meaning.",
                "Label: More",
                ": Hidden.",
                "Label: R",
                ": r",
            ],
            Paragraphs(file)
        );
        Assert.Equal(2, file.Body.Descendants<ParagraphBorders>().Count());
        Assert.Equal("δ", Assert.Single(file.Body.Descendants<DocumentFormat.OpenXml.Math.OfficeMath>()).InnerText);
    }

    [Fact]
    public void Images_are_embedded_once_with_their_text_alternative()
    {
        var png = Convert64(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
        );
        using var file = Convert(
            "<p><img src='../../a.png' alt='A &lt;dot&gt;' width=20 height=10> <img src='../../a.png' alt=''> "
                + "<img src='../../b.svg' alt='A drawing'></p>",
            image: png
        );
        Assert.Single(file.Main.ImageParts);
        Assert.Equal(
            ["A <dot>", ""],
            file.Body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>()
                .Select(p => p.Description!.Value)
        );
        Assert.Equal("[A drawing]", file.Body.InnerText.Trim());
    }

    [Theory]
    [InlineData("en-GB", 11906u, "en-GB", null)]
    [InlineData("en-US", 12240u, "en-US", null)]
    [InlineData("ja", 11906u, null, null)]
    [InlineData("ar", 11906u, null, "ar")]
    public void Language_direction_and_paper_follow_the_site(string tag, uint width, string? latin, string? bidi)
    {
        using var file = Convert("<h1>T</h1><p lang='fr'>Mot</p><table><tr><td>1</td></tr></table>", language: tag);
        var languages = file.Main.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single();
        Assert.Equal(latin ?? "en-US", languages.Val!.Value);
        Assert.Equal(bidi ?? "ar-SA", languages.Bidi!.Value);
        Assert.Equal(width, file.Body.Descendants<PageSize>().Single().Width!.Value);
        Assert.Equal(bidi is not null, file.Body.Descendants<BiDiVisual>().Any());
        Assert.Equal("fr", file.Body.Descendants<Languages>().Single().Val!.Value);
    }

    [Fact]
    public void Statements_have_a_control_and_a_bookmark_each()
    {
        using var file = Convert(
            """
            <h3 id="scope.senior">Scope</h3><p class="cell-summary">Owns <em>one</em> product.</p>
            <ul class="signals"><li data-statement="scope.senior.product">Stays its owner.<span
            class="raises">Raises it</span></li></ul>
            <p class="label">For example</p><ul class="notes"><li>Ran churn.</li><li>Answered.</li></ul>
            <p class="label">Easily mistaken for this</p><ul class="notes"><li>Closing tickets.</li></ul>
            <ul><li data-statement="scope.senior.product">Stays its owner.</li></ul>
            """,
            statements: ["scope.senior", "scope.senior.product"]
        );
        Assert.Equal(
            [
                "scope.senior:sentence = Owns one product.",
                "scope.senior.product = Stays its owner.",
                "scope.senior:example:1 = Ran churn.",
                "scope.senior:example:2 = Answered.",
                "scope.senior:anti-signal:1 = Closing tickets.",
            ],
            file.Body.Descendants<SdtRun>()
                .Select(c => $"{c.SdtProperties!.GetFirstChild<Tag>()!.Val} = {c.SdtContentRun!.InnerText}")
        );
        Assert.Equal(
            [
                "scope_senior",
                "scope_senior___sentence",
                "scope_senior_product",
                "scope_senior___example___1",
                "scope_senior___example___2",
                "scope_senior___anti__signal___1",
            ],
            file.Body.Descendants<BookmarkStart>().Select(b => b.Name!.Value)
        );
    }

    [Theory]
    [InlineData("scope.senior-staff", "scope_senior__staff")]
    [InlineData("a.b-c:d:1", "a_b__c___d___1")]
    [InlineData("Größe", "h_")]
    [InlineData("a_b", "h_")]
    [InlineData("1a", "h_")]
    [InlineData("communication.senior-principal.decision-record-of-teams", "h_")]
    public void Bookmark_names_are_short_and_different_for_each_id(string id, string name)
    {
        var given = BookmarkName.FromId(id);
        Assert.StartsWith(name, given, StringComparison.Ordinal);
        Assert.Matches("^[A-Za-z][A-Za-z0-9_]{0,39}$", given);
    }

    [Fact]
    public void Hostile_content_gives_a_valid_file()
    {
        var cells = string.Concat(Enumerable.Range(0, 1000).Select(i => $"<td>{i}</td>"));
        var nested = string.Concat(Enumerable.Repeat("<ul><li>x", 50));
        var tables = string.Concat(Enumerable.Repeat("<table><tr><td>y", 50));
        var boxes = string.Concat(Enumerable.Repeat("<div><b><section>", 2000));
        var html =
            $"<h1>a\u0001b\uFFFE\uD800</h1><p>{new string('w', 1_000_000)}</p><table><tr>{cells}</tr></table>"
            + $"<table><tr><td colspan=99999 rowspan=99999>s</td></tr><tr><td>t</td></tr></table>"
            + $"{nested}</ul>{tables}</table>"
            + $"<p id='{new string('i', 500)}' lang='\"><' dir=auto>ע</p><img src='http://[' alt='\u0002'>"
            + $"<a href='http://[::'>u</a><ol start=-5 type=x><li>n</ol>{boxes}end";
        using var file = Convert(html);
        var text = file.Body.InnerText;
        Assert.StartsWith("abw", text, StringComparison.Ordinal);
        Assert.Contains("end", text, StringComparison.Ordinal);
        Assert.Contains("999", text, StringComparison.Ordinal);
        Assert.Equal((50, 50), (text.Count(c => c == 'x'), text.Count(c => c == 'y')));
        Assert.All(file.Body.Descendants<TableGrid>(), g => Assert.InRange(g.ChildElements.Count, 1, 63));
    }

    [Fact]
    public void The_same_page_gives_the_same_bytes()
    {
        var html = "<h1>A</h1><ol><li>b</li></ol><p><a href='https://x.example/'>c</a></p>";
        Assert.Equal(BytesOf(SourceOf(html)), BytesOf(SourceOf(html)));
    }

    private static byte[] Convert64(string text) => System.Convert.FromBase64String(text);

    /// <summary>The paragraphs as "style: text", with breaks as lines; without the empty one at the end.</summary>
    private static IEnumerable<string> Paragraphs(WordFile file) =>
        file
            .Body.Elements<Paragraph>()
            .Select(p =>
                $"{p.ParagraphProperties?.ParagraphStyleId?.Val}: "
                + string.Concat(
                    p.Descendants()
                        .Select(d =>
                            d is Text t ? t.Text
                            : d is Break ? "|"
                            : ""
                        )
                )
            );
}
