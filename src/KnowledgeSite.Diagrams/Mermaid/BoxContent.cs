namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// The content of a box: its text, and below it compartments with rows, whose cells are in columns.
/// </summary>
internal sealed class BoxContent
{
    private const double CellWidth = 230;
    private const double CellGap = 12;
    private const double Padding = 6;

    private readonly TextBlock _text;
    private readonly List<List<TextBlock[]>> _compartments;
    private readonly double[] _columns;

    public BoxContent(FlowchartNode node, double width)
    {
        _text = FlowShapes.IsMute(node.Shape)
            ? TextBlock.Empty
            : TextBlock.Wrap(
                node.Text,
                Math.Max(
                    Math.Min(190, TextMeasure.LongestWord(node.Text, DiagramMetrics.TextSize) + 1),
                    width * FlowShapes.WrapShare(node.Shape)
                ),
                node.IsTitled ? TextStyle.Strong : TextStyle.Box
            );
        _compartments =
        [
            .. node.Compartments.Select(c =>
                c.Select(r => r.Select(t => TextBlock.Wrap(t, CellWidth, TextStyle.Start)).ToArray()).ToList()
            ),
        ];
        var rows = _compartments.SelectMany(c => c).ToList();
        _columns =
        [
            .. Enumerable
                .Range(0, rows.Select(r => r.Length).DefaultIfEmpty(0).Max())
                .Select(c => rows.Max(r => r[c].Width)),
        ];
    }

    private bool HasCompartments => _compartments.Count > 0;

    private double TableWidth => _columns.Where(c => c > 0).Sum(c => c + CellGap) - CellGap;

    /// <summary>The size of the text or, with compartments, of the whole box.</summary>
    public (double Width, double Height) Measure(string shape)
    {
        if (!HasCompartments)
            return FlowShapes.Measure(shape, _text.Width, _text.Height);
        var rows = _compartments.Sum(c => (2 * Padding) + c.Sum(HeightOf));
        return (Math.Max(_text.Width, TableWidth) + 24, _text.Height + (2 * Padding) + 2 + rows);
    }

    public List<PictureMark> Draw(string shape, PlacedRectangle place, string style)
    {
        var (x, y) = FlowShapes.TextOffset(shape);
        var marks = new List<PictureMark>();
        marks.AddRange(FlowShapes.Draw(shape, place, style));
        if (!HasCompartments)
        {
            marks.AddRange(_text.Draw(place.MiddleX + x, place.MiddleY + y));
            return marks;
        }

        marks.AddRange(_text.Draw(place.MiddleX, place.Y + Padding + 1 + (_text.Height / 2)));
        var at = place.Y + _text.Height + (2 * Padding) + 2;
        foreach (var rows in _compartments)
        {
            marks.Add(new PathMark(FlowShapes.D($"M{place.X} {at}H{place.Right}"), "lid"));
            at += Padding;
            foreach (var row in rows)
            {
                var left = place.X + 12;
                for (var cell = 0; cell < row.Length; cell++)
                {
                    marks.AddRange(row[cell].Draw(left, at + (HeightOf(row) / 2)));
                    left += _columns[cell] > 0 ? _columns[cell] + CellGap : 0;
                }

                at += HeightOf(row);
            }

            at += Padding;
        }

        return marks;
    }

    private static double HeightOf(TextBlock[] row) => row.Max(c => c.Height) + 1;
}
