using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>A quadrant chart: points on two axes, in four named quadrants.</summary>
internal sealed class QuadrantChart() : MermaidDiagram(text => text.QuadrantChart)
{
    public QuadrantAxis? XAxis { get; set; }

    public QuadrantAxis? YAxis { get; set; }

    /// <summary>The names of the quadrants: upper right, upper left, lower left, lower right.</summary>
    public string[] Quadrants { get; } = ["", "", "", ""];

    public List<QuadrantPoint> Points { get; } = [];

    public override Picture Draw(double room) => new QuadrantDrawing(this).Draw(room);

    public override IReadOnlyList<OutlineEntry> Describe()
    {
        var entries = new List<OutlineEntry>();
        if (XAxis is { } x)
            entries.Add(new(Strings.AxisRightwards(Describe(x))));
        if (YAxis is { } y)
            entries.Add(new(Strings.AxisUpwards(Describe(y))));
        string[] places = [Strings.UpperRight, Strings.UpperLeft, Strings.LowerLeft, Strings.LowerRight];
        for (var i = 0; i < places.Length; i++)
        {
            var inside = Points.Where(p => QuadrantOf(p) == i).ToList();
            if (inside.Count + Quadrants[i].Length > 0)
                entries.Add(
                    new(Quadrants[i].Length > 0 ? Strings.Labelled(places[i], Plain(Quadrants[i])) : places[i])
                    {
                        Entries = [.. inside.Select(Describe)],
                    }
                );
        }

        return entries;
    }

    private OutlineEntry Describe(QuadrantPoint point) =>
        new(Strings.PointAt(Plain(point.Text), Strings.ShortNumber(point.X, 2), Strings.ShortNumber(point.Y, 2)));

    private string Describe(QuadrantAxis axis) =>
        axis.High is { } high ? Strings.AxisEnds(Plain(axis.Low), Plain(high)) : Plain(axis.Low);

    private static int QuadrantOf(QuadrantPoint point) =>
        (point.X >= 0.5, point.Y >= 0.5) switch
        {
            (true, true) => 0,
            (false, true) => 1,
            (false, false) => 2,
            _ => 3,
        };

    private static string Plain(string text) => text.Replace('\n', ' ');
}

/// <param name="High">The name of the upper end; null if the axis has one name.</param>
internal sealed record QuadrantAxis(string Low, string? High);

/// <param name="X">The position on the axis, from 0 to 1.</param>
internal sealed record QuadrantPoint(string Text, double X, double Y)
{
    public double Radius { get; set; } = 5;

    /// <summary>The classes of the theme for the author's colours.</summary>
    public string? Style { get; set; }
}

/// <summary>Reads a quadrant chart: https://mermaid.js.org/syntax/quadrantChart.html.</summary>
internal sealed partial class QuadrantParser(MermaidScanner scanner)
{
    private const int MaxPoints = 100;

    private readonly QuadrantChart _chart = new();
    private readonly Dictionary<string, string> _classes = new(StringComparer.Ordinal);
    private readonly List<(QuadrantPoint Point, string ClassName, string Style)> _styles = [];

    public static QuadrantChart Parse(MermaidScanner scanner) => new QuadrantParser(scanner).Parse();

    private QuadrantChart Parse()
    {
        foreach (var line in DiagramLines.Read(scanner, _chart))
            Read(line);
        foreach (var (point, className, style) in _styles)
        {
            // The direct style is first, because the first value of a property counts.
            var all = $"{style},{_classes.GetValueOrDefault(className)}";
            point.Style = ToneStyle.Read(First(all, "color", "fill") + First(all, "stroke-color", "stroke"), "fill");
            if (Radius().Match(all) is { Success: true } radius)
                point.Radius = Math.Clamp(int.Parse(radius.Groups[1].Value, CultureInfo.InvariantCulture), 3, 20);
        }

        return _chart;
    }

    private void Read(DiagramLine line)
    {
        var text = line.Text.TrimEnd(';');
        if (Axis().Match(text) is { Success: true } axis)
        {
            var low = MermaidText.Lines(axis.Groups["low"].Value);
            var high = MermaidText.Lines(axis.Groups["high"].Value);
            var read = new QuadrantAxis(
                axis.Groups["arrow"].Success && high.Length == 0 ? $"{low} ⟶" : low,
                high.Length == 0 ? null : high
            );
            if (axis.Groups["name"].Value is "x" or "X")
                _chart.XAxis = read;
            else
                _chart.YAxis = read;
        }
        else if (Quadrant().Match(text) is { Success: true } quadrant)
            _chart.Quadrants[quadrant.Groups[1].Value[0] - '1'] = MermaidText.Lines(quadrant.Groups[2].Value);
        else if (ClassDefinition().Match(text) is { Success: true } definition)
            _classes[definition.Groups[1].Value] = definition.Groups[2].Value;
        else if (Point().Match(text) is { Success: true } point)
            ReadPoint(point, line);
        else
            scanner.Fail(
                line.Offset,
                line.Text.Length,
                $"'{line.Excerpt}' is not an axis, quadrant or point.",
                "Write a point like 'Name: [0.3, 0.6]', and an axis like 'x-axis Low --> High'."
            );
    }

    private void ReadPoint(Match match, DiagramLine line)
    {
        if (_chart.Points.Count == MaxPoints)
            scanner.Fail(
                line.Offset,
                line.Text.Length,
                $"It has more than {MaxPoints} points, too many to read.",
                "Split it into several diagrams."
            );
        var point = new QuadrantPoint(
            MermaidText.Lines(match.Groups["text"].Value),
            ReadNumber(match.Groups["x"], line),
            ReadNumber(match.Groups["y"], line)
        );
        _chart.Points.Add(point);
        _styles.Add((point, match.Groups["class"].Value, match.Groups["style"].Value));
    }

    private double ReadNumber(Group written, DiagramLine line)
    {
        if (
            double.TryParse(
                written.Value,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            ) && number is >= 0 and <= 1
        )
            return number;
        scanner.Fail(
            line.Offset + written.Index,
            written.Length,
            $"'{written.Value}' is not a position.",
            "Write a number from 0 to 1."
        );
        return 0;
    }

    /// <summary>The first value of a property of points, as the property of shapes.</summary>
    private static string First(string style, string name, string property) =>
        Property().Matches(style).FirstOrDefault(m => m.Groups[1].Value == name) is { } match
            ? $"{property}:{match.Groups[2].Value},"
            : "";

    [GeneratedRegex(
        @"\A(?<name>[xy])-axis\s+(?<low>(?:""[^""]*""|(?!--+>)[^""])*?)\s*(?:(?<arrow>--+>)\s*(?<high>.*))?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Axis();

    [GeneratedRegex(@"\Aquadrant-([1-4])\s+(.*)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Quadrant();

    [GeneratedRegex(@"\AclassDef\s+(\S+)\s+(.+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex ClassDefinition();

    [GeneratedRegex(
        @"\A(?<text>""[^""]*""|.+?)\s*(?::::\s*(?<class>\w+)\s*)?"
            + @":\s*\[\s*(?<x>[^,\]\s]+)\s*,\s*(?<y>[^,\]\s]+)\s*\]\s*(?<style>.*)\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Point();

    [GeneratedRegex(@"radius\s*:\s*([0-9]{1,4})", RegexOptions.CultureInvariant)]
    private static partial Regex Radius();

    [GeneratedRegex(@"([a-z-]+)\s*:\s*([^,;]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Property();
}
