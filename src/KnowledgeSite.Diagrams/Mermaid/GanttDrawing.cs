namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// Draws a Gantt chart: a row for each task, with its name on the left of the chart or, on narrow screens, above its
/// bar. The states of tasks differ in pattern as well as in colour, and a legend explains them.
/// </summary>
internal sealed class GanttDrawing
{
    private const double Wide = 480;
    private const double BarHeight = 18;
    private const double RowGap = 6;
    private const double Edge = 10;
    private const double HatchDistance = 5;

    private readonly GanttChart _chart;
    private readonly double _room;
    private readonly bool _isWide;
    private readonly double _left;
    private readonly DateTime _first;
    private readonly DateTime _last;
    private readonly List<PictureMark> _grid = [];
    private readonly List<PictureMark> _marks = [];
    private readonly List<PlacedRectangle> _titles = [];

    public GanttDrawing(GanttChart chart, double room)
    {
        _chart = chart;
        _room = room;
        _isWide = room >= Wide;
        _first = chart.Tasks.Min(t => t.Start);
        _last = chart.Tasks.Max(t => t.ShownEnd > t.Start ? t.ShownEnd : t.Start);
        if (_last <= _first)
        {
            _first = _first.AddHours(-12);
            _last = _last.AddHours(12);
        }

        if (_isWide)
            _left = Math.Clamp(Rows().Max(t => TextStyle.WidthOf(t.Text, TextStyle.BoxStart)) + 12, 60, room * 0.36);
    }

    public Picture Draw()
    {
        var axis = new GanttAxis(_chart, _first, _last, _room - _left - (2 * Edge));
        var y = DrawMarkerNames();
        if (_chart.HasTopAxis)
            y = DrawLabels(axis, y) + 4;
        var top = y;
        foreach (var section in _chart.Sections)
        {
            if (section.Title.Length > 0)
                y = DrawTitle(section.Title, y);
            foreach (var task in section.Tasks)
                if (!task.IsMarker)
                    y = DrawTask(task, y);
        }

        DrawMarkers(top, y);
        foreach (var tick in axis.Ticks)
            _grid.Add(new PathMark(FlowShapes.D($"M{PlaceOf(tick)} {top}V{y}"), "grid"));
        _grid.Add(new PathMark(FlowShapes.D($"M{_left} {y}H{_room}"), "lid"));
        var bottom = y;
        y = DrawLabels(axis, y);
        y = DrawLegend(y + 8);
        return new(_room, y, [.. ExcludedDays(top, bottom), .. _grid, .. _marks]);
    }

    private IEnumerable<GanttTask> Rows() => _chart.Tasks.Where(t => !t.IsMarker).DefaultIfEmpty(_chart.Tasks.First());

    /// <summary>The horizontal position of a time.</summary>
    private double PlaceOf(DateTime time) =>
        _left + Edge + ((_room - _left - (2 * Edge)) * ((time - _first) / (_last - _first)));

    private double DrawTitle(string title, double y)
    {
        var text = TextBlock.Wrap(title, _room, TextStyle.Title);
        _grid.Add(new PathMark(FlowShapes.D($"M0 {y + 2}H{_room}"), "grid"));
        foreach (var line in text.Draw(0, y + 8 + (text.Height / 2)))
        {
            _marks.Add(line);
            _titles.Add(TextStyle.PlaceOf(line));
        }

        return y + text.Height + 8 + RowGap;
    }

    private double DrawTask(GanttTask task, double y)
    {
        var name = TextBlock.Wrap(
            task.Text,
            _isWide ? _left - 12 : _room,
            _isWide ? TextStyle.BoxStart : TextStyle.HaloStart
        );
        var height = _isWide ? Math.Max(BarHeight + 2, name.Height) : name.Height + 1 + BarHeight;
        var middle = _isWide ? y + (height / 2) : y + height - (BarHeight / 2);
        var start = PlaceOf(task.Start);
        var end = PlaceOf(task.ShownEnd);
        var bar = task.IsMilestone
            ? new PlacedRectangle(PlaceOf(task.Middle) - 8, middle - 8, 16, 16)
            : new PlacedRectangle(start, middle - (BarHeight / 2), Math.Max(2, end - start), BarHeight);
        var x = _isWide ? 0 : Math.Max(0, Math.Min(bar.X, _room - name.Width));
        var texts = name.Draw(x, _isWide ? middle : y + (name.Height / 2));
        _marks.Add(
            new GroupMark(_chart.DescribeTask(task), task.Link, new(0, y, _room, height), [.. texts, .. Bar(task, bar)])
        );
        return y + height + RowGap + (_isWide ? 0 : 2);
    }

    /// <summary>Done is hatched, active is filled, and critical has a thick outline and a line below.</summary>
    private static IEnumerable<PathMark> Bar(GanttTask task, PlacedRectangle place)
    {
        var tone =
            task.IsCritical ? "tone-red"
            : task.IsDone ? "tone-quiet"
            : "tone-blue";
        var style = task.IsActive ? $"solid {tone}" : $"box {tone}";
        if (task.IsCritical)
            style += " thick";
        var bar = task.IsCritical && !task.IsMilestone ? place with { Height = place.Height - 4 } : place;
        yield return new(
            task.IsMilestone
                ? FlowShapes.D($"M{bar.MiddleX} {bar.Y}L{bar.Right} {bar.MiddleY}")
                    + FlowShapes.D($"L{bar.MiddleX} {bar.Bottom}L{bar.X} {bar.MiddleY}Z")
                : FlowShapes.RoundedBox(bar, 2),
            style
        );
        if (task.IsDone && !task.IsActive)
            yield return new(
                task.IsMilestone ? FlowShapes.D($"M{bar.MiddleX} {bar.Y + 3}V{bar.Bottom - 3}") : Hatch(bar),
                $"way hatch {tone}"
            );
        if (task.IsCritical)
            yield return new(FlowShapes.D($"M{bar.X} {bar.Bottom + 3}H{bar.Right}"), $"way {tone}");
    }

