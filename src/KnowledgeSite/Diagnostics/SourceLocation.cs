using KnowledgeSite.Files;

namespace KnowledgeSite.Diagnostics;

/// <summary>A place in a source file as an editor names it.</summary>
/// <param name="Line">Counted from one.</param>
/// <param name="Column">Counted from one, in UTF-16 units.</param>
/// <param name="Length">Of the stretch on that line, at least one.</param>
/// <param name="Excerpt">Null where the file has no text to show.</param>
public sealed record SourceLocation(SourcePath Path, int Line, int Column, int Length, SourceExcerpt? Excerpt)
{
    public static SourceLocation Start(SourcePath path) => new(path, 1, 1, 1, null);

    public static SourceLocation Create(SourceFile file, SourceSpan span)
    {
        if (file.Text is not { } text)
            return Start(file.Path);
        var position = text.PositionAt(span.Start);
        var line = text.LineSpan(position.Line);
        var place = line.Start + position.Column - 1;
        var length = Math.Clamp(span.Length, 1, Math.Max(1, line.End - place));
        return new(file.Path, position.Line, position.Column, length, SourceExcerpt.Create(text.Value, line, place));
    }
}
