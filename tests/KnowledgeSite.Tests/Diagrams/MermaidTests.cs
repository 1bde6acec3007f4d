using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeSite.Diagrams;
using KnowledgeSite.Diagrams.Mermaid;
using KnowledgeSite.Strings;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Diagrams;

public sealed class MermaidTests
{
    private const int Limit = 60_000;

    public static TheoryData<string> Fixtures =>
        [
            .. Directory
                .GetFiles(Repository.Combine("tests", "fixtures", "mermaid"), "*.mmd")
                .Select(f => Path.GetFileNameWithoutExtension(f)!)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void No_box_or_text_covers_another_and_none_leaves_the_drawing(string name)
    {
        var diagram = Read(name);
        foreach (var room in new[] { 576.0, 340 })
        {
            var picture = diagram.Draw(room);
            var rooms = picture.Marks.Select(RoomOf).OfType<(string Name, PlacedRectangle Place)>().ToList();
            Assert.NotEmpty(rooms);
            Assert.All(
                rooms,
                r =>
                    Assert.True(
                        r.Place.X >= -1
                            && r.Place.Y >= -2
                            && r.Place.Right <= picture.Width + 2
                            && r.Place.Bottom <= picture.Height + 2,
                        $"{r.Name} at {r.Place} is outside of {picture.Width} × {picture.Height}"
                    )
            );
            for (var a = 0; a < rooms.Count; a++)
            for (var b = a + 1; b < rooms.Count; b++)
                Assert.False(rooms[a].Place.Overlaps(rooms[b].Place), $"{rooms[a].Name} covers {rooms[b].Name}");
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void The_same_diagram_is_drawn_the_same_and_described(string name)
    {
        Assert.Equal(Print(Read(name).Draw(576)), Print(Read(name).Draw(576)));
        Assert.NotEmpty(Read(name).Describe());
    }

    [Fact]
    public void A_mistake_has_a_position()
    {
        const string Text = "flowchart LR\n  A --> B\n  B --> C[open\n";
        var problem = MermaidReader.Read(Text).Problem!;
        Assert.Equal(Text.IndexOf('['), problem.Offset);
        Assert.Equal("The text that begins with '[' is not closed.", problem.Problem);
    }

    [Theory]
    [InlineData("fill:#f96", "tone-orange")]
    [InlineData("fill:#bbf,stroke:#333,stroke-width:4px", "tone-blue thick")]
    [InlineData("fill: lightgreen , stroke-dasharray: 5 5", "tone-green dashed")]
    [InlineData("fill:#fff,stroke:#000", null)]
    [InlineData("fill:url(javascript:alert(1)),stroke:\"><script>", null)]
    [InlineData("color:#fff", null)]
    public void A_colour_becomes_a_hue_of_the_theme(string style, string? classes) =>
        Assert.Equal(classes, ToneStyle.Read(style, "fill"));

    [Theory]
    [InlineData("\"a #35;1 &lt;b&gt; <br/> c\"", "a #1 <b>\nc")]
    [InlineData("\"`**bold** and _quiet_`\"", "\uE000bold\uE001 and \uE002quiet\uE003")]
    [InlineData(
        "`**a _b_** snake_case_name ***c***`",
        "\uE000a \uE002b\uE003\uE001 snake_case_name \uE000\uE002c\uE003\uE001"
    )]
    [InlineData("**no Markdown** \uE000x", "**no Markdown** x")]
    [InlineData("<b onclick=x>a</b><script>b", "a<script>b")]
    [InlineData("fa:fa-car Drive\\nhome", "Drive\nhome")]
    [InlineData("#40;x#41; &#91;y&#93; &dollar;z", "(x) [y] $z")]
    [InlineData("queue<br/>&#40Kafka&#41", "queue\n(Kafka)")]
    [InlineData("#1 &lt #x28", "#1 &lt #x28")]
    public void A_label_becomes_plain_lines(string written, string text) =>
        Assert.Equal(text, MermaidText.Lines(written));

    /// <summary>The parsers limit their time. Each of these texts was slow without the limits, or could be.</summary>
    [Theory(Timeout = Limit)]
    [InlineData("flowchart LR\n", "A[")]
    [InlineData("flowchart LR\n", "A-->")]
    [InlineData("flowchart LR\n", "subgraph a\n")]
    [InlineData("flowchart LR\n", "A[a]-->B\n")]
    [InlineData("flowchart LR\n", "A--x")]
    [InlineData("flowchart LR\n", "A & ")]
    [InlineData("flowchart LR\n", "A@{")]
    [InlineData("flowchart LR\nA", " -- a")]
    [InlineData("flowchart LR\nA[\"", "<b ")]
    [InlineData("flowchart LR\n", "subgraph a\nend\n")]
    [InlineData("sequenceDiagram\n", "A->>B: a\n")]
    [InlineData("sequenceDiagram\n", "A->>B")]
    [InlineData("sequenceDiagram\n", "loop a\n")]
    [InlineData("sequenceDiagram\n", "box a\n")]
    [InlineData("sequenceDiagram\n", "Note over A,")]
    [InlineData("sequenceDiagram\nA->>B: ", "a ")]
    [InlineData("stateDiagram-v2\n", "state a {\n")]
    [InlineData("stateDiagram-v2\nstate a {\n", "--\n")]
    [InlineData("stateDiagram-v2\n", "a --> b\n")]
    [InlineData("stateDiagram-v2\n", "note right of a\n")]
    [InlineData("classDiagram\n", "class A {\n")]
    [InlineData("classDiagram\n", "namespace A {\n")]
    [InlineData("classDiagram\nA : ", "a~b~ ")]
    [InlineData("classDiagram\n", "A <|-- ")]
    [InlineData("erDiagram\n", "A ||--|| ")]
    [InlineData("erDiagram\nA {\n", "int a PK\n")]
    [InlineData("pie\n", "\"a\" : 1\n")]
    [InlineData("pie\n", "\"a")]
    [InlineData("pie\n\"", "\\a")]
    [InlineData("pie\n\"a\" : ", "1")]
    [InlineData("timeline\n", "a : b\n")]
    [InlineData("timeline\n", "section a\n")]
    [InlineData("timeline\na", " : b")]
    [InlineData("timeline\na : ", "b")]
    [InlineData("quadrantChart\n", "a: [0.5, 0.5]\n")]
    [InlineData("quadrantChart\nx-axis ", "--")]
    [InlineData("quadrantChart\n", "a: [")]
    [InlineData("quadrantChart\n", ":::a")]
    [InlineData("mindmap\n", "a((b\n")]
    [InlineData("mindmap\na\n", " b[\"`")]
    [InlineData("mindmap\na\n", " b\n")]
    [InlineData("mindmap\na\n", " ::icon(")]
    [InlineData("gantt\n", "a : 2026-01-01, 1d\n")]
    [InlineData("gantt\n", "a : x, after x, 1d\n")]
    [InlineData("gantt\nexcludes monday\n", "a : 2026-01-01, 9000000d\n")]
    [InlineData("gantt\ndateFormat ", "YYYY")]
    [InlineData("gantt\na : ", "done,")]
    [InlineData("gantt\n", "section a\n")]
    [InlineData("", "%%{")]
    [InlineData("", "---\n")]
    public Task A_long_damaged_diagram_is_a_problem_or_a_drawing(string start, string unit) =>
        Task.Run(() =>
        {
            foreach (var length in new[] { MermaidReader.MaxLength - 1000, 1_000_000 })
            {
                var text = start + string.Concat(Enumerable.Repeat(unit, length / unit.Length));
                var (diagram, problem) = MermaidReader.Read(text);
                Assert.True(diagram is null != problem is null);
                diagram?.Draw(576);
            }
        });

    /// <summary>Each topic is one space deeper than the one above it.</summary>
    [Fact]
    public void A_deep_mind_map_is_a_problem()
    {
        var text = "mindmap\n" + string.Concat(Enumerable.Range(0, 400).Select(i => new string(' ', i) + "a\n"));
        Assert.Equal("Topics are nested more than 24 deep.", MermaidReader.Read(text).Problem!.Problem);
    }

    [Theory]
    [InlineData("pie\n\"a\" : 1\n\"b\" : -2", "-2", "A slice cannot have a negative value.")]
    [InlineData("pie\n\"a\" : 1\nb : 2", "b : 2", "'b : 2' is not a slice.")]
    [InlineData("pie\n\"a\" : 0", "\"a", "It has no slice with a value.")]
    [InlineData("timeline\n : a", ": a", "This event is in no period.")]
    [InlineData("timeline\nsection a", "section", "It has no periods.")]
    [InlineData("quadrantChart\na: [0.1, 1.2]", "1.2", "'1.2' is not a position.")]
    [InlineData("quadrantChart\nx-axis\n", "x-axis", "'x-axis' is not an axis, quadrant or point.")]
    [InlineData("mindmap\n a\n b", "b", "There can be only one root.")]
    [InlineData("mindmap\na\n b[c\n", "[c", "The text that begins with '[' is not closed.")]
    [InlineData("mindmap\na\n b[c] d", "d", "Nothing can follow ']' in a line.")]
    [InlineData("gantt\na : 3d", "3d", "The first task has no start.")]
    [InlineData("gantt\na : 2026-02-30, 3d", "2026-02-30", "'2026-02-30' is not a date of the form YYYY-MM-DD.")]
    [InlineData("gantt\na : 2026-02-20, 3dX", "3dX", "'3dX' is not a length or a date of the form YYYY-MM-DD.")]
    [InlineData("gantt\na : after b, 3d", "after", "No task has the id 'b'.")]
    [InlineData("gantt\na : x, after x, 3d", "after", "This task depends on itself.")]
    [InlineData("gantt\na", "a", "'a' is not a task.")]
    [InlineData("gantt\nexcludes weekly\na : 2026-01-01, 1d", "excludes", null)]
    [InlineData("gantt\na : 2026-01-01, 99999999y", "99999999y", "'99999999y' is too long.")]
    public void A_mistake_in_a_chart_has_a_position(string text, string at, string? message)
    {
        var problem = MermaidReader.Read(text).Problem!;
        var type = text.IndexOf('\n');
        Assert.Equal(text.IndexOf(at, type, StringComparison.Ordinal), problem.Offset);
        Assert.Equal(message ?? problem.Problem, problem.Problem);
    }

    [Theory]
    [InlineData("excludes weekends\na : 2026-01-02, 3d", "a: 2026-01-02 to 2026-01-07")]
    [InlineData("excludes weekends\nweekend friday\na : 2026-01-01, 2d", "a: 2026-01-01 to 2026-01-05")]
    [InlineData("excludes 2026-01-03 sunday\na : 2026-01-02, 2d", "a: 2026-01-02 to 2026-01-06")]
    [InlineData("a : 2026-01-01, 12h", "a: 2026-01-01 to 2026-01-01 12:00")]
    [InlineData("dateFormat DD/MM/YY\na : 31/01/26, 1M", "a: 2026-01-31 to 2026-02-28")]
    [InlineData("dateFormat D MMM YYYY\na : 5 Feb 2026, 1.5w", "a: 2026-02-05 to 2026-02-15 12:00")]
    [InlineData("dateFormat hh:mm A\na : 01:30 PM, 20m", "a: 13:30 to 13:50")]
    [InlineData("dateFormat X\na : 0, 71", "a: 0 to 71")]
    [InlineData(
        "inclusiveEndDates\na : done, crit, 2026-01-01, 2026-01-02",
        "a: 2026-01-01 to 2026-01-03 (done, critical)"
    )]
    [InlineData("a : milestone, 2026-01-01, 2d", "a: 2026-01-02 (milestone)")]
    [InlineData("a : until b\nb : b, 2026-01-05, 1d", null)]
    [InlineData("z : z, 2026-01-01, until b\nb : b, 2026-01-05, 1d", "z: 2026-01-01 to 2026-01-05")]
    public void The_times_of_a_task_follow_from_its_text(string text, string? told) =>
        Assert.Equal(told, MermaidReader.Read("gantt\n" + text).Diagram?.Describe()[0].Text);

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void A_description_has_no_English_word_that_the_author_did_not_write(string name)
    {
        var diagram = Read(name);
        diagram.Strings = UiStrings.Find("ja")!;
        var written = File.ReadAllText(Repository.Combine("tests", "fixtures", "mermaid", name + ".mmd"));
        Assert.All(
            Words(diagram.Describe()).SelectMany(t => Regex.Matches(t, "[A-Za-z]{2,}").Select(m => m.Value)),
            word => Assert.Contains(word, written, StringComparison.OrdinalIgnoreCase)
        );
    }

    private static IEnumerable<string> Words(IEnumerable<OutlineEntry> entries) =>
        entries.SelectMany(e => Words(e.Entries).Prepend(e.Text + e.Rest));

    [Theory]
    [InlineData("%Y-%m-%d %H:%M:%S.%L", "2026-03-01 09:05:07.120")]
    [InlineData("%a %A %b %B %e %j", "Sun Sunday Mar March  1 060")]
    [InlineData("%I %p %y %U %W %V %w %u %q %-d %%", "09 AM 26 09 08 09 0 7 1 1 %")]
    [InlineData("%x %X %s", "03/01/2026 09:05:07 1772355907")]
    public void A_time_is_written_in_the_format_of_the_axis(string format, string text) =>
        Assert.Equal(
            text,
            GanttTimeFormat.Format(
                new DateTime(2026, 3, 1, 9, 5, 7, 120, DateTimeKind.Unspecified),
                format,
                UiStrings.English
            )
        );

    [Theory]
    [InlineData("gantt\naxisFormat {}\na : 2026-01-01, 3d")]
    [InlineData("gantt\n{} : vert, 2026-01-01, 3d\n{} : 2d")]
    [InlineData("gantt\nsection {}\n{} : crit, 2026-01-01, 3d")]
    [InlineData("pie\n\"{}\" : 999999999999999.999999999999999")]
    [InlineData("pie showData\n\"{}\" : 1\n\"{}\" : 999999999999999.999999999999999")]
    [InlineData("timeline\nsection {}\n{} : {}")]
    [InlineData("quadrantChart\nx-axis {} --> {}\ny-axis {} --> {}\nquadrant-1 {}\n{}: [1, 1]")]
    [InlineData("mindmap\n{}\n a(({}))\n  {}")]
    public void A_very_long_label_is_drawn(string text)
    {
        foreach (var label in new[] { new string('x', 400), string.Concat(Enumerable.Repeat("word ", 80)).Trim() })
        {
            var (diagram, problem) = MermaidReader.Read(text.Replace("{}", label));
            Assert.True(diagram is not null, $"{problem}");
            Assert.NotEmpty(diagram.Draw(576).Marks);
            Assert.NotEmpty(diagram.Draw(340).Marks);
        }
    }

    [Theory]
    [InlineData("/PATH_PREFIX/secrets/NAMESPACE/NAME", "/PATH_PREFIX/secrets/|NAMESPACE/NAME")]
    [InlineData("Address//StreetAddress::[DELIVERY", "Address//StreetAddress::|[DELIVERY")]
    [InlineData("aVeryLongNameInCamelCaseForAClass", "aVeryLongNameInCamelCase|ForAClass")]
    [InlineData("wwwwwwwwwwwwwwwwwwwwwwwwwwwww", "wwwwwwwwwwwwwwwwww|wwwwwwwwwww")]
    [InlineData("/iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii", null)]
    public void A_long_word_is_cut_where_it_reads_best(string word, string? lines)
    {
        var cut = TextMeasure.Wrap(word, 170, DiagramMetrics.SmallSize);
        if (lines is not null)
            Assert.Equal(lines, string.Join('|', cut));
        Assert.Equal(word, string.Concat(cut));
    }

    [Theory]
    [InlineData("timeline-long-words")]
    [InlineData("sequence-names")]
    public void Names_have_no_cut_words_where_there_is_room(string name)
    {
        var words = File.ReadAllText(Repository.Combine("tests", "fixtures", "mermaid", name + ".mmd"))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (var room in new[] { 576, 340 })
        {
            var shown = Read(name).Draw(room).Marks.SelectMany(Texts).SelectMany(t => t.Text.Split(' '));
            Assert.All(shown, word => Assert.Contains(word, words));
        }
    }

    [Fact]
    public void Titles_of_quadrants_are_not_where_points_are()
    {
        var marks = Read("quadrant-titles").Draw(340).Marks;
        var dots = marks.OfType<PathMark>().Where(m => m.Style.StartsWith("solid", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, dots.Count);
        Assert.All(
            marks.OfType<TextMark>().Where(t => t.Style == TextStyle.Strong),
            t => Assert.DoesNotContain(dots, d => TextStyle.PlaceOf(t).Overlaps(BoundsOf(d)))
        );
    }

    [Fact]
    public void A_subgraph_without_content_is_a_box()
    {
        var chart = (Flowchart)
            MermaidReader
                .Read("flowchart LR\nsubgraph N [Node]\nsubgraph D [Daemon set]\nend\nA --> D\nend\nD --> B")
                .Diagram!;
        Assert.Equal(["Node"], chart.Groups.Select(g => g.Title));
        Assert.Equal(0, chart.Nodes.Single(n => n.Text == "Daemon set").Group);
        Assert.NotEmpty(chart.Draw(576).Marks);
    }

    [Theory]
    [InlineData("%%| label: fig-a\n%%| fig-cap: \"A *small* graph\"\nflowchart LR\nA --> B", "A *small* graph")]
    [InlineData("flowchart LR\n%%| fig-cap: 'One' \nA --> B", "One")]
    [InlineData("%%| fig-cap: Two\npie title Three\n\"a\" : 1", "Three")]
    [InlineData("%% fig-cap: Two\nflowchart LR\nA --> B", null)]
    public void The_title_can_be_the_caption_of_Quarto(string text, string? title) =>
        Assert.Equal(title, MermaidReader.Read(text).Diagram!.Title);

    [Fact]
    public void A_mind_map_is_read_by_its_indentation()
    {
        var root = MermaidReader
            .Read("mindmap\n Root\n   A\n      B\n    ::icon(fa fa-book)\n     C[\"`**x**\n y`\"]\n   D")
            .Diagram!.Describe()[0];
        Assert.Equal(["A", "D"], root.Entries.Select(e => e.Text));
        Assert.Equal(["B", "\uE000x\uE001 y"], root.Entries[0].Entries.Select(e => e.Text));
    }

    private static MermaidDiagram Read(string name)
    {
        var (diagram, problem) = MermaidReader.Read(
            File.ReadAllText(Repository.Combine("tests", "fixtures", "mermaid", name + ".mmd"))
        );
        Assert.True(diagram is not null, $"{problem}");
        return diagram;
    }

    private static (string Name, PlacedRectangle Place)? RoomOf(PictureMark mark) =>
        mark switch
        {
            GroupMark group => (group.Name, group.Place),
            TextMark text => (text.Text, TextStyle.PlaceOf(text)),
            _ => null,
        };

    private static IEnumerable<TextMark> Texts(PictureMark mark) =>
        mark switch
        {
            GroupMark group => group.Marks.SelectMany(Texts),
            TextMark text => [text],
            _ => [],
        };

    /// <summary>The bounds of a circle.</summary>
    private static PlacedRectangle BoundsOf(PathMark circle)
    {
        var numbers = Regex
            .Matches(circle.Path, @"-?[\d.]+")
            .Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))
            .ToList();
        return new(numbers[0], numbers[1] - 4, 8, 8);
    }

    private static string Print(Picture picture) => string.Join('\n', picture.Marks.SelectMany(Parts));

    private static IEnumerable<string> Parts(PictureMark mark) =>
        mark is GroupMark group ? group.Marks.SelectMany(Parts).Prepend($"{group.Name} {group.Place}") : [$"{mark}"];
}
