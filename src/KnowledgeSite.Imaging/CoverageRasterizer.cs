namespace KnowledgeSite.Imaging;

/// <summary>
/// Computes the coverage of each pixel by an outline (signed-area accumulation). Each line adds the area to its right
/// to the pixels that it crosses; the running sum along a row is the coverage. It uses only sums and products of
/// doubles in a fixed order, so the result is the same on every machine.
/// </summary>
internal sealed class CoverageRasterizer
{
    private readonly double[] _changes;
    private readonly int _width;
    private readonly int _left;
    private readonly int _top;

    private CoverageRasterizer(int left, int top, int width, int height)
    {
        (_left, _top, _width) = (left, top, width + 2);
        _changes = new double[_width * height];
    }

    /// <summary>Calls <paramref name="pixel"/> for each pixel that is covered, with a coverage from 0 to 1.</summary>
    public static void Fill(IReadOnlyList<Curve> outline, Action<int, int, double> pixel)
    {
        if (outline.Count == 0)
            return;
        var spots = outline
            .SelectMany(c => c.Pull is { } pull ? new[] { c.From, pull, c.To } : [c.From, c.To])
            .ToList();
        var (left, top) = ((int)Math.Floor(spots.Min(s => s.X)), (int)Math.Floor(spots.Min(s => s.Y)));
        var ink = new CoverageRasterizer(
            left,
            top,
            (int)Math.Ceiling(spots.Max(s => s.X)) - left,
            (int)Math.Ceiling(spots.Max(s => s.Y)) - top
        );
        foreach (var curve in outline)
            ink.Add(curve);
        ink.ReportCoverage(pixel);
    }

    private void ReportCoverage(Action<int, int, double> pixel)
    {
        for (var y = 0; y < _changes.Length / _width; y++)
        {
            var covered = 0.0;
            for (var x = 0; x < _width; x++)
            {
                covered += _changes[y * _width + x];
                if (Math.Abs(covered) > 1.0 / 512)
                    pixel(_left + x, _top + y, Math.Min(1, Math.Abs(covered)));
            }
        }
    }

    private void Add(Curve curve)
    {
        if (curve.Pull is not { } pull)
        {
            AddLine(curve.From, curve.To);
            return;
        }

        var steps =
            2
            + (int)
                Math.Sqrt(
                    Math.Abs(curve.From.X - 2 * pull.X + curve.To.X) + Math.Abs(curve.From.Y - 2 * pull.Y + curve.To.Y)
                );
        var last = curve.From;
        for (var i = 1; i <= steps; i++)
        {
            var (t, u) = ((double)i / steps, 1 - (double)i / steps);
            var next =
                i == steps
                    ? curve.To
                    : new(
                        u * u * curve.From.X + 2 * u * t * pull.X + t * t * curve.To.X,
                        u * u * curve.From.Y + 2 * u * t * pull.Y + t * t * curve.To.Y
                    );
            AddLine(last, next);
            last = next;
        }
    }

    private void AddLine(OutlinePoint from, OutlinePoint to)
    {
        if (from.Y == to.Y)
            return;
        var sign = from.Y < to.Y ? 1 : -1;
        var (high, low) = sign > 0 ? (from, to) : (to, from);
        var slope = (low.X - high.X) / (low.Y - high.Y);
        var (x, start, end) = (high.X - _left, high.Y - _top, low.Y - _top);
        for (var row = (int)start; row < end; row++)
        {
            var height = Math.Min(row + 1, end) - Math.Max(row, start);
            var next = x + slope * height;
            AddAcross(row * _width, Math.Min(x, next), Math.Max(x, next), height * sign);
            x = next;
        }
    }

    /// <summary>Adds a line segment within one row, from left to right: each crossed pixel gets its part.</summary>
    private void AddAcross(int row, double left, double right, double height)
    {
        var (first, last) = ((int)left, (int)right);
        var before = 0.0;
        for (var x = first; x <= last; x++)
        {
            var (from, to) = (Math.Max(left, x), Math.Min(right, x + 1));
            var part = right > left ? height * (to - from) / (right - left) : height;
            var covered = part * (x + 1 - (from + to) / 2);
            _changes[row + x] += covered + before;
            before = part - covered;
        }

        _changes[row + last + 1] += before;
    }
}
