namespace KnowledgeSite.Diagrams;

/// <summary>The contents of a box, laid out in columns beside it.</summary>
internal sealed class ArcColumns
{
    /// <summary>The row height in pixels, large enough for touch targets.</summary>
    public const double Row = 24;

    private const double Indent = 12;
    private const int MaxLines = 2;

    private readonly ArcRoom _room;
    private readonly double _top;
    private readonly List<IReadOnlyList<DrawnText>> _entries = [];

    public ArcColumns(ArcRoom room, IReadOnlyList<ArcText> texts, double top)
    {
        _room = room;
        _top = top;
        if (room.Columns > 0)
            Place(texts);
    }

    public double Height { get; private set; }

    /// <summary>The wrapped lines of each entry.</summary>
    public IReadOnlyList<IReadOnlyList<DrawnText>> Entries => _entries;

    private void Place(IReadOnlyList<ArcText> texts)
    {
        var lines = texts
            .Select(t =>
                TextMeasure.WrapAtMost(t.Text, _room.ColumnWidth - IndentOf(t), DiagramMetrics.SmallSize, MaxLines)
            )
            .ToList();
        var share = Math.Ceiling(lines.Sum(HeightOf) / _room.Columns);
        var column = 0;
        var y = 0.0;
        for (var i = 0; i < texts.Count; i++)
        {
            if (y > 0 && y + (HeightOf(lines[i]) / 2) > share && column + 1 < _room.Columns)
            {
                column = column + 1;
                y = 0;
            }
            var x =
                _room.Bands
                + _room.Boxes
                + DiagramMetrics.Gap
                + (column * (_room.ColumnWidth + DiagramMetrics.Gap))
                + IndentOf(texts[i]);
            var first = _top + y + (Row * 0.67);
            _entries.Add([
                .. lines[i]
                    .Select(
                        (line, n) => new DrawnText(line, x, first + (n * DiagramMetrics.SmallLeading), TextRole.Detail)
                    ),
            ]);
            y += HeightOf(lines[i]);
            Height = Math.Max(Height, y);
        }
    }

    private static double HeightOf(IReadOnlyList<string> lines) =>
        Row + ((lines.Count - 1) * DiagramMetrics.SmallLeading);

    private double IndentOf(ArcText text) => Math.Min(text.Depth * Indent, _room.ColumnWidth / 3);
}
