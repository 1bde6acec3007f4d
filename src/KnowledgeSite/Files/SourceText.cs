namespace KnowledgeSite.Files;

/// <summary>
/// The text of a source file with LF line ends, and where its lines start (worked out when first asked for).
/// </summary>
public sealed class SourceText(string text)
{
    private int[]? _lineStarts;

    public string Value { get; } = text;

    /// <summary>Line and column as an editor counts them: from one, in UTF-16 units.</summary>
    public SourcePosition PositionAt(int offset)
    {
        offset = Math.Clamp(offset, 0, Value.Length);
        var starts = LineStarts;
        var line = Array.BinarySearch(starts, offset);
        if (line < 0)
            line = ~line - 1;
        return new(line + 1, offset - starts[line] + 1);
    }

    /// <summary>A line, counted from one, without its end.</summary>
    public SourceSpan LineSpan(int line)
    {
        var start = LineStarts[line - 1];
        var end = line < LineStarts.Length ? LineStarts[line] - 1 : Value.Length;
        return new(start, end - start);
    }

    /// <summary>The offset at which a line, counted from one, starts.</summary>
    public int LineStart(int line) => LineStarts[Math.Clamp(line, 1, LineStarts.Length) - 1];

    public int LineCount => LineStarts.Length;

    private int[] LineStarts => _lineStarts ??= FindLineStarts(Value);

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1))
            starts.Add(i + 1);
        return [.. starts];
    }
}
