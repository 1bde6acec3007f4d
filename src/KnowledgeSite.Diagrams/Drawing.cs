using System.Globalization;
using System.Text;

namespace KnowledgeSite.Diagrams;

/// <summary>A finished drawing; coordinates are pixels from the upper left corner.</summary>
internal sealed record Drawing(
    double Width,
    double Height,
    IReadOnlyList<DrawnBox> Boxes,
    IReadOnlyList<DrawnLine> Lines,
    IReadOnlyList<DrawnText> Labels,
    IReadOnlyList<DrawnFrame> Frames
);

/// <param name="Node">The index of the node in the graph.</param>
/// <param name="Lines">The wrapped text, then the detail.</param>
internal sealed record DrawnBox(
    int Node,
    double X,
    double Y,
    double Width,
    double Height,
    BoxShape Shape,
    IReadOnlyList<DrawnText> Lines
);

/// <param name="Path">SVG path data.</param>
/// <param name="Head">SVG path data of the arrowhead; null for a line without one.</param>
/// <param name="IsBackEdge">True if the edge leads to an earlier step.</param>
internal sealed record DrawnLine(string Path, string? Head, bool IsBackEdge);

/// <param name="Y">The baseline of the text.</param>
public sealed record DrawnText(string Text, double X, double Y, TextRole Role);

internal sealed record DrawnFrame(double X, double Y, double Width, double Height, IReadOnlyList<DrawnText> Title);

/// <summary>The role of a text in a diagram, which decides its position and font size.</summary>
public enum TextRole
{
    /// <summary>Centred in its box.</summary>
    Text,

    /// <summary>A smaller line below a label.</summary>
    Detail,

    /// <summary>At a line, centred on its position.</summary>
    Label,

    /// <summary>At a line, starting at its position.</summary>
    LabelAside,

    /// <summary>The title of a frame around boxes.</summary>
    FrameTitle,
}

/// <summary>
/// Builds SVG path data from coordinates along and across the direction of a diagram, so that one layout serves
/// diagrams that run down and to the right.
/// </summary>
/// <param name="length">The length of the diagram if it runs up or to the left, so that it is mirrored.</param>
internal sealed class PathWriter(bool runsRight, double? length = null)
{
    private const double HeadLength = 7;
    private const double HeadHalf = 4;
    private const double Corner = 6;

    private readonly StringBuilder _path = new();
    private DiagramPoint _at;

    /// <summary>Moves path data.</summary>
    public static string Move(string path, double x, double y)
    {
        var moved = new StringBuilder();
        var command = 'M';
        var index = 0;
        for (var at = 0; at < path.Length; )
        {
            var end = at;
            while (
                end < path.Length
                && (char.IsAsciiDigit(path[end]) || path[end] == '.' || (path[end] == '-' && end == at))
            )
                end++;
            if (end == at)
            {
                if (char.IsAsciiLetter(path[at]))
                {
                    command = path[at];
                    index = 0;
                }

                moved.Append(path[at++]);
                continue;
            }

            var number = double.Parse(path.AsSpan(at, end - at), CultureInfo.InvariantCulture);
            moved.Append(PathData.Number(number + ShiftOf(command, index++, x, y)));
            at = end;
        }

        return moved.ToString();
    }

    private static double ShiftOf(char command, int index, double x, double y) =>
        command switch
        {
            'H' => x,
            'V' => y,
            // The radii, the rotation and the flags of an arc stay the same.
            'A' => (index % 7) switch
            {
                5 => x,
                6 => y,
                _ => 0,
            },
            >= 'a' => 0,
            _ => index % 2 == 0 ? x : y,
        };

    public PathWriter Begin(DiagramPoint place)
    {
        _path.Clear();
        return Add('M', _at = place);
    }

    /// <summary>
    /// A straight line in the direction of the diagram if possible; otherwise a curve that starts and ends in that
    /// direction.
    /// </summary>
    public PathWriter CurveTo(DiagramPoint place)
    {
        if (Math.Abs(place.Across - _at.Across) < 0.5)
            return LineTo(place);
        var middle = (_at.Along + place.Along) / 2;
        Add('C', _at with { Along = middle });
        Add(' ', place with { Along = middle });
        return Add(' ', _at = place);
    }

    public PathWriter LineTo(DiagramPoint place) => Add('L', _at = place);

    /// <summary>A cubic Bézier curve with two control points.</summary>
    public PathWriter Curve(DiagramPoint leaving, DiagramPoint arriving, DiagramPoint place)
    {
        Add('C', leaving);
        Add(' ', arriving);
        return Add(' ', _at = place);
    }

