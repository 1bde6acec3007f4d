namespace KnowledgeSite.Output;

/// <summary>
/// Locks an output folder for one build. The operating system releases the file when the process ends, even after a
/// crash.
/// </summary>
internal sealed class OutputLock : IDisposable
{
    private readonly FileStream _file;

    private OutputLock(FileStream file) => _file = file;

    /// <summary>Takes the lock; returns null if another build holds it.</summary>
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
