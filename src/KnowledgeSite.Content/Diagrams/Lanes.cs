namespace KnowledgeSite.Diagrams;

/// <summary>
/// Groups as lanes side by side, in the order of their first boxes; boxes without a group have a lane without a frame.
/// If the width is not sufficient, the groups are stacked: all in one lane, one below the other.
/// </summary>
internal sealed class Lanes
{
    public const double Padding = 10;

    private readonly List<int?> _groups;
    private readonly FlowGraph _graph;
    private readonly int[] _ofNode;
    private readonly bool _stacked;
    private readonly (double From, double Width)[] _places;

    public Lanes(FlowGraph graph, bool stacked)
    {
        _graph = graph;
        _stacked = stacked;
        _groups = [.. graph.Nodes.Select(n => n.Group).Distinct()];
        _ofNode = [.. graph.Nodes.Select(n => _groups.IndexOf(n.Group))];
        _places = new (double, double)[Count];
    }

    /// <summary>The lane of each box.</summary>
    public int[] OfNode => _stacked ? new int[_ofNode.Length] : _ofNode;

    /// <summary>The group of each box, as an index among the drawn groups, whether they are stacked or not.</summary>
    public int[] GroupOfNode => _ofNode;

    public int Count => _stacked ? 1 : _groups.Count;

    public int Groups => _groups.Count;

    public bool HasFrames => _groups.Exists(g => g is not null);

    public bool IsPadded(int lane) => _stacked ? HasFrames : _groups[lane] is not null;

    /// <summary>The title of a group; null if it has no frame.</summary>
    public string? Title(int group) => _groups[group] is { } number ? _graph.Groups[number] : null;

    public void Place(int lane, double from, double width) => _places[lane] = (from, width);

    public (double From, double Width) PlaceOfGroup(int group) => _places[_stacked ? 0 : group];

    /// <summary>The height of a group's title, which is at the top of the frame if the diagram runs down.</summary>
    public double TitleHeight(int group) =>
        Title(group) is { } title
            ? 4
                + (
                    TextMeasure
                        .Wrap(title, PlaceOfGroup(group).Width - Padding, DiagramMetrics.SmallSize, isBold: true)
                        .Count * DiagramMetrics.SmallLeading
                )
            : 0;

    /// <summary>The first and the last row with a box of the group.</summary>
    public (int First, int Last) RowsOf(int group, LayeredGraph layers)
    {
        var rows = layers.Boxes.Where(b => _ofNode[b.Node!.Value] == group).Select(b => b.Row).ToList();
        return (rows.Min(), rows.Max());
    }

    /// <summary>The space before a row that is needed for frames that begin or end there.</summary>
    public double RoomBefore(int row, LayeredGraph layers, bool runsRight)
    {
        var framed = Enumerable.Range(0, Groups).Where(g => Title(g) is not null).ToList();
        var begun = framed.Where(g => RowsOf(g, layers).First == row).ToList();
        var ended = framed.Exists(g => RowsOf(g, layers).Last == row - 1);
        return (begun.Count > 0 ? Padding + (runsRight ? 0 : begun.Max(TitleHeight)) : 0) + (ended ? Padding : 0);
    }
}
