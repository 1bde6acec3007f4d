using KnowledgeSite.Diagrams.Compound;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>Draws the line, the heads and the label of an edge.</summary>
internal static class EdgeDrawing
{
    public static void Add(FlowchartEdge edge, EdgeRoute route, TextBlock label, List<PictureMark> marks)
    {
        var style =
            "way"
            + (edge.Line == EdgeLine.Dotted ? " dashed" : "")
            + (edge.Line == EdgeLine.Thick ? " thick" : "")
            + (edge.Style is { } tone && tone[0] != '@' ? $" {tone}" : "");
        foreach (var piece in route.Pieces)
            marks.Add(new PathMark(piece, style));
        if (route.Pieces.Count == 0)
            return;
        var start = route.Start with { DirectionX = -route.Start.DirectionX, DirectionY = -route.Start.DirectionY };
        marks.AddRange(Head(edge.EndHead, route.End));
        marks.AddRange(Head(edge.StartHead, start));
        AddEndText(edge.EndText, route.End, marks);
        AddEndText(edge.StartText, start, marks);
        if (route.Label is { } place)
            marks.AddRange(label.Draw(place.MiddleX, place.MiddleY));
    }

    /// <summary>A text beside the end of a line, beyond its head.</summary>
    private static void AddEndText(string text, RouteEnd end, List<PictureMark> marks)
    {
        if (text.Length == 0)
            return;
        var half = TextStyle.WidthOf(text, TextStyle.Label) / 2;
        marks.Add(
            end.DirectionX == 0
                ? new TextMark(text, end.X + 6, end.Y - (end.DirectionY * 22) + 4, TextStyle.Start)
                : new TextMark(text, end.X - (end.DirectionX * (18 + half)), end.Y - 5, TextStyle.Label)
        );
    }

    /// <summary>A head at the end of a line that arrives in a direction.</summary>
    public static PathMark[] Head(EdgeHead head, RouteEnd end)
    {
        switch (head)
        {
            case EdgeHead.Arrow:
                return [new(Line(end, (0, 0), (8, 4), (8, -4)) + "Z", "head")];
            case EdgeHead.Open:
                return [new(Line(end, (9, 5), (0, 0), (9, -5)), "way")];
            case EdgeHead.Triangle:
                return [new(Line(end, (0, 0), (12, 7), (12, -7)) + "Z", "head hollow")];
            case EdgeHead.Composition:
                return [new(Line(end, (0, 0), (8, 5), (16, 0), (8, -5)) + "Z", "head")];
            case EdgeHead.Aggregation:
                return [new(Line(end, (0, 0), (8, 5), (16, 0), (8, -5)) + "Z", "head hollow")];
            case EdgeHead.Circle:
                return [Circle(end, 5, 4, "head")];
            case EdgeHead.Lollipop:
                return [Circle(end, 7, 6, "head hollow")];
            case EdgeHead.Cross:
                return [new(Line(end, (4, 4), (12, -4)) + Line(end, (4, -4), (12, 4)), "way")];
            case EdgeHead.ExactlyOne:
                return [new(Line(end, (6, 6), (6, -6)) + Line(end, (11, 6), (11, -6)), "way")];
            case EdgeHead.ZeroOrOne:
                return [new(Line(end, (6, 6), (6, -6)), "way"), Circle(end, 13, 4, "head hollow")];
            case EdgeHead.OneOrMore:
                return [new(Line(end, (0, 6), (9, 0), (0, -6)) + Line(end, (13, 6), (13, -6)), "way")];
            case EdgeHead.ZeroOrMore:
                return [new(Line(end, (0, 6), (9, 0), (0, -6)), "way"), Circle(end, 13, 4, "head hollow")];
            default:
                return [];
        }
    }

    private static PathMark Circle(RouteEnd end, double distance, double radius, string style) =>
        new(
            FlowShapes.Ellipse(
                end.X - (end.DirectionX * distance),
                end.Y - (end.DirectionY * distance),
                radius,
                radius
            ),
            style
        );

    /// <summary>A line through points at distances before the tip and beside the line.</summary>
    private static string Line(RouteEnd end, params (double Back, double Side)[] points)
    {
        var path = "";
        foreach (var (back, side) in points)
        {
            var x = end.X - (end.DirectionX * back) - (end.DirectionY * side);
            var y = end.Y - (end.DirectionY * back) + (end.DirectionX * side);
            path += FlowShapes.D($"{(path.Length == 0 ? "M" : "L")}{x} {y}");
        }

        return path;
    }
}