    /// <summary>Diagonal lines within a rectangle.</summary>
    private static string Hatch(PlacedRectangle place)
    {
        var path = new System.Text.StringBuilder();
        for (var x = place.X + HatchDistance - place.Height; x < place.Right; x += HatchDistance)
        {
            var from = Math.Max(0, place.X - x);
            var to = Math.Min(place.Height, place.Right - x);
            if (to > from)
                path.Append(FlowShapes.D($"M{x + from} {place.Bottom - from}L{x + to} {place.Bottom - to}"));
        }

        return path.ToString();
    }

    private double DrawLabels(GanttAxis axis, double y)
    {
        var free = 0.0;
        var before = "";
        for (var i = 0; i < axis.Ticks.Count; i++)
        {
            var label = TextMeasure.Shorten(axis.Labels[i], _room, DiagramMetrics.SmallSize);
            var half = TextStyle.WidthOf(label, TextStyle.Label) / 2;
            var x = Math.Max(half, Math.Min(PlaceOf(axis.Ticks[i]), _room - half));
            if (x - half < free || label == before)
                continue;
            before = label;
            free = x + half + 8;
            _marks.Add(new TextMark(label, x, y + 15, TextStyle.Label));
        }

        return y + 20;
    }

    /// <summary>Writes the names of vertical markers in rows, so that none covers another.</summary>
    private double DrawMarkerNames()
    {
        var rows = new List<double>();
        foreach (var marker in _chart.Tasks.Where(t => t.IsMarker).OrderBy(t => t.Middle))
        {
            var text = TextMeasure.Shorten(marker.Text.Replace('\n', ' '), _room, DiagramMetrics.SmallSize);
            var half = TextStyle.WidthOf(text, TextStyle.Label) / 2;
            var x = Math.Max(half, Math.Min(PlaceOf(marker.Middle), _room - half));
            var row = rows.FindIndex(free => x - half > free);
            if (row < 0)
            {
                row = rows.Count;
                rows.Add(0);
            }

            rows[row] = x + half + 8;
            _marks.Add(new TextMark(text, x, (row * DiagramMetrics.SmallLeading) + 13, TextStyle.Label));
        }

        return rows.Count == 0 ? 0 : (rows.Count * DiagramMetrics.SmallLeading) + 8;
    }

    /// <summary>Draws the vertical markers behind the bars, and not through the titles of sections.</summary>
    private void DrawMarkers(double top, double bottom)
    {
        foreach (var x in _chart.Tasks.Where(t => t.IsMarker).Select(t => PlaceOf(t.Middle)))
        {
            var path = FlowShapes.D($"M{x} {top - 4}");
            foreach (var title in _titles.Where(t => t.X < x && t.Right + 2 > x))
                path += FlowShapes.D($"V{title.Y - 3}M{x} {title.Bottom + 3}");
            _grid.Add(new PathMark(path + FlowShapes.D($"V{bottom}"), "way marker"));
        }
    }

    /// <summary>Shades the days that are not counted, if they are wide enough to be seen.</summary>
    private IEnumerable<PathMark> ExcludedDays(double top, double bottom)
    {
        if (!_chart.Calendar.HasExcludedDays || (_last - _first).TotalDays > (_room - _left) / 2)
            yield break;
        for (var day = _first.Date; day < _last; day = day.AddDays(1))
        {
            if (!_chart.Calendar.Excludes(day))
                continue;
            var begin = PlaceOf(day < _first ? _first : day);
            var end = PlaceOf(day.AddDays(1) > _last ? _last : day.AddDays(1));
            yield return new PathMark(FlowShapes.Box(new(begin, top, end - begin, bottom - top)), "excluded");
        }
    }

    /// <summary>Explains the states that the tasks have, if they differ.</summary>
    private double DrawLegend(double y)
    {
        var text = _chart.Strings;
        (string Name, GanttTask Sample, Func<GanttTask, bool> Fits)[] states =
        [
            (text.TaskPlanned, new(""), t => !(t.IsActive || t.IsDone || t.IsMilestone)),
            (text.TaskActive, new("") { IsActive = true }, t => t.IsActive),
            (text.TaskFinished, new("") { IsDone = true }, t => t.IsDone),
            (text.TaskCritical, new("") { IsCritical = true }, t => t.IsCritical),
            (text.TaskMilestone, new("") { IsMilestone = true }, t => t.IsMilestone),
        ];
        var used = states.Where(s => _chart.Tasks.Any(t => !t.IsMarker && s.Fits(t))).ToList();
        if (used.TrueForAll(s => s.Sample is { IsActive: false, IsDone: false, IsCritical: false }))
            return y - 8;
        var x = 0.0;
        foreach (var (name, sample, _) in used)
        {
            var width = 30 + TextStyle.WidthOf(name, TextStyle.Start) + 16;
            if (x > 0 && x + width > _room)
            {
                x = 0;
                y += 20;
            }

            var place = sample.IsMilestone
                ? new PlacedRectangle(x + 4, y + 1, 16, 16)
                : new PlacedRectangle(x, y + 2, 24, 14);
            _marks.AddRange(Bar(sample, place));
            _marks.Add(new TextMark(name, x + 30, y + 13.4, TextStyle.Start));
            x += width;
        }

        return y + 20;
    }
}
