using System.Globalization;
using KnowledgeSite.Diagrams;
using KnowledgeSite.Ladders;

namespace KnowledgeSite.Rendering.Ladders;

/// <summary>
/// Places the levels of a ladder by the longest path from the first level: from bottom to top, or from left to right.
/// Of several levels at the same height, the individual track comes first, then the manager track.
/// </summary>
internal sealed class LadderDiagram
{
    private const double Padding = 3;
    private const double TextSize = 13;
    private const double Leading = 16;

    // Two adjacent boxes are as wide as the text on a phone, so that their letters keep their size there.
    private static readonly LadderDiagram Upwards = new(
        runsRight: false,
        width: 163,
        height: 58,
        between: 14,
        step: 18
    );
    private static readonly LadderDiagram Rightwards = new(
        runsRight: true,
        width: 100,
        height: 90,
        between: 14,
        step: 8
    );

    private readonly bool _runsRight;
    private readonly double _width;
    private readonly double _height;
    private readonly double _between;
    private readonly double _step;

    /// <param name="width">The width of a box. All lengths are in CSS pixels at full size.</param>
    /// <param name="between">The gap between boxes at the same height.</param>
    /// <param name="step">The distance from one level to the next.</param>
    private LadderDiagram(bool runsRight, double width, double height, double between, double step)
    {
        _runsRight = runsRight;
        _width = width;
        _height = height;
        _between = between;
        _step = step;
    }

    /// <summary>The diagram with the first level at the bottom.</summary>
    public static DiagramView Up(Ladder ladder, CellViewFactory views) =>
        Upwards.Draw(ladder, views, views.Text.LevelsUpwards(LadderName.Format(ladder.Title, views.Text)));

    /// <summary>The diagram with the first level on the left.</summary>
    public static DiagramView Right(Ladder ladder, CellViewFactory views) =>
        Rightwards.Draw(ladder, views, views.Text.LevelsRightwards(LadderName.Format(ladder.Title, views.Text)));

    private DiagramView Draw(Ladder ladder, CellViewFactory views, string title)
    {
        var heights = Heights(ladder.Graph);
        var ranks = ladder
            .Levels.GroupBy(l => heights[l.Id])
            .OrderBy(r => r.Key)
            .Select(r => r.OrderBy(l => l.Track).ToList())
            .ToList();
        var breadth = ranks.Max(r => (double?)BreadthOf(r.Count)) ?? 0;
        var length = ranks.Count == 0 ? 0 : (ranks.Count * Along) - _step;
        var boxes = ranks
            .SelectMany(
                (rank, i) =>
                    rank.Select(
                        (level, n) =>
                            Box(
                                views.Level(level),
                                i * Along,
                                ((breadth - BreadthOf(rank.Count)) / 2) + (n * Beside),
                                length
                            )
                    )
            )
            .ToList();
        var byId = boxes.ToDictionary(b => b.Level.Id, StringComparer.Ordinal);
        return new(
            title,
            _runsRight ? length : breadth,
            _runsRight ? breadth : length,
            boxes,
            [.. ladder.Graph.Steps.Select(s => Line(byId[s.From.Id], byId[s.To.Id]))]
        );
    }

    private double Along => (_runsRight ? _width : _height) + _step;

    private double Beside => (_runsRight ? _height : _width) + _between;

    private double BreadthOf(int boxes) => (boxes * Beside) - _between;

    private static Dictionary<string, int> Heights(LevelGraph graph)
    {
        var heights = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var level in graph.Levels)
            Height(level);
        return heights;

        int Height(Level level)
        {
            if (heights.TryGetValue(level.Id, out var known))
                return known;
            return heights[level.Id] = graph.Before(level).Select(b => Height(b) + 1).DefaultIfEmpty(0).Max();
        }
    }

    private DiagramBox Box(LevelView level, double along, double beside, double length)
    {
        var (x, y) = _runsRight ? (along, beside) : (beside, length - along - _height);
        var lines = TextMeasure
            .Wrap(level.Title, _width - (2 * Padding), TextSize)
            .Select(t => (Text: t, Role: TextRole.Text))
            .ToList();
        if (level.Code is { } code)
            lines.Add((code, TextRole.Detail));
        var first = y + (_height / 2) - ((lines.Count - 1) * Leading / 2) + 4;
        return new(
            level,
            x,
            y,
            _width,
            _height,
            [.. lines.Select((line, i) => new DrawnText(line.Text, x + (_width / 2), first + (i * Leading), line.Role))]
        );
    }

    /// <summary>
    /// A line from the middle of the lower box's side to the middle of the higher box's side, with a bend half way.
    /// </summary>
    private string Line(DiagramBox from, DiagramBox to)
    {
        if (_runsRight)
        {
            var x = from.X + from.Width;
            var y = from.Y + (from.Height / 2);
            var endX = to.X;
            var endY = to.Y + (to.Height / 2);
            return $"M{x} {y}H{endX - (_step / 2)}V{endY}H{endX}";
        }

        var startX = from.X + (from.Width / 2);
        var startY = from.Y;
        var topX = to.X + (to.Width / 2);
        var topY = to.Y + to.Height;
        return $"M{startX} {startY}V{startY - (_step / 2)}H{topX}V{topY}";
    }
}
