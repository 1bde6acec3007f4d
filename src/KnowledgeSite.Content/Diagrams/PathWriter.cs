using System.Globalization;
using System.Text;

namespace KnowledgeSite.Diagrams;

/// <summary>
/// Builds SVG path data from coordinates along and across the direction of a diagram, so that one layout serves
/// diagrams that run down and to the right.
/// </summary>
internal sealed class PathWriter(bool runsRight)
{
    private const double HeadLength = 7;
    private const double HeadHalf = 4;
    private const double Corner = 6;

    private readonly StringBuilder _path = new();
    private DiagramPoint _at;

    public static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

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
        var (x, y) = runsRight ? (place.Along, place.Across) : (place.Across, place.Along);
        _path.Append(command).Append(Number(x)).Append(' ').Append(Number(y));
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
