namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// Draws a pie chart. Each slice has a number, which its line in the legend repeats, so that nobody needs the colours.
/// </summary>
internal sealed class PieDrawing(PieChart chart)
{
    private const double Radius = 100;

    /// <summary>The least angle between two numbers, so that 38 have room around the circle.</summary>
    private const double NumberDistance = 0.16;

    private const int Rounds = 400;
    private const double LegendGap = 28;
    private const double KeyWidth = 26;
    private const double KeyHeight = 20;
    private const double RowGap = 6;

    /// <summary>The least width with the legend beside the circle.</summary>
    private const double Wide = 460;

    private readonly List<PictureMark> _marks = [];
    private readonly List<(int Slice, double Angle)> _middles = [];
    private PlacedRectangle _bounds = new(-Radius, -Radius, 2 * Radius, 2 * Radius);

    public Picture Draw(double room)
    {
        DrawSlices();
        PlaceNumbers();
        var isWide = room >= Wide;
        var legend = CreateLegend(isWide ? room - _bounds.Width - LegendGap : room);
        var width = isWide ? _bounds.Width + LegendGap + legend.Width : Math.Max(_bounds.Width, legend.Width);
        var height = isWide ? Math.Max(_bounds.Height, legend.Height) : _bounds.Height + LegendGap - 8 + legend.Height;
        var left = isWide ? 0 : (width - _bounds.Width) / 2;
        var top = isWide ? (height - _bounds.Height) / 2 : 0;
        var legendX = isWide ? _bounds.Width + LegendGap : 0;
        var legendY = isWide ? (height - legend.Height) / 2 : _bounds.Height + LegendGap - 8;
        return new(
            width,
            height,
            [
                .. _marks.Select(m => PictureMarks.Move(m, left - _bounds.X, top - _bounds.Y)),
                .. legend.Marks.Select(m => PictureMarks.Move(m, legendX, legendY)),
            ]
        );
    }

    /// <summary>Draws the slices clockwise around the origin, from the top on.</summary>
    private void DrawSlices()
    {
        var begin = 0.0;
        for (var i = 0; i < chart.Slices.Count; i++)
        {
            var share = chart.ShareOf(chart.Slices[i]);
            if (share <= 0)
                continue;
            var style = $"box slice {ToneOf(i)}";
            _marks.Add(
                new PathMark(
                    share >= 0.9999
                        ? FlowShapes.Ellipse(0, 0, Radius, Radius)
                        : Sector(begin * 2 * Math.PI, (begin + share) * 2 * Math.PI),
                    style
                )
            );
            DrawTexts(i, (begin + (share / 2)) * 2 * Math.PI, share);
            begin += share;
        }
    }

    /// <summary>The hue of a slice. The last one is beside the first one and has another hue.</summary>
    private string ToneOf(int slice) =>
        slice > 0 && slice == chart.Slices.Count - 1 && ToneCycle.At(slice) == ToneCycle.At(0)
            ? "tone-quiet"
            : ToneCycle.At(slice);

    private static string Sector(double begin, double end)
    {
        var (fromX, fromY) = Point(begin, Radius);
        var (toX, toY) = Point(end, Radius);
        var isLarge = end - begin > Math.PI ? 1 : 0;
        return FlowShapes.D($"M0 0L{fromX} {fromY}A{Radius} {Radius} 0 {isLarge} 1 {toX} {toY}Z");
    }

    private void DrawTexts(int slice, double angle, double share)
    {
        var percentage = chart.PercentageOf(chart.Slices[slice]);
        var (x, y) = share >= 0.9999 ? (0, 0) : Point(angle, Radius * 0.64);
        var half = (TextStyle.WidthOf(percentage, TextStyle.Box) / 2) + 4;
        if (share >= 0.9999 || IsInside(x, y, half, angle, share))
            _marks.Add(new TextMark(percentage, x, y + 5, TextStyle.Box));
        _middles.Add((slice, angle));
    }

    /// <summary>True if a text with its middle at a point is inside the slice.</summary>
    private static bool IsInside(double x, double y, double half, double angle, double share) =>
        new[] { (x - half, y - 9), (x + half, y - 9), (x - half, y + 9), (x + half, y + 9) }.All(p =>
            Math.Sqrt((p.Item1 * p.Item1) + (p.Item2 * p.Item2)) < Radius - 2
            && Math.Abs(Math.IEEERemainder(Math.Atan2(p.Item1, -p.Item2) - angle, 2 * Math.PI)) < share * Math.PI
        );

    /// <summary>Places the numbers around the circle, and moves those apart that would cover each other.</summary>
    private void PlaceNumbers()
    {
        var angles = _middles.Select(m => m.Angle).ToArray();
        for (var round = 0; round < Rounds && angles.Length > 1; round++)
        for (var i = 0; i < angles.Length; i++)
        {
            var next = (i + 1) % angles.Length;
            var distance = angles[next] - angles[i] + (next == 0 ? 2 * Math.PI : 0);
            var missing = Math.Max(0, NumberDistance - distance) / 2;
            angles[i] -= missing;
            angles[next] += missing;
        }

        for (var i = 0; i < angles.Length; i++)
        {
            var (x, y) = Point(angles[i], Radius + 14);
            var text = new TextMark($"{_middles[i].Slice + 1}", x, y + 4.4, TextStyle.Label);
            _bounds = _bounds.Include(TextStyle.PlaceOf(text));
            _marks.Add(text);
            if (Math.Abs(angles[i] - _middles[i].Angle) < 0.05)
                continue;
            var (fromX, fromY) = Point(_middles[i].Angle, Radius);
            var (toX, toY) = Point(angles[i], Radius + 7);
            _marks.Add(new PathMark(FlowShapes.D($"M{fromX} {fromY}L{toX} {toY}"), "lid"));
        }
    }

    private (double Width, double Height, List<PictureMark> Marks) CreateLegend(double room)
    {
        var valueWidth = chart.Slices.Max(s => TextStyle.WidthOf(chart.ValueOf(s), TextStyle.End));
        var names = chart
            .Slices.Select(s =>
                TextBlock.Wrap(s.Label, Math.Max(60, room - KeyWidth - valueWidth - 26), TextStyle.BoxStart)
            )
            .ToList();
        var width = KeyWidth + 10 + names.Max(n => n.Width) + 16 + valueWidth;
        var marks = new List<PictureMark>();
        var y = 0.0;
        for (var i = 0; i < names.Count; i++)
        {
            var height = Math.Max(KeyHeight, names[i].Height);
            var middle = y + (height / 2);
            marks.Add(
                new PathMark(
                    FlowShapes.RoundedBox(new(0, middle - (KeyHeight / 2), KeyWidth, KeyHeight), 4),
                    $"box slice {ToneOf(i)}"
                )
            );
            marks.AddRange(new TextBlock([$"{i + 1}"], TextStyle.Box).Draw(KeyWidth / 2, middle));
            marks.AddRange(names[i].Draw(KeyWidth + 10, middle));
            marks.AddRange(new TextBlock([chart.ValueOf(chart.Slices[i])], TextStyle.End).Draw(width, middle));
            y += height + RowGap;
        }

        return (width, y - RowGap, marks);
    }

    private static (double X, double Y) Point(double angle, double radius) =>
        (Math.Sin(angle) * radius, -Math.Cos(angle) * radius);
}
