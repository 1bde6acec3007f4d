namespace KnowledgeSite.Output;

/// <summary>A file that this tool did not make stands where one of the site's should be.</summary>
internal sealed class ForeignFileException(string file) : Exception(file)
{
    /// <summary>Relative to the output folder.</summary>
    public string File { get; } = file;
}
