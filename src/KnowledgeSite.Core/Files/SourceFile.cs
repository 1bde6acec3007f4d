namespace KnowledgeSite.Files;

/// <summary>The text of a source file with LF line endings, and its line starts (computed on first use).</summary>
public sealed class SourceText(string text)
{
    private int[]? _lineStarts;

    internal string Value { get; } = text;

    /// <summary>
    /// The text of the file, if this text was generated from it; null for the text of the file itself.
    /// </summary>
    internal SourceOrigin? Origin { get; init; }

    /// <summary>
    /// Line and column in the file as an editor counts them: starting at 1, in UTF-16 code units.
    /// </summary>
    public SourcePosition PositionAt(int offset)
    {
        if (Origin is { } origin)
            return origin.Text.PositionAt(origin.OffsetOf(offset));
        offset = Math.Clamp(offset, 0, Value.Length);
        var starts = LineStarts;
        var line = Array.BinarySearch(starts, offset);
        if (line < 0)
            line = ~line - 1;
        return new(line + 1, offset - starts[line] + 1);
    }

    /// <summary>The span of a line without its line ending; line numbers start at 1.</summary>
    public SourceSpan LineSpan(int line)
    {
        var start = LineStarts[line - 1];
        var end = line < LineStarts.Length ? LineStarts[line] - 1 : Value.Length;
        return new(start, end - start);
    }

    /// <summary>The offset of the start of a line; line numbers start at 1.</summary>
    public int LineStart(int line) => LineStarts[Math.Clamp(line, 1, LineStarts.Length) - 1];

    internal int LineCount => LineStarts.Length;

    private int[] LineStarts => _lineStarts ??= FindLineStarts(Value);

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1))
            starts.Add(i + 1);
        return [.. starts];
    }
}

/// <summary>
/// The text of a file, from which another text was generated, and where each part of that one stands.
/// </summary>
/// <param name="points">The start of each part, sorted by offset; it ends where the next one starts.</param>
internal sealed class SourceOrigin(SourceText text, SourceOrigin.Point[] points)
{
    /// <param name="Offset">The offset in the generated text.</param>
    /// <param name="Origin">The offset in the file.</param>
    /// <param name="IsCopied">True if the part stands in the file in the same words.</param>
    internal readonly record struct Point(int Offset, int Origin, bool IsCopied);

    public SourceText Text => text;

    /// <summary>The offset in the file of an offset in the generated text.</summary>
    public int OffsetOf(int offset)
    {
        if (PointAt(offset) is not { } point)
            return 0;
        return point.IsCopied ? point.Origin + offset - point.Offset : point.Origin;
    }

    /// <summary>True if the text at an offset stands in the file in the same words.</summary>
    public bool IsCopied(int offset) => PointAt(offset) is { IsCopied: true };

    private Point? PointAt(int offset)
    {
        var low = 0;
        var high = points.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (points[middle].Offset <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? null : points[low - 1];
    }
}

/// <summary>
/// A file of the input folder. Text files are already read; the bytes of other files are read on demand.
/// </summary>
/// <param name="Text">Null for a binary file (an image, a download).</param>
public sealed record SourceFile(SourcePath Path, SourceText? Text, Func<byte[]> ReadBytes)
{
    /// <summary>Files that this one contains, such as the images in the outputs of a notebook.</summary>
    internal IReadOnlyList<SourceFile> Contained { get; init; } = [];

    internal static SourceFile OfText(SourcePath path, string text) =>
        new(path, new SourceText(text), () => System.Text.Encoding.UTF8.GetBytes(text));
}

/// <summary>A position in a text; line and column start at 1.</summary>
public readonly record struct SourcePosition(int Line, int Column);

/// <summary>A range of a source text: offset and length in UTF-16 code units from the start of the file.</summary>
public readonly record struct SourceSpan(int Start, int Length)
{
    internal int End => Start + Length;
}

/// <summary>A value that an author wrote, with its position in the file, so that later steps can report it.</summary>
public sealed record Located<T>(T Value, SourceSpan Span);