    /// <summary>A line with rounded corners.</summary>
    public PathWriter Through(params DiagramPoint[] places)
    {
        for (var i = 0; i < places.Length - 1; i++)
        {
            var round = Math.Min(Corner, Math.Min(Distance(_at, places[i]), Distance(places[i], places[i + 1])) / 2);
            Add('L', Towards(places[i], _at, round));
            Add('Q', places[i]);
            Add(' ', _at = Towards(places[i], places[i + 1], round));
        }

        return LineTo(places[^1]);
    }

    public string End() => _path.ToString();

    /// <param name="from">A point on the last straight segment of the line.</param>
    public string Head(DiagramPoint from, DiagramPoint tip)
    {
        var back = Towards(tip, from, HeadLength);
        var side = from.Along == tip.Along ? new DiagramPoint(HeadHalf, 0) : new DiagramPoint(0, HeadHalf);
        return new PathWriter(runsRight)
                .Begin(tip)
                .LineTo(new(back.Along + side.Along, back.Across + side.Across))
                .LineTo(new(back.Along - side.Along, back.Across - side.Across))
                .End() + "Z";
    }

    private PathWriter Add(char command, DiagramPoint place)
    {
        var along = length is { } mirrored ? mirrored - place.Along : place.Along;
        var (x, y) = runsRight ? (along, place.Across) : (place.Across, along);
        _path.Append(command).Append(PathData.Number(x)).Append(' ').Append(PathData.Number(y));
        return this;
    }

    private static double Distance(DiagramPoint a, DiagramPoint b) =>
        Math.Abs(a.Along - b.Along) + Math.Abs(a.Across - b.Across);

    private static DiagramPoint Towards(DiagramPoint from, DiagramPoint to, double length)
    {
        var distance = Distance(from, to);
        if (distance == 0)
            return from;
        return new(
            from.Along + ((to.Along - from.Along) * length / distance),
            from.Across + ((to.Across - from.Across) * length / distance)
        );
    }
}

/// <param name="Along">The coordinate in the direction of the diagram.</param>
internal readonly record struct DiagramPoint(double Along, double Across);

/// <summary>
/// Lines between the rows of a list and the middle of the opposite side, in a 100 × 100 square that may be stretched.
/// </summary>
internal static class FanCurves
{
    public const int MaxRows = 9;

    private static readonly string[] ToTheRight = [.. Enumerable.Range(0, MaxRows + 1).Select(rows => Draw(rows, 0))];
    private static readonly string[] ToTheLeft = [.. Enumerable.Range(0, MaxRows + 1).Select(rows => Draw(rows, 100))];

    /// <summary>The lines from rows on the left.</summary>
    public static string Closing(int rows) => ToTheRight[rows];

    /// <summary>The lines to rows on the right.</summary>
    public static string Opening(int rows) => ToTheLeft[rows];

    private static string Draw(int rows, double side)
    {
        var path = new StringBuilder();
        for (var row = 0; row < rows; row++)
            path.Append(
                new PathWriter(runsRight: true)
                    .Begin(new(side, (row + 0.5) * 100 / rows))
                    .CurveTo(new(100 - side, 50))
                    .End()
            );
        return path.ToString();
    }
}

/// <summary>The sizes that all diagrams share, in pixels; font sizes equal those in the style sheet.</summary>
internal static class DiagramMetrics
{
    public const double TextSize = 14;
    public const double SmallSize = 12.5;
    public const double TextLeading = 18;
    public const double SmallLeading = 16;
    public const double Padding = 10;
    public const double NarrowestBox = 72;
    public const double WidestBox = 200;
    public const double Gap = 14;

    /// <summary>The lines of a text and its detail inside a box, centred on the box.</summary>
    public static IReadOnlyList<DrawnText> Lines(
        IReadOnlyList<string> text,
        IReadOnlyList<string> detail,
        double x,
        double y
    )
    {
        var at = y - (HeightOf(text.Count, detail.Count) / 2);
        return
        [
            .. text.Select(
                (line, i) => new DrawnText(line, x, at + (i * TextLeading) + (TextLeading * 0.72), TextRole.Text)
            ),
            .. detail.Select(
                (line, i) =>
                    new DrawnText(
                        line,
                        x,
                        at + (text.Count * TextLeading) + (i * SmallLeading) + (SmallLeading * 0.75),
                        TextRole.Detail
                    )
            ),
        ];
    }

    public static double HeightOf(int lines, int details) => (lines * TextLeading) + (details * SmallLeading);
}
