using KnowledgeSite.Diagrams;
using KnowledgeSite.Diagrams.Mermaid;
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
    [InlineData("\"`**bold** and _quiet_`\"", "bold and quiet")]
    [InlineData("<b onclick=x>a</b><script>b", "a<script>b")]
    [InlineData("fa:fa-car Drive\\nhome", "Drive\nhome")]
    [InlineData("#40;x#41; &#91;y&#93; &dollar;z", "(x) [y] $z")]
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

    private static string Print(Picture picture) => string.Join('\n', picture.Marks.SelectMany(Parts));

    private static IEnumerable<string> Parts(PictureMark mark) =>
        mark is GroupMark group ? group.Marks.SelectMany(Parts).Prepend($"{group.Name} {group.Place}") : [$"{mark}"];
}
