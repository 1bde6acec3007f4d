namespace KnowledgeSite.Diagrams;

/// <summary>
/// Draws a mapping: two lists side by side, with a line for every pair. The shorter list is spread, so that each box is
/// near its partners.
/// </summary>
internal static class MappingLayout
{
    private const double RowGap = 10;
    private const double WidestColumn = 224;
    private const double NarrowestBetween = 48;

    /// <param name="pairs">The indexes of the left and the right box of each pair.</param>
    public static Drawing Draw(
        MappingSide left,
        MappingSide right,
        IReadOnlyList<(int Left, int Right)> pairs,
        double room
    )
    {
        var between = Math.Max(NarrowestBetween, room * 0.2);
        var column = Math.Min(WidestColumn, (room - between) / 2);
        var columns = new[] { new Column(left, column), new Column(right, column) };
        var second = column + between;
        var head = Math.Max(columns[0].HeadHeight, columns[1].HeadHeight);
        var taller = columns[0].Height >= columns[1].Height ? 0 : 1;
        columns[taller].Stack(head);
        columns[1 - taller]
            .PlaceNear(
                pairs.ToLookup(
                    p => taller == 0 ? p.Right : p.Left,
                    p => columns[taller].MiddleOf(taller == 0 ? p.Left : p.Right)
                ),
                head,
                head + columns[taller].Height
            );
        return new(
            second + column,
            head + columns[taller].Height,
            [.. columns[0].Boxes(0, 0), .. columns[1].Boxes(second, left.Items.Count)],
            [.. pairs.Select(p => Line(p, columns, column, second))],
            [.. columns[0].Head(0), .. columns[1].Head(second)],
            []
        );
    }

    private static DrawnLine Line((int Left, int Right) pair, Column[] columns, double from, double to) =>
        new(
            new PathWriter(runsRight: true)
                .Begin(new(from, columns[0].MiddleOf(pair.Left)))
                .CurveTo(new(to, columns[1].MiddleOf(pair.Right)))
                .End(),
            null,
            false
        );

    private sealed class Column(MappingSide side, double width)
    {
        private readonly IReadOnlyList<string> _title = TextMeasure.Wrap(
            side.Title,
            width,
            DiagramMetrics.TextSize,
            isBold: true
        );
        private readonly IReadOnlyList<string>[] _lines =
        [
            .. side.Items.Select(i =>
                TextMeasure.Wrap(i, width - (2 * DiagramMetrics.Padding), DiagramMetrics.TextSize)
            ),
        ];
        private readonly double[] _middles = new double[side.Items.Count];

        public double HeadHeight => (_title.Count * DiagramMetrics.TextLeading) + 8;

        public double Height => _lines.Select((_, i) => HeightOf(i) + RowGap).Sum() - RowGap;

        public double MiddleOf(int item) => _middles[item];

        public void Stack(double from)
        {
            for (var i = 0; i < _middles.Length; i++)
            {
                _middles[i] = from + (HeightOf(i) / 2);
                from += HeightOf(i) + RowGap;
            }
        }

        /// <summary>
        /// Places the boxes in the given order, each as close as possible to the middle of its partners.
        /// </summary>
        public void PlaceNear(ILookup<int, double> met, double low, double high)
        {
            for (var i = 0; i < _middles.Length; i++)
            {
                var wanted = met[i].DefaultIfEmpty(i == 0 ? low : _middles[i - 1] + HeightOf(i)).Average();
                _middles[i] = Math.Max(wanted, i == 0 ? low + (HeightOf(0) / 2) : _middles[i - 1] + Distance(i - 1));
            }

            for (var i = _middles.Length - 1; i >= 0; i--)
                _middles[i] = Math.Min(
                    _middles[i],
                    i == _middles.Length - 1 ? high - (HeightOf(i) / 2) : _middles[i + 1] - Distance(i)
                );
        }

        public IEnumerable<DrawnBox> Boxes(double x, int first) =>
            _lines.Select(
                (lines, i) =>
                    new DrawnBox(
                        Node: first + i,
                        X: x,
                        Y: _middles[i] - (HeightOf(i) / 2),
                        Width: width,
                        Height: HeightOf(i),
                        Shape: BoxShape.Box,
                        Lines: DiagramMetrics.Lines(lines, [], x + (width / 2), _middles[i])
                    )
            );

        public IReadOnlyList<DrawnText> Head(double x) =>
            [
                .. _title.Select(
                    (line, i) =>
                        new DrawnText(
                            line,
                            x,
                            (i * DiagramMetrics.TextLeading) + (DiagramMetrics.TextLeading * 0.72),
                            TextRole.FrameTitle
                        )
                ),
            ];

        private double Distance(int item) => (HeightOf(item) / 2) + RowGap + (HeightOf(item + 1) / 2);

        private double HeightOf(int item) =>
            (_lines[item].Count * DiagramMetrics.TextLeading) + (2 * DiagramMetrics.Padding);
    }
}

internal sealed record MappingSide(string Title, IReadOnlyList<string> Items);
