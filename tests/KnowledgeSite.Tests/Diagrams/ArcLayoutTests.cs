using System.Globalization;
using KnowledgeSite.Diagrams;

namespace KnowledgeSite.Tests.Diagrams;

public sealed class ArcLayoutTests
{
    private static readonly ArcRoom Wide = new(Bands: 200, Boxes: 220, Columns: 2, ColumnWidth: 224)
    {
        LowestBox = 36,
        WidestBand = 22,
        MaxBands = 30,
        StrongestOfEach = 3,
    };
    private static readonly ArcRoom Narrow = new(Bands: 110, Boxes: 230, Columns: 0, ColumnWidth: 0)
    {
        LowestBox = 44,
        WidestBand = 12,
        MaxBands = 12,
        StrongestOfEach = 2,
    };

    [Theory]
    [InlineData(1, 8, 20)]
    [InlineData(2, 40, 700)]
    [InlineData(3, 52, 1300)]
    [InlineData(4, 2, 1)]
    public void Boxes_are_stacked_and_everything_is_inside_the_drawing(int seed, int nodes, int ties)
    {
        foreach (var room in new[] { Wide, Narrow })
        {
            var drawing = ArcLayout.Draw(Random(seed, nodes, ties), room);
            Assert.All(
                drawing.Boxes.Zip(drawing.Boxes.Skip(1)),
                pair => Assert.True(pair.First.Y + pair.First.Height < pair.Second.Y)
            );
            Assert.All(
                drawing.Boxes,
                b =>
                    Assert.True(
                        b.Height >= room.LowestBox
                            && b.X >= 0
                            && b.X + b.Width <= drawing.Width
                            && b.Y + b.Height <= drawing.Height
                    )
            );
            Assert.All(drawing.Bands.Select(Numbers), n => Assert.True(Furthest(n) >= 0, $"{Furthest(n)}"));
        }
    }

    [Fact]
    public void The_same_graph_is_drawn_the_same()
    {
        var one = ArcLayout.Draw(Random(7, 30, 200), Wide);
        var other = ArcLayout.Draw(Random(7, 30, 200), Wide);
        Assert.Equal(one.Bands, other.Bands);
        Assert.Equal(one.Boxes.Select(b => (b.X, b.Y, b.Height)), other.Boxes.Select(b => (b.X, b.Y, b.Height)));
    }

    [Fact]
    public void A_band_ends_at_the_side_of_its_boxes_and_never_within_another_band()
    {
        var graph = Random(9, 20, 120);
        var drawing = ArcLayout.Draw(graph, Wide);
        var ends = drawing.Bands.SelectMany(b => Ends(graph, drawing, b)).ToList();
        Assert.All(
            ends,
            e =>
                Assert.True(
                    e.From >= drawing.Boxes[e.Node].Y - 0.1
                        && e.To <= drawing.Boxes[e.Node].Y + drawing.Boxes[e.Node].Height + 0.1
                )
        );
        Assert.All(
            ends.GroupBy(e => e.Node).Select(g => g.OrderBy(e => e.From).ToList()),
            side => Assert.All(side.Zip(side.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From + 0.15))
        );
    }

    [Fact]
    public void A_band_is_wider_where_more_of_its_links_begin()
    {
        var graph = new ArcGraph([Node("One"), Node("Two")], [new(0, 1, 9, 3)]);
        var drawing = ArcLayout.Draw(graph, Wide);
        var ends = Ends(graph, drawing, Assert.Single(drawing.Bands)).ToDictionary(e => e.Node, e => e.To - e.From);
        Assert.Equal(ends[0], 3 * ends[1], 0.5);
    }

    [Fact]
    public void Of_many_ties_the_strongest_of_each_box_are_drawn()
    {
        var all =
            from a in Enumerable.Range(0, 60)
            from b in Enumerable.Range(a + 1, 59 - a)
            select new ArcTie(a, b, 1 + ((a * 7) + (b * 13)) % 50, 0);
        var graph = new ArcGraph([.. Enumerable.Range(0, 60).Select(i => Node($"Section {i}"))], [.. all]);
        var drawn = ArcLayout.Draw(graph, Wide).Bands.Select(b => graph.Ties[b.Tie]).ToList();
        Assert.InRange(drawn.Count, 60, 180);
        for (var node = 0; node < 60; node++)
            Assert.Equal(
                graph.Ties.Where(t => t.First == node || t.Second == node).Max(t => t.Strength),
                drawn.Where(t => t.First == node || t.Second == node).Max(t => t.Strength)
            );
    }

