using KnowledgeSite.Files;

namespace KnowledgeSite.Diagnostics;

/// <summary>A place in a source file as an editor names it.</summary>
/// <param name="Line">Counted from one.</param>
/// <param name="Column">Counted from one, in UTF-16 units.</param>
/// <param name="Length">Of the stretch on that line, at least one.</param>
/// <param name="LineText">The line itself, for showing; null where the file has no text to show.</param>
public sealed record SourceLocation(SourcePath Path, int Line, int Column, int Length, string? LineText)
{
    public static SourceLocation Start(SourcePath path) => new(path, 1, 1, 1, null);

    public static SourceLocation Of(SourceFile file, SourceSpan span)
    {
        if (file.Text is not { } text) return Start(file.Path);
        var position = text.PositionAt(span.Start);
        var line = text.Line(position.Line);
        var length = Math.Clamp(span.Length, 1, Math.Max(1, line.Length - position.Column + 1));
        return new(file.Path, position.Line, position.Column, length, line);
    }
}
