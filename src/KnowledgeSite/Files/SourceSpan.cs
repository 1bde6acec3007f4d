namespace KnowledgeSite.Files;

/// <summary>A stretch of a source text: offset and length in UTF-16 units from the start of the whole file.</summary>
public readonly record struct SourceSpan(int Start, int Length)
{
    public int End => Start + Length;
}
