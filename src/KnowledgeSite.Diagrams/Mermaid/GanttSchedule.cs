using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>Computes the times of the tasks of a Gantt chart, which can depend on each other.</summary>
internal sealed partial class GanttSchedule(
    MermaidScanner scanner,
    GanttChart chart,
    List<WrittenTask> tasks,
    bool hasInclusiveEnds
)
{
    /// <summary>The maximum number of days that one task can skip.</summary>
    private const int MaxDays = 40_000;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly DateTime?[] _starts = new DateTime?[tasks.Count];
    private readonly bool[] _isDone = new bool[tasks.Count];

    public void Compute()
    {
        for (var i = 0; i < tasks.Count; i++)
            if (tasks[i].Id is { } id)
                _numbers[id] = i;
        // A task can refer to later ones, so tasks are computed as soon as those that they refer to are.
        for (var hasProgress = true; hasProgress; )
        {
            hasProgress = false;
            for (var i = 0; i < tasks.Count; i++)
                hasProgress |= !_isDone[i] && TryCompute(i);
        }

        var open = Array.IndexOf(_isDone, false);
        if (open >= 0)
            Fail(tasks[open].Start ?? tasks[open].End, "This task depends on itself.", "Give one of the tasks a date.");
    }

    private bool TryCompute(int number)
    {
        var hadStart = _starts[number] is not null;
        _starts[number] ??= StartOf(number);
        if (_starts[number] is not { } start || EndOf(number, start) is not { } end)
            return !hadStart && _starts[number] is not null;
        var task = tasks[number].Task;
        task.Start = start;
        task.End = end;
        task.ShownEnd = end;
        if (chart.Calendar.HasExcludedDays && !IsDate(tasks[number].End))
            SkipExcludedDays(task, tasks[number].End);
        _isDone[number] = true;
        return true;
    }

    private DateTime? StartOf(int number)
    {
        if (tasks[number].Start is not { } written)
        {
            if (number == 0)
                Fail(tasks[0].End, "The first task has no start.", "Write its start before its length, and a comma.");
            return _isDone[number - 1] ? tasks[number - 1].Task.End : null;
        }

        if (References(written, "after") is { } others)
            return others.TrueForAll(o => _isDone[o]) ? others.Max(o => tasks[o].Task.End) : null;
        if (GanttTimeFormat.Parse(written.Text, chart.DateFormat) is { } time)
            return time;
        Fail(
            written,
            $"'{written.Text}' is not a date of the form {chart.DateFormat}.",
            "Write a date, or 'after' and the id of a task."
        );
        return null;
    }

    private DateTime? EndOf(int number, DateTime start)
    {
        var written = tasks[number].End;
        if (written.Text is "" or "0" && !IsTimestamp)
            return start;
        if (References(written, "until") is { } others)
            return others.TrueForAll(o => _starts[o] is not null) ? others.Min(o => _starts[o]) : null;
        if (GanttTimeFormat.Parse(written.Text, chart.DateFormat) is { } time)
            return hasInclusiveEnds ? time.AddDays(1) : time;
        if (Duration().Match(written.Text) is not { Success: true } match)
            Fail(
                written,
                $"'{written.Text}' is not a length or a date of the form {chart.DateFormat}.",
                "Write a date, a length such as '3d', or 'until' and the id of a task."
            );
        else if (
            Add(start, double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value) is
            { } end
        )
            return end;
        else
            Fail(written, $"'{written.Text}' is too long.", "Write a shorter time.");
        return null;
    }

    /// <summary>The end of a duration; null if it is after the year 9000.</summary>
    private static DateTime? Add(DateTime start, double count, string unit)
    {
        var days = unit switch
        {
            "ms" => count / 86_400_000,
            "s" => count / 86_400,
            "m" => count / 1440,
            "h" => count / 24,
            "w" => count * 7,
            "M" => count * 30.44,
            "y" => count * 365.25,
            _ => count,
        };
        if (days > 365.25 * (9000 - start.Year))
            return null;
        return unit switch
        {
            "M" => start.AddMonths((int)count).AddDays(Math.Round((count - Math.Floor(count)) * 30.44)),
            "y" => start.AddMonths((int)Math.Round(count * 12)),
            _ => start.AddMilliseconds(Math.Round(days * 86_400_000)),
        };
    }

    /// <summary>Moves the end of a task by the excluded days within it.</summary>
    private void SkipExcludedDays(GanttTask task, DiagramLine written)
    {
        var count = 0;
        var isExcluded = false;
        var shown = task.End;
        for (var day = task.Start.AddDays(1); day <= task.End; day = day.AddDays(1))
        {
            if (!isExcluded)
                shown = task.End;
            isExcluded = chart.Calendar.Excludes(day);
            if (isExcluded)
                task.End = task.End.AddDays(1);
            if (++count > MaxDays)
                Fail(written, "This task is too long to skip its excluded days.", "Write a date for its end.");
        }

        task.ShownEnd = shown;
    }

    private bool IsTimestamp => chart.DateFormat.Trim() is "X" or "x";

    private static bool IsDate(DiagramLine end) => IsoDate().IsMatch(end.Text);

    /// <summary>The tasks that are named after a word; null if the text does not begin with it.</summary>
    private List<int>? References(DiagramLine written, string word)
    {
        if (!written.Text.StartsWith(word + " ", StringComparison.Ordinal))
            return null;
        var numbers = new List<int>();
        foreach (var id in written.Text[word.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (_numbers.TryGetValue(id, out var number))
                numbers.Add(number);
            else
                Fail(written, $"No task has the id '{id}'.", "Correct it, or add it before the start of a task.");
        return numbers;
    }

    private void Fail(DiagramLine written, string problem, string fix) =>
        scanner.Fail(written.Offset, Math.Max(1, written.Text.Length), problem, fix);

    [GeneratedRegex(@"\A([0-9]{1,9}(?:\.[0-9]{1,9})?)(ms|[Mdhmswy])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();
}
