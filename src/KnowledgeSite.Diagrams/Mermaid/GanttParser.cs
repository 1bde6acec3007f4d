using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// Reads a Gantt chart: https://mermaid.js.org/syntax/gantt.html. The settings and the tasks are read first;
/// <see cref="GanttSchedule"/> computes the times.
/// </summary>
internal sealed partial class GanttParser(MermaidScanner scanner)
{
    private const int MaxTasks = 400;

    private readonly GanttChart _chart = new();
    private readonly List<WrittenTask> _tasks = [];
    private readonly Dictionary<string, int> _links = new(StringComparer.Ordinal);
    private DiagramLine? _excludes;
    private DiagramLine? _includes;
    private DayOfWeek _weekend = DayOfWeek.Saturday;
    private bool _hasInclusiveEnds;

    public static GanttChart Parse(MermaidScanner scanner) => new GanttParser(scanner).Parse();

    private GanttChart Parse()
    {
        var first = scanner.Position;
        foreach (var line in DiagramLines.Read(scanner, _chart))
            Read(line);
        if (_tasks.Count == 0)
            scanner.Fail(first, 1, "It has no tasks.", "Add one, such as 'Write tests :2026-01-05, 3d'.");
        _chart.Calendar = new GanttCalendar(
            Names(_excludes).SelectMany(WeekdaysOf).ToHashSet(),
            Names(_excludes).Where(n => !IsDay(n)).Select(n => DateOf(n, _excludes!.Value)).ToHashSet(),
            Names(_includes).Where(n => !IsDay(n)).Select(n => DateOf(n, _includes!.Value)).ToHashSet()
        );
        if (_chart.Calendar.Weekdays.Count == 7 && _excludes is { } all)
            scanner.Fail(all.Offset, all.Text.Length, "It excludes all days.", "Remove one of them.");
        new GanttSchedule(scanner, _chart, _tasks, _hasInclusiveEnds).Compute();
        foreach (var task in _tasks)
            task.Task.Link = task.Id is { } id && _links.TryGetValue(id, out var link) ? link : null;
        return _chart;
    }

    private void Read(DiagramLine line)
    {
        if (Click().Match(line.Text) is { Success: true } click)
        {
            ReadClick(click, line);
            return;
        }

        if (Setting().Match(line.Text) is not { Success: true } setting)
        {
            ReadTask(line);
            return;
        }

        var value = setting.Groups["value"].Value;
        var plain = value.Split('#', ';')[0].Trim();
        switch (setting.Groups["name"].Value.ToLowerInvariant())
        {
            case "section":
                _chart.Sections.Add(new(MermaidText.Lines(value), []));
                break;
            case "dateformat":
                _chart.DateFormat = plain.Length > 0 ? plain : _chart.DateFormat;
                break;
            case "axisformat":
                _chart.AxisFormat = plain;
                break;
            case "tickinterval":
                _chart.TickInterval = ReadInterval(plain);
                break;
            case "excludes":
                _excludes = line with { Text = plain };
                break;
            case "includes":
                _includes = line with { Text = plain };
                break;
            case "weekday":
                _chart.WeekStart = DayOf(plain) ?? _chart.WeekStart;
                break;
            case "weekend":
                _weekend = DayOf(plain) ?? _weekend;
                break;
            case "inclusiveenddates":
                _hasInclusiveEnds = true;
                break;
            case "topaxis":
                _chart.HasTopAxis = true;
                break;
            default:
                // A marker of the current date would change the page every day.
                break;
        }
    }

    private void ReadClick(Match match, DiagramLine line)
    {
        var url = match.Groups["url"];
        if (!url.Success)
            return;
        foreach (var id in match.Groups["ids"].Value.Split(','))
            _links[id] = _chart.Links.Count;
        _chart.Links.Add(new(url.Value, line.Offset + url.Index));
    }

