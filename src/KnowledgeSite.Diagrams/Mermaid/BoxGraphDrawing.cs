using KnowledgeSite.Diagrams.Compound;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// Draws boxes, edges and nested frames: flowcharts, and the diagrams that are made of them. Frames with a direction of
/// their own and without edges across their border are laid out separately.
/// </summary>
internal sealed class BoxGraphDrawing
{
    /// <summary>More boxes or edges are not drawn, because nobody could read them.</summary>
    public const int MaxNodes = 250;
    public const int MaxEdges = 400;
    public const int MaxGroups = 80;

    private readonly Flowchart _chart;
    private readonly BoxContent[] _contents;
    private readonly TextBlock[] _labels;
    private readonly TextBlock _endText;
    private readonly bool _hasSigns;
    private readonly GraphEnd[] _from;
    private readonly GraphEnd[] _to;
    private readonly PlacedRectangle[] _nodes;
    private readonly PlacedCluster?[] _groups;
    private readonly EdgeRoute?[] _routes;
    private readonly bool[] _isSeparate;
    private readonly double _gap;
    private readonly bool _runsAcross;
    private readonly List<PictureMark> _marks = [];

    /// <summary>Lays out a chart. What is in it only depends on the width of its texts.</summary>
    public BoxGraphDrawing(Flowchart chart, BoxGraphContent content, GraphDirection direction, double gap)
    {
        _chart = chart;
        _gap = gap;
        _contents = content.Boxes;
        _labels = content.Labels;
        _endText = content.EndText;
        _hasSigns = content.HasSigns;
        _from = content.From;
        _to = content.To;
        _nodes = new PlacedRectangle[chart.Nodes.Count];
        _groups = new PlacedCluster?[chart.Groups.Count];
        _routes = new EdgeRoute?[chart.Edges.Count];
        _isSeparate = FindSeparate();
        _runsAcross = direction is GraphDirection.Right or GraphDirection.Left;
        (Width, Height) = Place(null, direction);
        AddLines();
        // A text at the end of an edge can be beside the outermost box.
        foreach (var mark in _marks)
            if (mark is TextMark text)
                Width = Math.Max(Width, TextStyle.PlaceOf(text).Right + 2);
    }

    public double Width { get; }

    public double Height { get; }

    public Picture Draw()
    {
        List<PictureMark> marks = new(_marks.Count + _nodes.Length);
        marks.AddRange(_marks);
        for (var node = 0; node < _nodes.Length; node++)
            marks.Add(Box(node));
        return new(Width, Height, marks);
    }

    /// <summary>Finds the frames that are laid out on their own.</summary>
    private bool[] FindSeparate()
    {
        var isSeparate = new bool[_chart.Groups.Count];
        for (var group = 0; group < isSeparate.Length; group++)
            isSeparate[group] = _chart.Groups[group].Direction is not null && IsClosed(group);
        return isSeparate;
    }

    private bool IsClosed(int group) =>
        Enumerable.Range(0, _from.Length).All(e => IsInside(_from[e], group) == IsInside(_to[e], group));

    private bool IsInside(GraphEnd end, int group)
    {
        var at = end.IsCluster ? _chart.Groups[end.Index].Parent : _chart.Nodes[end.Index].Group;
        while (at is { } inner && inner != group)
            at = _chart.Groups[inner].Parent;
        return at == group;
    }

    /// <summary>The separate frame that contains a frame or a box directly or indirectly; null for none.</summary>
    private int? ScopeOf(int? group)
    {
        while (group is { } at && !_isSeparate[at])
            group = _chart.Groups[at].Parent;
        return group;
    }

