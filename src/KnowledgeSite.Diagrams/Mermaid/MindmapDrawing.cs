namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// Draws a mind map: the root in the middle with topics on both sides or, if that is too wide, with all topics on its
/// right, or with each topic indented below the one above it.
/// </summary>
internal sealed class MindmapDrawing
{
    private const double ColumnGap = 24;
    private const double RowGap = 10;
    private const double Indent = 22;
    private const double DeepestIndent = 170;
    private const double NarrowestText = 90;

    private readonly Mindmap _map;
    private readonly double _textWidth;
    private readonly Dictionary<MindmapTopic, PlacedRectangle> _places = [];
    private readonly Dictionary<MindmapTopic, BoxContent> _contents = [];
    private readonly Dictionary<MindmapTopic, string> _tones = [];
    private readonly Dictionary<MindmapTopic, double> _heights = [];
    private readonly List<PictureMark> _lines = [];

    private MindmapDrawing(Mindmap map, double textWidth)
    {
        _map = map;
        _textWidth = textWidth;
        var root = map.Topics[0];
        for (var i = 0; i < root.Topics.Count; i++)
            SetTone(root.Topics[i], " " + ToneCycle.At(i));
        _tones[root] = "";
    }

    public static Picture Draw(Mindmap map, double room)
    {
        foreach (var hasLeft in new[] { true, false })
        foreach (var width in new[] { 190.0, 140, 110, 90 })
        {
            var picture = new MindmapDrawing(map, width).DrawSides(hasLeft);
            if (picture.Width <= room)
                return picture;
        }

        return new MindmapDrawing(map, room).DrawIndented(room);
    }

    private void SetTone(MindmapTopic topic, string tone)
    {
        _tones[topic] = tone;
        foreach (var below in topic.Topics)
            SetTone(below, tone);
    }

    private Picture DrawSides(bool hasLeft)
    {
        var root = _map.Topics[0];
        foreach (var topic in _map.Topics)
            Measure(topic, _textWidth);
        MeasureHeights(root);
        var sides = new[] { new List<MindmapTopic>(), new List<MindmapTopic>() };
        var half = root.Topics.Sum(t => _heights[t] + RowGap) / 2;
        var filled = 0.0;
        foreach (var topic in root.Topics)
        {
            var isLeft = hasLeft && filled + (_heights[topic] / 2) > half;
            sides[isLeft ? 1 : 0].Add(topic);
            filled += _heights[topic] + RowGap;
        }

        var (_, _, width, height) = _places[root];
        _places[root] = new(-width / 2, -height / 2, width, height);
        Place(sides[0], 1);
        Place(sides[1], -1);
        foreach (var topic in _map.Topics)
        foreach (var below in topic.Topics)
            Connect(topic, below);
        return Finish();
    }

    private void Measure(MindmapTopic topic, double width)
    {
        var content = new BoxContent(topic.Box, width);
        _contents[topic] = content;
        var (w, h) = content.Measure(ShapeOf(topic));
        _places[topic] = new(0, 0, Math.Ceiling(w), Math.Ceiling(h));
    }

    /// <summary>A root without a shape is a box, because nothing leads to it.</summary>
    private string ShapeOf(MindmapTopic topic) =>
        topic == _map.Topics[0] && topic.Box.Shape == "text" ? "rounded" : topic.Box.Shape;

    private double MeasureHeights(MindmapTopic topic)
    {
        var below = topic.Topics.Sum(t => MeasureHeights(t) + RowGap) - RowGap;
        return _heights[topic] = Math.Max(_places[topic].Height, below);
    }

    /// <summary>Places the topics of one side in columns, by their depth.</summary>
    private void Place(List<MindmapTopic> topics, int direction)
    {
        var columns = new List<double>();
        foreach (var topic in topics)
            AddWidths(topic, columns);
        var starts = new double[columns.Count];
        var x = (_places[_map.Topics[0]].Width / 2) + ColumnGap;
        for (var i = 0; i < columns.Count; i++)
        {
            starts[i] = x;
            x += columns[i] + ColumnGap;
        }

        PlaceBelow(topics, 0, starts, direction);
    }

