namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>Chooses the labels below a Gantt chart.</summary>
internal sealed class GanttAxis
{
    private const int MaxTicks = 400;
    private const double LabelGap = 14;

    private static readonly GanttInterval[] Intervals =
    [
        .. new[] { 1, 5, 10, 50, 100, 500 }.Select(n => new GanttInterval(n, "millisecond")),
        .. new[] { 1, 5, 10, 30 }.Select(n => new GanttInterval(n, "second")),
        .. new[] { 1, 5, 10, 30 }.Select(n => new GanttInterval(n, "minute")),
        .. new[] { 1, 3, 6, 12 }.Select(n => new GanttInterval(n, "hour")),
        .. new[] { 1, 2 }.Select(n => new GanttInterval(n, "day")),
        .. new[] { 1, 2 }.Select(n => new GanttInterval(n, "week")),
        .. new[] { 1, 2, 3, 6 }.Select(n => new GanttInterval(n, "month")),
        .. new[] { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 }.Select(n => new GanttInterval(n, "year")),
    ];

    private readonly GanttChart _chart;
    private readonly DateTime _first;
    private readonly DateTime _last;
    private readonly double _width;

    public GanttAxis(GanttChart chart, DateTime first, DateTime last, double width)
    {
        _chart = chart;
        _first = first;
        _last = last;
        _width = width;
        var interval =
            chart.TickInterval is { } chosen && (last - first) / LengthOf(chosen) < MaxTicks
                ? chosen
                : Array.Find(Intervals, HasRoom) ?? Intervals[^1];
        Ticks = [.. TicksOf(interval)];
        Labels = [.. Ticks.Select(t => Label(t, interval))];
    }

    public IReadOnlyList<DateTime> Ticks { get; }

    public IReadOnlyList<string> Labels { get; }

    private bool HasRoom(GanttInterval interval)
    {
        if ((_last - _first) / LengthOf(interval) > MaxTicks)
            return false;
        var distance = _width * (LengthOf(interval) / (_last - _first));
        return TextStyle.WidthOf(Label(_last, interval), TextStyle.Label) + LabelGap <= distance;
    }

    private string Label(DateTime time, GanttInterval interval)
    {
        var isShort = interval.Unit is not ("day" or "week" or "month" or "year");
        return GanttTimeFormat.Format(
            time,
            _chart.AxisFormat
                ?? interval.Unit switch
                {
                    "millisecond" => "%M:%S.%L",
                    "second" => "%H:%M:%S",
                    _ when isShort => "%H:%M",
                    "year" => "%Y",
                    _ => "%Y-%m-%d",
                },
            _chart.Strings
        );
    }

    private IEnumerable<DateTime> TicksOf(GanttInterval interval)
    {
        if (interval.Unit is "month" or "year")
        {
            var months = interval.Count * (interval.Unit == "year" ? 12 : 1);
            var month = ((_first.Year - 1) * 12) + _first.Month - 1;
            for (month -= month % months; month < 12 * 9990; month += months)
            {
                var tick = new DateTime((month / 12) + 1, (month % 12) + 1, 1);
                // Multiples of years are those of the calendar.
                tick = interval.Unit == "year" && tick.Year > 1 && interval.Count > 1 ? tick.AddYears(-1) : tick;
                if (tick > _last)
                    yield break;
                if (tick >= _first)
                    yield return tick;
            }

            yield break;
        }

        // The first day of the calendar is a Monday.
        var origin =
            interval.Unit == "week" ? DateTime.MinValue.AddDays((((int)_chart.WeekStart + 6) % 7)) : DateTime.MinValue;
        var length = LengthOf(interval).Ticks;
        var before = (_first.Ticks - origin.Ticks) / length * length;
        for (var tick = origin.AddTicks(before); tick <= _last; tick = tick.AddTicks(length))
            if (tick >= _first)
                yield return tick;
    }

    /// <summary>The length of an interval; of months and years on average.</summary>
    private static TimeSpan LengthOf(GanttInterval interval) =>
        interval.Count
        * interval.Unit switch
        {
            "millisecond" => TimeSpan.FromMilliseconds(1),
            "second" => TimeSpan.FromSeconds(1),
            "minute" => TimeSpan.FromMinutes(1),
            "hour" => TimeSpan.FromHours(1),
            "day" => TimeSpan.FromDays(1),
            "week" => TimeSpan.FromDays(7),
            "month" => TimeSpan.FromDays(30.44),
            _ => TimeSpan.FromDays(365.25),
        };
}
