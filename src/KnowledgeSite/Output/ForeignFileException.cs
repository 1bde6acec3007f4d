namespace KnowledgeSite.Output;

/// <summary>
/// The exception for a file in the output folder that would be overwritten although this tool did not create it.
/// </summary>
internal sealed class ForeignFileException(string file) : Exception(file)
{
    /// <summary>The path relative to the output folder.</summary>
    public string File { get; } = file;
}