    private void AddWidths(MindmapTopic topic, List<double> columns)
    {
        while (columns.Count < topic.Depth)
            columns.Add(0);
        columns[topic.Depth - 1] = Math.Max(columns[topic.Depth - 1], _places[topic].Width);
        foreach (var below in topic.Topics)
            AddWidths(below, columns);
    }

    private void PlaceBelow(List<MindmapTopic> topics, double middle, double[] starts, int direction)
    {
        var y = middle - ((topics.Sum(t => _heights[t] + RowGap) - RowGap) / 2);
        foreach (var topic in topics)
        {
            var (_, _, width, height) = _places[topic];
            var at = y + (_heights[topic] / 2);
            var start = starts[topic.Depth - 1];
            _places[topic] = new(direction > 0 ? start : -start - width, at - (height / 2), width, height);
            PlaceBelow(topic.Topics, at, starts, direction);
            y += _heights[topic] + RowGap;
        }
    }

    private void Connect(MindmapTopic topic, MindmapTopic below)
    {
        var from = _places[topic];
        var to = _places[below];
        var isRight = to.X > from.X;
        var x1 = isRight ? from.Right - InsetOf(topic) : from.X + InsetOf(topic);
        var x2 = isRight ? to.X : to.Right;
        var end = isRight ? x2 + InsetOf(below) : x2 - InsetOf(below);
        var y1 = LineOf(topic);
        var y2 = LineOf(below);
        var middle = isRight ? x2 - (ColumnGap / 2) : x2 + (ColumnGap / 2);
        // Boxes of a column can have different widths; the line is straight up to the end of the column.
        var bend = isRight ? Math.Max(x1, x2 - ColumnGap) : Math.Min(x1, x2 + ColumnGap);
        _lines.Add(
            new PathMark(
                FlowShapes.D($"M{x1} {y1}H{bend}C{middle} {y1} {middle} {y2} {x2} {y2}H{end}"),
                "way" + _tones[below]
            )
        );
    }

    /// <summary>The height at which lines end: the line below a text without a box, or the middle of a box.</summary>
    private double LineOf(MindmapTopic topic) =>
        ShapeOf(topic) == "text" ? _places[topic].Bottom : _places[topic].MiddleY;

    /// <summary>The distance of a wavy outline from its bounding box; lines end behind it.</summary>
    private static double InsetOf(MindmapTopic topic) => topic.Box.Shape is "cloud" or "bang" ? 10 : 0;

    private Picture DrawIndented(double room)
    {
        var y = 0.0;
        var indent = Math.Min(Indent, DeepestIndent / Math.Max(1, _map.Topics.Max(t => t.Depth)));
        foreach (var topic in _map.Topics)
        {
            var x = topic.Depth * indent;
            Measure(topic, Math.Max(NarrowestText, room - x - 30));
            var (_, _, width, height) = _places[topic];
            _places[topic] = new(x, y, width, height);
            y += height + RowGap;
        }

        foreach (var topic in _map.Topics.Where(t => t.Topics.Count > 0))
        {
            var x = _places[topic].X + Math.Min(8, indent / 2);
            var last = LineOf(topic.Topics[^1]) - 5;
            _lines.Add(new PathMark(FlowShapes.D($"M{x} {_places[topic].Bottom}V{last}"), "way" + _tones[topic]));
            foreach (var below in topic.Topics)
                _lines.Add(
                    new PathMark(
                        FlowShapes.D($"M{x} {LineOf(below) - 5}q0 5 5 5H{_places[below].X + InsetOf(below)}"),
                        "way" + _tones[below]
                    )
                );
        }

        return Finish();
    }

    private Picture Finish()
    {
        var bounds = _places.Values.Aggregate((a, b) => a.Include(b));
        var marks = _lines.Concat(_map.Topics.Select(Box)).Select(m => PictureMarks.Move(m, -bounds.X, -bounds.Y));
        return new(bounds.Width, bounds.Height, [.. marks]);
    }

    private GroupMark Box(MindmapTopic topic)
    {
        var place = _places[topic];
        var shape = ShapeOf(topic);
        var marks = _contents[topic].Draw(shape, place, _tones[topic]);
        if (shape == "text")
            marks.Add(new PathMark(FlowShapes.D($"M{place.X} {place.Bottom}H{place.Right}"), "way" + _tones[topic]));
        return new(topic.Name, null, place, marks);
    }
}
