namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// Draws a quadrant chart. If the names of the points do not fit beside them, the points have numbers and a legend is
/// below the chart.
/// </summary>
internal sealed class QuadrantDrawing(QuadrantChart chart)
{
    private const double Largest = 440;
    private const double Gap = 8;

    private readonly List<PictureMark> _marks = [];
    private readonly List<PlacedRectangle> _taken = [];
    private double _left;
    private double _side;

    public Picture Draw(double room)
    {
        var low = TextBlock.Empty;
        var high = TextBlock.Empty;
        if (chart.YAxis is { } axis)
        {
            var most = (int)(room * 0.3 / DiagramMetrics.SmallLeading);
            low = TextBlock.Wrap(axis.Low, room * 0.2, TextStyle.End).Take(most);
            high = TextBlock.Wrap(axis.High ?? "", room * 0.2, TextStyle.End).Take(most);
            _left = Math.Max(low.Width, high.Width) + Gap;
        }

        // A point at the border needs room beyond it.
        var edge = chart.Points.Select(p => p.Radius).DefaultIfEmpty(0).Max();
        _side = Math.Min(Largest, room - _left - edge);
        var dots = Dots();
        DrawQuadrants(dots);
        _marks.AddRange(low.Draw(_left - Gap, chart.YAxis?.High is null ? _side / 2 : _side * 0.75));
        _marks.AddRange(high.Draw(_left - Gap, _side * 0.25));
        var height = _side + DrawXAxis();
        var legend = DrawPoints(dots);
        if (legend.Count > 0)
        {
            height += Gap;
            foreach (var line in legend)
            {
                var text = TextBlock.Wrap(line, _left + _side, TextStyle.Start);
                _marks.AddRange(text.Draw(0, height + (text.Height / 2)));
                height += text.Height + 2;
            }
        }

        return new(_left + _side + edge, height, _marks);
    }

    private List<PlacedRectangle> Dots() =>
        [
            .. chart.Points.Select(p => new PlacedRectangle(
                _left + (p.X * _side) - p.Radius,
                ((1 - p.Y) * _side) - p.Radius,
                2 * p.Radius,
                2 * p.Radius
            )),
        ];

    /// <summary>
    /// Draws the quadrants. Their titles are at the top, at the bottom or between, where fewest points are.
    /// </summary>
    private void DrawQuadrants(List<PlacedRectangle> dots)
    {
        var half = _side / 2;
        (double X, double Y)[] corners = [(half, 0), (0, 0), (0, half), (half, half)];
        for (var i = 0; i < corners.Length; i++)
        {
            var place = new PlacedRectangle(_left + corners[i].X, corners[i].Y, half, half);
            _marks.Add(new PathMark(FlowShapes.Box(place), i % 2 == 0 ? "box quadrant" : "box"));
            var text = TextBlock
                .Wrap(chart.Quadrants[i], half - (2 * Gap), TextStyle.Strong)
                .Take((int)((half - (2 * Gap)) / DiagramMetrics.TextLeading));
            var top = place.Y + Gap + (text.Height / 2);
            var bottom = place.Bottom - Gap - (text.Height / 2);
            double[] heights = dots.Count == 0 ? [place.MiddleY] : [top, bottom, .. Between(top, bottom)];
            var lines = heights.Select(LinesAt).MinBy(l => dots.Count(d => l.Exists(t => t.Place.Overlaps(d))))!;
            _marks.AddRange(lines.Select(l => l.Text));
            _taken.AddRange(lines.Select(l => l.Place));

            List<(TextMark Text, PlacedRectangle Place)> LinesAt(double middle) =>
                [
                    .. text.Draw(place.MiddleX, middle)
                        .Where(l => l.Text.Length > 0)
                        .Select(l => (l, TextStyle.PlaceOf(l))),
                ];
        }
    }

    private static IEnumerable<double> Between(double top, double bottom)
    {
        for (var height = top + Gap; height < bottom; height += Gap)
            yield return height;
    }

    private double DrawXAxis()
    {
        if (chart.XAxis is not { } axis)
            return 0;
        var width = axis.High is null ? _side : (_side / 2) - Gap;
        var low = TextBlock.Wrap(axis.Low, width, TextStyle.Label);
        var high = TextBlock.Wrap(axis.High ?? "", width, TextStyle.Label);
        var height = Math.Max(low.Height, high.Height);
        _marks.AddRange(low.Draw(_left + (axis.High is null ? _side / 2 : _side / 4), _side + 4 + (low.Height / 2)));
        _marks.AddRange(high.Draw(_left + (_side * 0.75), _side + 4 + (high.Height / 2)));
        return height + 4;
    }

