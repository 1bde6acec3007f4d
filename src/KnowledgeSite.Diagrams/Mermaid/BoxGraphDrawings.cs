using KnowledgeSite.Diagrams.Compound;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>
/// Chooses a drawing of boxes and edges for a width. Each of the four that are possible is computed when it is first
/// needed, and only once.
/// </summary>
internal sealed class BoxGraphDrawings(Flowchart chart)
{
    private const double WideText = 190;
    private const double NarrowText = 124;

    private readonly BoxGraphContent?[] _contents = new BoxGraphContent?[2];
    private readonly BoxGraphDrawing?[] _drawings = new BoxGraphDrawing?[4];

    /// <summary>
    /// Draws the chart in its direction if that fits, otherwise in the way that needs the least width.
    /// </summary>
    public Picture Draw(double room)
    {
        var isPhone = room < 420;
        var across = chart.Direction is GraphDirection.Right or GraphDirection.Left;
        List<(bool Turned, bool IsNarrow)> tries = isPhone
            ? [(false, true), (true, true)]
            : [(false, false), (false, true), (true, false), (true, true)];
        if (isPhone && across)
            tries.Reverse();
        var drawings = new List<BoxGraphDrawing>();
        foreach (var (turned, isNarrow) in tries)
        {
            var drawing = Find(turned, isNarrow);
            if (drawing.Width <= room)
                return drawing.Draw();
            drawings.Add(drawing);
        }

        var narrowest = drawings.MinBy(p => p.Width)!;
        var own = drawings[isPhone ? 0 : 1];
        return (narrowest.Width < own.Width * 0.75 ? narrowest : own).Draw();
    }

    private BoxGraphDrawing Find(bool turned, bool isNarrow)
    {
        ref var drawing = ref _drawings[(turned ? 2 : 0) + (isNarrow ? 1 : 0)];
        if (drawing is not null)
            return drawing;
        var direction =
            !turned ? chart.Direction
            : chart.Direction is GraphDirection.Right or GraphDirection.Left ? GraphDirection.Down
            : GraphDirection.Right;
        var content = _contents[isNarrow ? 1 : 0] ??= new(chart, isNarrow ? NarrowText : WideText);
        return drawing = new(chart, content, direction, isNarrow ? 16 : 24);
    }
}

/// <summary>The content of a chart, wrapped to a width.</summary>
internal sealed class BoxGraphContent
{
    private const double EdgeText = 130;

    public BoxGraphContent(Flowchart chart, double textWidth)
    {
        Boxes = [.. chart.Nodes.Select(n => new BoxContent(n, textWidth))];
        Labels =
        [
            .. chart.Edges.Select(e =>
                e.Text.Length == 0
                    ? TextBlock.Empty
                    : TextBlock.Wrap(e.Text, Math.Min(EdgeText, textWidth), TextStyle.Label)
            ),
        ];
        EndText = new([.. chart.Edges.SelectMany(e => new[] { e.StartText, e.EndText })], TextStyle.Label);
        HasSigns = chart.Edges.Exists(e => e.EndHead >= EdgeHead.ExactlyOne || e.StartHead >= EdgeHead.ExactlyOne);
        var ends = new Dictionary<string, GraphEnd>(StringComparer.Ordinal);
        foreach (var node in chart.Nodes)
            ends.Add(node.Id, new(ends.Count, false));
        foreach (var (i, group) in chart.Groups.Index())
            ends.Add(group.Id, new(i, true));
        From = [.. chart.Edges.Select(e => ends[e.From])];
        To = [.. chart.Edges.Select(e => ends[e.To])];
    }

    public BoxContent[] Boxes { get; }

    /// <summary>The labels of the edges.</summary>
    public TextBlock[] Labels { get; }

    /// <summary>All texts at the ends of edges.</summary>
    public TextBlock EndText { get; }

    /// <summary>True if edges end in the signs of entity diagrams, which are wider and longer than arrows.</summary>
    public bool HasSigns { get; }

    /// <summary>What each edge connects.</summary>
    public GraphEnd[] From { get; }

    public GraphEnd[] To { get; }
}
