namespace KnowledgeSite.Files;

/// <summary>A range of a source text: offset and length in UTF-16 code units from the start of the file.</summary>
public readonly record struct SourceSpan(int Start, int Length)
{
    public int End => Start + Length;
}
