using KnowledgeSite.Diagrams.Compound;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>Draws the line, the heads and the label of an edge.</summary>
internal static class EdgeDrawing
{
    public static IEnumerable<PictureMark> Draw(FlowchartEdge edge, EdgeRoute route, TextBlock label)
    {
        var style =
            "way"
            + (edge.Line == EdgeLine.Dotted ? " dashed" : "")
            + (edge.Line == EdgeLine.Thick ? " thick" : "")
            + (edge.Style is { } tone && tone[0] != '@' ? $" {tone}" : "");
        foreach (var piece in route.Pieces)
            yield return new PathMark(piece, style);
        if (route.Pieces.Count == 0)
            yield break;
        foreach (var head in Head(edge.EndHead, route.End))
            yield return head;
        foreach (
            var head in Head(
                edge.StartHead,
                route.Start with
                {
                    DirectionX = -route.Start.DirectionX,
                    DirectionY = -route.Start.DirectionY,
                }
            )
        )
            yield return head;
        foreach (var text in EndText(edge.EndText, route.End))
            yield return text;
        var start = route.Start with { DirectionX = -route.Start.DirectionX, DirectionY = -route.Start.DirectionY };
        foreach (var text in EndText(edge.StartText, start))
            yield return text;
        if (route.Label is { } place)
            foreach (var line in label.Draw(place.MiddleX, place.MiddleY))
                yield return line;
    }

    /// <summary>A text beside the end of a line, beyond its head.</summary>
    private static IEnumerable<TextMark> EndText(string text, RouteEnd end)
    {
        if (text.Length == 0)
            return [];
        if (end.DirectionX == 0)
            return [new(text, end.X + 6, end.Y - (end.DirectionY * 22) + 4, TextStyle.Start)];
        var width = TextStyle.WidthOf(text, TextStyle.Label);
        return [new(text, end.X - (end.DirectionX * (18 + (width / 2))), end.Y - 5, TextStyle.Label)];
    }

    /// <summary>A head at the end of a line that arrives in a direction.</summary>
    public static IEnumerable<PathMark> Head(EdgeHead head, RouteEnd end)
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
