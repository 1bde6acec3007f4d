using KnowledgeSite.Files;

namespace KnowledgeSite.Diagnostics;

/// <summary>A position in a source file, as line and column.</summary>
/// <param name="Line">The line, counted from one.</param>
/// <param name="Column">The column in UTF-16 units, counted from one.</param>
/// <param name="Length">The length on that line in UTF-16 units, at least one.</param>
/// <param name="Excerpt">The text around the position, or null if the file has no text.</param>
public sealed record SourceLocation(SourcePath Path, int Line, int Column, int Length, SourceExcerpt? Excerpt)
{
    public static SourceLocation Start(SourcePath path) => new(path, 1, 1, 1, null);

    public static SourceLocation Create(SourceFile file, SourceSpan span)
    {
        if (file.Text is not { } text)
            return Start(file.Path);
        var position = text.PositionAt(span.Start);
        var line = text.LineSpan(position.Line);
        var offset = line.Start + position.Column - 1;
        var length = Math.Clamp(span.Length, 1, Math.Max(1, line.End - offset));
        return new(file.Path, position.Line, position.Column, length, SourceExcerpt.Create(text.Value, line, offset));
    }
}
