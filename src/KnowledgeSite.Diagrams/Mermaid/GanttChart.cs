using System.Globalization;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>A Gantt chart: tasks with a start and an end. All times are without a time zone.</summary>
internal sealed class GanttChart() : MermaidDiagram(text => text.GanttChart)
{
    public List<GanttSection> Sections { get; } = [];

    public IEnumerable<GanttTask> Tasks => Sections.SelectMany(s => s.Tasks);

    /// <summary>The days that are not counted in durations.</summary>
    public GanttCalendar Calendar { get; set; } = GanttCalendar.Everyday;

    public string DateFormat { get; set; } = "YYYY-MM-DD";

    /// <summary>The format of the labels of the axis, with the letters of strftime; null for the default.</summary>
    public string? AxisFormat { get; set; }

    /// <summary>The distance between labels of the axis; null to choose it by the width.</summary>
    public GanttInterval? TickInterval { get; set; }

    /// <summary>The day on which intervals of weeks begin.</summary>
    public DayOfWeek WeekStart { get; set; } = DayOfWeek.Sunday;

    /// <summary>True if the axis is also above the tasks.</summary>
    public bool HasTopAxis { get; set; }

    public override Picture Draw(double room) => new GanttDrawing(this, room).Draw();

    public override IReadOnlyList<OutlineEntry> Describe() =>
        [
            .. Sections.SelectMany(s =>
                s.Title.Length == 0
                    ? s.Tasks.Select(Describe)
                    : [new OutlineEntry(Plain(s.Title)) { Entries = [.. s.Tasks.Select(Describe)] }]
            ),
        ];

    /// <summary>The name, the dates and the state of a task in words.</summary>
    public string DescribeTask(GanttTask task)
    {
        string?[] states =
        [
            task.IsMilestone ? Strings.TaskMilestone : null,
            task.IsDone ? Strings.TaskFinished : null,
            task.IsActive ? Strings.TaskActive : null,
            task.IsCritical ? Strings.TaskCritical : null,
        ];
        var state = string.Join(Strings.ListSeparator, states.OfType<string>());
        var times =
            task.IsMilestone || task.IsMarker || task.Start == task.ShownEnd
                ? Format(task.Middle)
                : Strings.TimeSpan(Format(task.Start), Format(task.ShownEnd));
        return Strings.Labelled(Plain(task.Text), times) + (state.Length > 0 ? $" ({state})" : "");
    }

    private OutlineEntry Describe(GanttTask task) => new(DescribeTask(task), task.Link);

    private string Format(DateTime time)
    {
        if (DateFormat.Trim() is "X" or "x")
            return GanttTimeFormat.Format(time, AxisFormat ?? "%s", Strings);
        if (!DateFormat.Contains('Y'))
            return GanttTimeFormat.Format(time, AxisFormat ?? "%H:%M", Strings);
        return time.ToString(
            time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm",
            CultureInfo.InvariantCulture
        );
    }

    private static string Plain(string text) => text.Replace('\n', ' ');
}

/// <param name="Title">The title; empty for tasks before the first section.</param>
internal sealed record GanttSection(string Title, List<GanttTask> Tasks);

internal sealed class GanttTask(string text)
{
    public string Text { get; } = text;

    public DateTime Start { get; set; }

    /// <summary>The time at which the next task begins.</summary>
    public DateTime End { get; set; }

    /// <summary>The end without the excluded days after it.</summary>
    public DateTime ShownEnd { get; set; }

    public DateTime Middle => Start + ((ShownEnd - Start) / 2);

    public bool IsDone { get; set; }

    public bool IsActive { get; set; }

    public bool IsCritical { get; set; }

    public bool IsMilestone { get; set; }

    /// <summary>True for a vertical line across all tasks.</summary>
    public bool IsMarker { get; set; }

    public int? Link { get; set; }
}

/// <summary>The days that <c>excludes</c> and <c>includes</c> name.</summary>
internal sealed record GanttCalendar(
    IReadOnlySet<DayOfWeek> Weekdays,
    IReadOnlySet<DateTime> Excluded,
    IReadOnlySet<DateTime> Included
)
{
    public static readonly GanttCalendar Everyday = new(
        new HashSet<DayOfWeek>(),
        new HashSet<DateTime>(),
        new HashSet<DateTime>()
    );

    public bool HasExcludedDays => Weekdays.Count + Excluded.Count > 0;

    public bool Excludes(DateTime time) =>
        !Included.Contains(time.Date) && (Weekdays.Contains(time.DayOfWeek) || Excluded.Contains(time.Date));
}

/// <summary>A distance in time.</summary>
/// <param name="Unit">"millisecond", "second", "minute", "hour", "day", "week", "month" or "year".</param>
internal sealed record GanttInterval(int Count, string Unit);
