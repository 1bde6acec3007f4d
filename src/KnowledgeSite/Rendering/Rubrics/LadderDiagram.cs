using System.Globalization;
using KnowledgeSite.Diagrams;
using KnowledgeSite.Ladders;

namespace KnowledgeSite.Rendering.Rubrics;

/// <summary>
/// Places the levels of a ladder: one above the other by the longest way from the first level, the first at the foot; beside one another
/// where several stand equally high, the individual track to the left of the manager's.
/// </summary>
internal static class LadderDiagram
{
    private const double BoxWidth = 208;
    private const double BoxHeight = 58;
    private const double Across = 16;
    private const double Upwards = 20;
    private const double Padding = 6;
    private const double TextSize = 13;
    private const double Leading = 16;

    public static DiagramView Of(Ladder ladder, CellViews views)
    {
        var heights = Heights(ladder.Graph);
        var rows = ladder.Levels.GroupBy(l => heights[l.Id]).OrderByDescending(r => r.Key).Select(r => r.OrderBy(l => l.Track).ToList()).ToList();
        var width = rows.Max(r => (double?)WidthOf(r.Count)) ?? 0;
        var boxes = rows.SelectMany((row, y) => row.Select((level, x) => Box(views.Level(level), ((width - WidthOf(row.Count)) / 2) + (x * (BoxWidth + Across)), y * (BoxHeight + Upwards)))).ToList();
        var byId = boxes.ToDictionary(b => b.Level.Id, StringComparer.Ordinal);
        return new(
            $"The levels of the ladder {ladder.Title}, the first at the foot",
            width,
            Math.Max(0, (rows.Count * (BoxHeight + Upwards)) - Upwards),
            boxes,
            [.. ladder.Graph.Steps.Select(s => Line(byId[s.From.Id], byId[s.To.Id]))]);
    }

    private static Dictionary<string, int> Heights(LevelGraph graph)
    {
        var heights = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var level in graph.Levels) Height(level);
        return heights;

        int Height(Level level)
        {
            if (heights.TryGetValue(level.Id, out var known)) return known;
            return heights[level.Id] = graph.Before(level).Select(b => Height(b) + 1).DefaultIfEmpty(0).Max();
        }
    }

    private static DiagramBox Box(LevelView level, double x, double y)
    {
        var lines = TextMeasure.Wrap(level.Title, BoxWidth - (2 * Padding), TextSize).Select(t => (Text: t, Role: TextRole.Text)).ToList();
        if (level.Code is { } code) lines.Add((code, TextRole.Detail));
        var first = y + (BoxHeight / 2) - ((lines.Count - 1) * Leading / 2) + 4;
        return new(level, x, y, BoxWidth, BoxHeight, [.. lines.Select((line, i) => new DrawnText(line.Text, x + (BoxWidth / 2), first + (i * Leading), line.Role))]);
    }

    private static double WidthOf(int boxes) => (boxes * (BoxWidth + Across)) - Across;

    /// <summary>From the top of the lower box to the foot of the higher one, with a bend half way up.</summary>
    private static DiagramLine Line(DiagramBox from, DiagramBox to)
    {
        var (startX, startY, endX, endY) = (from.X + (from.Width / 2), from.Y, to.X + (to.Width / 2), to.Y + to.Height);
        return new(string.Create(CultureInfo.InvariantCulture, $"M{startX} {startY}V{startY - (Upwards / 2)}H{endX}V{endY}"));
    }
}