    [Fact]
    public void Items_without_a_box_have_no_lines() =>
        Assert.Empty(
            ArcLayout
                .Draw(new([Node("One"), Node("9 more pages") with { IsRest = true }], [new(0, 1, 9, 3)]), Wide)
                .Bands
        );

    [Fact]
    public void Items_outside_are_below_their_title()
    {
        var drawing = ArcLayout.Draw(
            new([Node("In") with { IsOutside = true }, Node("Out")], []) { OutsideTitle = "Elsewhere" },
            Narrow
        );
        Assert.True(
            drawing.Boxes[1].Y + drawing.Boxes[1].Height < drawing.Titles[0].Y
                && drawing.Titles[0].Y < drawing.Boxes[0].Y
        );
    }

    [Fact]
    public void Long_texts_end_in_their_box()
    {
        var text = string.Join(' ', Enumerable.Repeat("Responsibilities", 30)) + " 🦆🦆";
        var box = ArcLayout
            .Draw(new([new(text, null, null, false, [new(text, 5)]), Node("Short") with { Note = text }], []), Wide)
            .Boxes;
        Assert.Equal(3, box[0].Lines.Count);
        Assert.All(
            new[] { box[0].Lines[^1], box[0].Inside[0][^1], box[1].Note! },
            t => Assert.EndsWith("…", t.Text, StringComparison.Ordinal)
        );
        Assert.Equal("a…", TextMeasure.Shorten("a🦆🦆🦆", 30, 14));
    }

    private static ArcNode Node(string text) => new(text, null, null, false, []);

    private static ArcGraph Random(int seed, int nodes, int ties)
    {
        var random = new Random(seed);
        var pairs = Enumerable
            .Range(0, ties)
            .Select(_ => (A: random.Next(nodes), B: random.Next(nodes)))
            .Where(p => p.A < p.B)
            .Distinct()
            .ToList();
        return new(
            [
                .. Enumerable
                    .Range(0, nodes)
                    .Select(i => new ArcNode(
                        $"Section {i}",
                        i % 2 == 0 ? $"{i} pages" : null,
                        i % 3 == 0 ? "Map" : null,
                        i > nodes - 3,
                        [.. Enumerable.Range(0, i % 5).Select(n => new ArcText($"Page {n}", n % 2))]
                    )),
            ],
            [.. pairs.Select(p => new ArcTie(p.A, p.B, random.Next(80), 1 + random.Next(40)))]
        );
    }

    private static double[] Numbers(ArcBand band) =>
        [
            .. band
                .Path.Split(['M', 'C', 'L', 'Z', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(n => double.Parse(n, CultureInfo.InvariantCulture)),
        ];

    /// <summary>
    /// The leftmost position of the outer curve: in the middle, three quarters of the distance to its control point.
    /// </summary>
    private static double Furthest(double[] numbers) => numbers[0] - ((numbers[0] - numbers[2]) * 0.75);

    /// <summary>
    /// The path is M x y, C x y x y x y, L x y, C …: the first and last points are the upper ends of the curves, and
    /// those of the line are the lower ends.
    /// </summary>
    private static IEnumerable<(int Node, double From, double To)> Ends(
        ArcGraph graph,
        ArcDrawing drawing,
        ArcBand band
    )
    {
        var n = Numbers(band);
        var tie = graph.Ties[band.Tie];
        var isFirstAbove = drawing.Boxes[tie.First].Y < drawing.Boxes[tie.Second].Y;
        return
        [
            (isFirstAbove ? tie.First : tie.Second, n[1], n[^1]),
            (isFirstAbove ? tie.Second : tie.First, n[9], n[7]),
        ];
    }
}