    /// <summary>Draws the points and returns the lines of the legend, if the points have numbers.</summary>
    private List<string> DrawPoints(List<PlacedRectangle> dots)
    {
        for (var i = 0; i < dots.Count; i++)
            _marks.Add(
                new PathMark(
                    FlowShapes.Ellipse(dots[i].MiddleX, dots[i].MiddleY, dots[i].Width / 2, dots[i].Width / 2),
                    $"solid {chart.Points[i].Style ?? ToneCycle.At(0)}"
                )
            );
        var texts = chart.Points.Select(p => p.Text).ToList();
        var half = _side / 2;
        PlacedRectangle[] lines = [new(_left + half, 0, 1, _side), new(_left, half, _side, 1)];
        if ((TryPlace(dots, texts, reach: 1, lines) ?? TryPlace(dots, texts, reach: 5, [])) is { } names)
        {
            _marks.AddRange(names);
            return [];
        }

        var numbers = dots.Select((_, i) => $"{i + 1}").ToList();
        _marks.AddRange(TryPlace(dots, numbers, reach: 60, []) ?? TryPlace(dots, numbers, 60, [], isLast: true)!);
        return [.. chart.Points.Select((p, i) => $"{i + 1}. {p.Text.Replace('\n', ' ')}")];
    }

    /// <summary>Places a text at each point, so that it covers no other text and no point.</summary>
    /// <param name="reach">The number of distances from a point that are tried.</param>
    /// <param name="lines">Places that the texts must not cover either.</param>
    /// <param name="isLast">True if lines may cross texts, and a text without room is left out.</param>
    private List<PictureMark>? TryPlace(
        List<PlacedRectangle> dots,
        IReadOnlyList<string> texts,
        int reach,
        PlacedRectangle[] lines,
        bool isLast = false
    )
    {
        var taken = new List<PlacedRectangle>([.. dots, .. lines, .. _taken]);
        var written = dots.Count + lines.Length;
        var marks = new List<PictureMark>();
        for (var i = 0; i < texts.Count; i++)
        {
            var block = TextBlock.Wrap(texts[i], Math.Min(150, _side * 0.4), TextStyle.Halo);
            if (Find(dots[i], block, taken, reach, isLast ? int.MaxValue : written) is not { } found)
            {
                if (isLast)
                    continue;
                return null;
            }

            var place = found.Place;
            taken.Add(place);
            if (found.Distance > 0)
                taken.AddRange(LinePoints(dots[i], found.EndX, found.EndY));
            marks.AddRange(block.Draw(place.MiddleX, place.MiddleY));
            if (found.Distance > 0)
                marks.Add(
                    new PathMark(FlowShapes.D($"M{dots[i].MiddleX} {dots[i].MiddleY}L{found.EndX} {found.EndY}"), "lid")
                );
        }

        return marks;
    }

    /// <param name="written">The index of the first taken place that a line to the text must not cross.</param>
    private (PlacedRectangle Place, int Distance, double EndX, double EndY)? Find(
        PlacedRectangle dot,
        TextBlock text,
        List<PlacedRectangle> taken,
        int reach,
        int written
    )
    {
        // The middle of the text, relative to the middle of the point and in units of their sizes.
        (double X, double Y)[] sides = [(1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)];
        for (var distance = 0; distance < reach; distance++)
            foreach (var (x, y) in sides)
            {
                var away = (distance * 6) + 3;
                var middleX = dot.MiddleX + (x * ((dot.Width + text.Width) / 2 + away));
                var middleY = dot.MiddleY + (y * ((dot.Height + text.Height) / 2 + away - 2));
                var place = MoveInside(
                    new(
                        middleX - (text.Width / 2),
                        middleY - (text.Height / 2) + 1,
                        text.Width,
                        Math.Max(1, text.Height - 2)
                    )
                );
                if (place.Width > _side - 4 || taken.Exists(t => t.Overlaps(place)))
                    continue;
                var endX = Math.Clamp(dot.MiddleX, place.X, place.Right);
                var endY = Math.Clamp(dot.MiddleY, place.Y, place.Bottom);
                if (distance == 0 || !LinePoints(dot, endX, endY).Any(IsWrittenOn))
                    return (place, distance, endX, endY);
            }

        return null;

        bool IsWrittenOn(PlacedRectangle place) => taken.Skip(written).Any(t => t.Overlaps(place));
    }

    /// <summary>The nearest place inside the chart.</summary>
    private PlacedRectangle MoveInside(PlacedRectangle place) =>
        place with
        {
            X = Math.Max(_left + 2, Math.Min(place.X, _left + _side - 2 - place.Width)),
            Y = Math.Max(1, Math.Min(place.Y, _side - 1 - place.Height)),
        };

    /// <summary>Small places along the line from a point to its text, which must be free too.</summary>
    private static IEnumerable<PlacedRectangle> LinePoints(PlacedRectangle dot, double endX, double endY)
    {
        for (var part = 0.0; part <= 0.95; part += 0.1)
        {
            var x = dot.MiddleX + ((endX - dot.MiddleX) * part);
            var y = dot.MiddleY + ((endY - dot.MiddleY) * part);
            if (Math.Max(Math.Abs(x - dot.MiddleX), Math.Abs(y - dot.MiddleY)) > dot.Width / 2)
                yield return new(x - 1, y - 1, 2, 2);
        }
    }
}
