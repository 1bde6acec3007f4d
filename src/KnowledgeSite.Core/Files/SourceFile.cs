namespace KnowledgeSite.Files;

/// <summary>The text of a source file with LF line endings, and its line starts (computed on first use).</summary>
public sealed class SourceText(string text)
{
    private int[]? _lineStarts;

    internal string Value { get; } = text;

    /// <summary>Line and column as an editor counts them: starting at 1, in UTF-16 code units.</summary>
    public SourcePosition PositionAt(int offset)
    {
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
/// A file of the input folder. Text files are already read; the bytes of other files are read on demand.
/// </summary>
/// <param name="Text">Null for a binary file (an image, a download).</param>
public sealed record SourceFile(SourcePath Path, SourceText? Text, Func<byte[]> ReadBytes)
{
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