    /// <summary>Lays out the content of a separate frame, or all that is in none, and returns its size.</summary>
    private (double Width, double Height) Place(int? scope, GraphDirection direction)
    {
        var boxes = new List<CompoundNode>();
        var clusters = new List<Cluster>();
        // The parts of this scope, and where they are in the layout.
        var nodes = new List<int>();
        var frames = new List<int>();
        var separate = new List<int>();
        var nodePlaces = new GraphEnd?[_nodes.Length];
        var groupPlaces = new GraphEnd?[_groups.Length];
        for (var group = 0; group < _groups.Length; group++)
            if (group != scope && !_isSeparate[group] && ScopeOf(_chart.Groups[group].Parent) == scope)
            {
                groupPlaces[group] = new(clusters.Count, true);
                frames.Add(group);
                clusters.Add(
                    new(ClusterOf(_chart.Groups[group].Parent), _chart.Groups[group].Title.Replace('\n', ' '))
                );
            }

        for (var node = 0; node < _nodes.Length; node++)
            if (ScopeOf(_chart.Nodes[node].Group) == scope)
            {
                nodePlaces[node] = new(boxes.Count, false);
                nodes.Add(node);
                boxes.Add(Measure(node, ClusterOf(_chart.Nodes[node].Group)));
            }

        for (var group = 0; group < _groups.Length; group++)
            if (group != scope && _isSeparate[group] && ScopeOf(_chart.Groups[group].Parent) == scope)
            {
                groupPlaces[group] = new(boxes.Count, false);
                separate.Add(group);
                var (width, height) = Enclose(group, _chart.Groups[group].Direction!.Value);
                boxes.Add(new(width, height, ClusterOf(_chart.Groups[group].Parent), BoxOutline.Rectangle));
            }

        var edges = new List<int>();
        var lines = new List<CompoundEdge>();
        for (var edge = 0; edge < _from.Length; edge++)
            if (PlaceOf(_from[edge]) is { } from && PlaceOf(_to[edge]) is { } to)
            {
                edges.Add(edge);
                var label = _labels[edge];
                lines.Add(
                    new(
                        from,
                        to,
                        _chart.Edges[edge].Length,
                        label.Width + 8,
                        label.Lines.Count == 0 ? 0 : label.Height + 4
                    )
                );
            }

        var layout = CompoundLayout.Compute(
            new(boxes, lines, clusters)
            {
                NodeGap = _endText.Width > 0 && !_runsAcross ? Math.Max(_gap, _endText.Width + 16) : _gap,
                PortDistance =
                    _endText.Width > 0 && !_runsAcross ? _endText.Width + 14
                    : _hasSigns ? 28
                    : 14,
                EndRoom =
                    _endText.Width == 0 ? (_hasSigns ? 12 : 0)
                    : _runsAcross ? _endText.Width + 8
                    : 16,
            },
            direction
        );
        for (var i = 0; i < nodes.Count; i++)
            _nodes[nodes[i]] = layout.Nodes[i];
        for (var i = 0; i < frames.Count; i++)
            _groups[frames[i]] = layout.Clusters[i];
        for (var i = 0; i < edges.Count; i++)
            _routes[edges[i]] = layout.Edges[i];
        for (var i = 0; i < separate.Count; i++)
            MoveInto(separate[i], layout.Nodes[nodes.Count + i]);
        return (layout.Width, layout.Height);

        // A separate frame is a box, and no cluster.
        int ClusterOf(int? group) =>
            group is { } inner && groupPlaces[inner] is { IsCluster: true } place ? place.Index : -1;

        GraphEnd? PlaceOf(GraphEnd end) => end.IsCluster ? groupPlaces[end.Index] : nodePlaces[end.Index];
    }

