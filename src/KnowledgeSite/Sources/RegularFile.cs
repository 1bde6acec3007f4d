namespace KnowledgeSite.Sources;

/// <summary>
/// Reads files that are really files. Opening a named pipe would wait for a writer for ever, and a device may never
/// end.
/// </summary>
internal static class RegularFile
{
    /// <exception cref="IOException">The file cannot be read, or it is a pipe, a socket or a device.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static byte[] Read(string path)
    {
        if (OperatingSystem.IsWindows() || new FileInfo(path) is { Exists: false } or { Length: > 0 })
            return File.ReadAllBytes(path);

        // Pipes, sockets and devices have no length. Opened for reading and writing, a pipe does not wait.
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            var length = RandomAccess.GetLength(handle);
            return length == 0 ? [] : File.ReadAllBytes(path);
        }
        catch (NotSupportedException)
        {
            throw new IOException("it is a pipe or a device and not a file");
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }
}
