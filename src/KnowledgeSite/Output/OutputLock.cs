namespace KnowledgeSite.Output;

/// <summary>
/// Holds an output folder for one build. The operating system lets go of the file when the process ends, however it
/// ends.
/// </summary>
internal sealed class OutputLock : IDisposable
{
    private readonly FileStream _file;

    private OutputLock(FileStream file) => _file = file;

    /// <summary>Null where another build holds the folder.</summary>
    public static OutputLock? TryTake(OutputPaths paths)
    {
        try
        {
            return new(
                new FileStream(
                    paths.Lock,
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    1,
                    FileOptions.DeleteOnClose
                )
            );
        }
        catch (IOException) when (File.Exists(paths.Lock))
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