    private void ReadTask(DiagramLine line)
    {
        var colon = line.Text.IndexOf(':');
        var text = line.Text[..Math.Max(0, colon)].Trim();
        if (colon < 0 || text.Length == 0)
            scanner.Fail(
                line.Offset,
                line.Text.Length,
                $"'{line.Excerpt}' is not a task.",
                "Write it like 'Write tests :2026-01-05, 3d'."
            );
        if (_tasks.Count == MaxTasks)
            scanner.Fail(
                line.Offset,
                line.Text.Length,
                $"It has more than {MaxTasks} tasks, too many to read.",
                "Split it into several diagrams."
            );
        var task = new GanttTask(MermaidText.Lines(text));
        var data = ReadData(line, colon + 1);
        while (data.Count > 0 && SetState(task, data[0].Text))
            data.RemoveAt(0);
        if (data.Count is 0 or > 3 || (data[^1].Text.Length == 0 && !task.IsMilestone && !task.IsMarker))
            scanner.Fail(
                line.Offset + colon,
                line.Text.Length - colon,
                data.Count > 3 ? "A task has at most an id, a start and an end." : "This task has no end.",
                "Write it like 'Write tests :tests, 2026-01-05, 3d'."
            );
        if (_chart.Sections.Count == 0)
            _chart.Sections.Add(new("", []));
        _chart.Sections[^1].Tasks.Add(task);
        _tasks.Add(new(task, data.Count == 3 ? data[0].Text : null, data.Count > 1 ? data[^2] : null, data[^1]));
    }

    /// <summary>The parts of a task between commas, with their positions in the text.</summary>
    private static List<DiagramLine> ReadData(DiagramLine line, int from)
    {
        var end = line.Text.AsSpan(from).IndexOfAny('#', ';');
        var data = end < 0 ? line.Text[from..] : line.Text[from..(from + end)];
        var parts = new List<DiagramLine>();
        var at = line.Offset + from;
        foreach (var part in data.Split(','))
        {
            parts.Add(new(part.Trim(), at + (part.Length - part.TrimStart().Length)));
            at += part.Length + 1;
        }

        return parts;
    }

    private static bool SetState(GanttTask task, string word)
    {
        switch (word)
        {
            case "done":
                return task.IsDone = true;
            case "active":
                return task.IsActive = true;
            case "crit":
                return task.IsCritical = true;
            case "milestone":
                return task.IsMilestone = true;
            case "vert":
                return task.IsMarker = true;
            default:
                return false;
        }
    }

    private static IEnumerable<string> Names(DiagramLine? list) =>
        list?.Text.ToLowerInvariant().Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries) ?? [];

    private IEnumerable<DayOfWeek> WeekdaysOf(string name) =>
        name == "weekends" ? [_weekend, (DayOfWeek)(((int)_weekend + 1) % 7)]
        : DayOf(name) is { } day ? [day]
        : [];

    /// <summary>True for the names of days; as in Mermaid, "weekdays" has no effect.</summary>
    private bool IsDay(string name) => name == "weekdays" || WeekdaysOf(name).Any();

    private DateTime DateOf(string name, DiagramLine list)
    {
        if (GanttTimeFormat.Parse(name, _chart.DateFormat) is { } date)
            return date.Date;
        scanner.Fail(
            list.Offset,
            Math.Max(1, list.Text.Length),
            $"'{name}' is not a day or a date of the form {_chart.DateFormat}.",
            "Write a date, a day such as 'sunday', or 'weekends'."
        );
        return default;
    }

    private static DayOfWeek? DayOf(string name) =>
        Enum.GetValues<DayOfWeek>()
            .Cast<DayOfWeek?>()
            .FirstOrDefault(d => $"{d}".Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>An interval such as <c>1week</c>; as in Mermaid, an unknown one has no effect.</summary>
    private static GanttInterval? ReadInterval(string text) =>
        Interval().Match(text) is { Success: true } match
            ? new(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value)
            : null;

    [GeneratedRegex(
        @"\A(?<name>section|dateFormat|axisFormat|tickInterval|includes|excludes|todayMarker|weekday|weekend"
            + @"|inclusiveEndDates|topAxis)(?:\s+(?<value>.*))?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Setting();

    [GeneratedRegex(
        @"\Aclick\s+(?<ids>\S+)\s+(?:call\s.*?)?(?:href\s+""(?<url>[^""]+)""|\z)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Click();

    [GeneratedRegex(
        @"\A([1-9][0-9]{0,4})(millisecond|second|minute|hour|day|week|month)\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Interval();
}

/// <summary>A task with its times as the author wrote them.</summary>
/// <param name="Start">The start; null for the end of the task before.</param>
internal sealed record WrittenTask(GanttTask Task, string? Id, DiagramLine? Start, DiagramLine End);