    /// <summary>Lays out a separate frame at the origin and returns its size with the frame.</summary>
    private (double Width, double Height) Enclose(int group, GraphDirection direction)
    {
        var (width, height) = Place(group, direction);
        var title = _chart.Groups[group].Title.Replace('\n', ' ');
        var room = Math.Max(width, Math.Min(160, TextMeasure.LongestWord(title, DiagramMetrics.SmallSize) * 1.15));
        var lines = TextMeasure.Wrap(title, room, DiagramMetrics.SmallSize, isBold: true);
        var head = lines.Count == 0 ? 0 : (lines.Count * DiagramMetrics.SmallLeading) + 6;
        _groups[group] = new(
            new(0, 0, room + (2 * CompoundLayout.Padding), height + head + (2 * CompoundLayout.Padding)),
            lines
        );
        return (_groups[group]!.Place.Width, _groups[group]!.Place.Height);
    }

    private void MoveInto(int group, PlacedRectangle place)
    {
        var frame = _groups[group]!;
        var head = frame.Title.Count == 0 ? 0 : (frame.Title.Count * DiagramMetrics.SmallLeading) + 6;
        Move(group, place.X + CompoundLayout.Padding, place.Y + head + CompoundLayout.Padding);
        _groups[group] = frame with { Place = place };
    }

    /// <summary>Moves all that is inside a separate frame.</summary>
    private void Move(int group, double x, double y)
    {
        for (var node = 0; node < _nodes.Length; node++)
            if (IsInside(new(node, false), group))
                _nodes[node] = _nodes[node].Move(x, y);
        for (var inner = 0; inner < _groups.Length; inner++)
            if (IsInside(new(inner, true), group) && _groups[inner] is { } frame)
                _groups[inner] = frame with { Place = frame.Place.Move(x, y) };
        for (var edge = 0; edge < _routes.Length; edge++)
            if (IsInside(_from[edge], group) && _routes[edge] is { } route)
                _routes[edge] = route.Move(x, y);
    }

    private CompoundNode Measure(int node, int cluster)
    {
        var shape = ShapeOf(_chart.Nodes[node]);
        var (width, height) = _contents[node].Measure(shape);
        if (_endText.Width > 0 && !_runsAcross)
        {
            var id = _chart.Nodes[node].Id;
            var ports = Math.Max(_chart.Edges.Count(e => e.From == id), _chart.Edges.Count(e => e.To == id));
            width = Math.Max(width, Math.Min(420, (ports * (_endText.Width + 14)) + 20));
        }

        return new(Math.Ceiling(width), Math.Ceiling(height), cluster, FlowShapes.OutlineOf(shape));
    }

    /// <summary>The bar of a fork is across the direction of the diagram.</summary>
    private string ShapeOf(FlowchartNode node) => node.Shape == "fork" && _runsAcross ? "fork-v" : node.Shape;

    /// <summary>Adds the frames and edges, which are behind the boxes.</summary>
    private void AddLines()
    {
        for (var group = 0; group < _groups.Length; group++)
            if (_groups[group] is { } frame)
                AddFrame(_chart.Groups[group], frame);
        for (var edge = 0; edge < _routes.Length; edge++)
            if (_routes[edge] is { } route && _chart.Edges[edge].Line != EdgeLine.Invisible)
                EdgeDrawing.Add(_chart.Edges[edge], route, _labels[edge], _marks);
    }

    private void AddFrame(FlowchartGroup group, PlacedCluster frame)
    {
        _marks.Add(new PathMark(FlowShapes.RoundedBox(frame.Place, 4), "frame" + Suffix(group.Style)));
        for (var line = 0; line < frame.Title.Count; line++)
            _marks.Add(
                new TextMark(
                    frame.Title[line],
                    frame.Place.X + CompoundLayout.Padding,
                    frame.Place.Y + 17 + (line * DiagramMetrics.SmallLeading),
                    TextStyle.Title
                )
            );
    }

    private GroupMark Box(int number)
    {
        var node = _chart.Nodes[number];
        var place = _nodes[number];
        return new(
            _chart.NameOf(node.Id),
            node.Link,
            place,
            _contents[number].Draw(ShapeOf(node), place, Suffix(node.Style))
        );
    }

    private static string Suffix(string? style) => style is null ? "" : $" {style}";
}
