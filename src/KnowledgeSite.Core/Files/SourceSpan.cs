namespace KnowledgeSite.Files;

/// <summary>A range of a source text: offset and length in UTF-16 code units from the start of the file.</summary>
public readonly record struct SourceSpan(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>A value that an author wrote, with its position in the file, so that later steps can report it.</summary>
public sealed record Located<T>(T Value, SourceSpan Span);
