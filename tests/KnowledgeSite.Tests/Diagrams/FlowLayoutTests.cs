using KnowledgeSite.Diagrams;

namespace KnowledgeSite.Tests.Diagrams;

public sealed class FlowLayoutTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void No_box_covers_another_and_none_leaves_the_drawing(int seed, bool runsRight)
    {
        var graph = Random(seed, 24, 34);
        var drawing = FlowLayout.Draw(graph, 576, runsRight);
        for (var a = 0; a < drawing.Boxes.Count; a++)
        for (var b = a + 1; b < drawing.Boxes.Count; b++)
            Assert.False(Overlap(drawing.Boxes[a], drawing.Boxes[b]), $"boxes {a} and {b}");
        Assert.All(
            drawing.Boxes,
            b =>
                Assert.True(
                    b.X >= -0.1
                        && b.Y >= -0.1
                        && b.X + b.Width <= drawing.Width + 0.1
                        && b.Y + b.Height <= drawing.Height + 0.1
                )
        );
        Assert.Equal(graph.Edges.Count, drawing.Lines.Count(l => l.Head is not null));
    }

    [Fact]
    public void The_same_flow_is_drawn_the_same() =>
        Assert.Equal(
            Print(FlowLayout.Draw(Random(7, 30, 40), 576, false)),
            Print(FlowLayout.Draw(Random(7, 30, 40), 576, false))
        );

    [Fact]
    public void Only_edges_that_close_a_cycle_lead_back()
    {
        var drawing = FlowLayout.Draw(Graph(3, (0, 1), (1, 2), (2, 0), (1, 1)), 340, false);
        Assert.Equal([false, false, true, true], drawing.Lines.Select(l => l.IsBackEdge).Order());
        Assert.True(drawing.Boxes[0].Y < drawing.Boxes[1].Y && drawing.Boxes[1].Y < drawing.Boxes[2].Y);
    }

    [Fact]
    public void A_chain_is_one_straight_line() =>
        Assert.Single(
            FlowLayout.Draw(Graph(5, (0, 1), (1, 2), (2, 3), (3, 4)), 340, false).Boxes.Select(b => b.X).Distinct()
        );

    [Fact]
    public void The_largest_flow_is_drawn_in_time()
    {
        var drawing = FlowLayout.Draw(Random(8, FlowLayout.MaxNodes, FlowLayout.MaxEdges), 576, false);
        Assert.Equal(FlowLayout.MaxNodes, drawing.Boxes.Count);
    }

    [Fact]
    public void Groups_that_do_not_fit_side_by_side_are_stacked()
    {
        var graph = new FlowGraph(
            [
                .. Enumerable
                    .Range(0, 6)
                    .Select(i => new FlowNode($"Somewhat longer text {i}", null, BoxShape.Box, i % 3)),
            ],
            [new(0, 1, null), new(1, 2, null), new(2, 0, null)],
            ["One", "Two", "Three"]
        );
        var wide = FlowLayout.Draw(graph, 900, false);
        var narrow = FlowLayout.Draw(graph, 340, false);
        Assert.Single(wide.Frames.Select(f => f.Y).Distinct());
        Assert.Single(narrow.Frames.Select(f => f.X).Distinct());
        Assert.Equal(3, narrow.Frames.Select(f => f.Y).Distinct().Count());
        Assert.True(narrow.Width <= 340, narrow.Width.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_word_that_is_too_long_is_cut_and_no_letter_is_lost()
    {
        var lines = TextMeasure.Wrap("Donaudampfschifffahrtsgesellschaftskapitänswitwe fährt", 80, 14);
        Assert.Equal("Donaudampfschifffahrtsgesellschaftskapitänswitwefährt", string.Concat(lines).Replace(" ", ""));
        Assert.All(lines, l => Assert.True(TextMeasure.WidthOf(l, 14) <= 80));
    }

    private static FlowGraph Graph(int nodes, params (int From, int To)[] edges) =>
        new(
            [.. Enumerable.Range(0, nodes).Select(i => new FlowNode($"Box {i}", null, BoxShape.Box, null))],
            [.. edges.Select(e => new FlowEdge(e.From, e.To, null))],
            []
        );

    /// <summary>A random number generator with a fixed algorithm, because that of the framework may change.</summary>
    private static FlowGraph Random(int seed, int nodes, int edges)
    {
        var state = (uint)seed;
        return new(
            [
                .. Enumerable
                    .Range(0, nodes)
                    .Select(i => new FlowNode(
                        string.Join(' ', Enumerable.Repeat($"word{i}", 1 + Next(6))),
                        Next(3) == 0 ? "a detail" : null,
                        (BoxShape)Next(4),
                        null
                    )),
            ],
            [
                .. Enumerable
                    .Range(0, edges)
                    .Select(_ => new FlowEdge(Next(nodes), Next(nodes), Next(4) == 0 ? "because of this" : null)),
            ],
            []
        );

        int Next(int below)
        {
            state = (state * 1664525) + 1013904223;
            return (int)((state >> 8) % (uint)below);
        }
    }

    private static bool Overlap(DrawnBox a, DrawnBox b) =>
        a.X + a.Width > b.X + 0.1
        && b.X + b.Width > a.X + 0.1
        && a.Y + a.Height > b.Y + 0.1
        && b.Y + b.Height > a.Y + 0.1;

    private static string Print(Drawing drawing) =>
        string.Join(
            '\n',
            drawing
                .Boxes.Select(b => $"{b.X} {b.Y} {b.Width} {b.Height}")
                .Concat(drawing.Lines.Select(l => l.Path + l.Head))
                .Concat(drawing.Labels.Select(l => $"{l}"))
        );
}
