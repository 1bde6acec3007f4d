namespace KnowledgeSite.Sources;

/// <summary>
/// Reads regular files only. Opening a named pipe would block until there is a writer, and a device may have no end.
/// </summary>
internal static class RegularFile
{
    /// <exception cref="IOException">The file cannot be read, or is a pipe, a socket or a device.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    public static byte[] Read(string path)
    {
        if (OperatingSystem.IsWindows() || new FileInfo(path) is { Exists: false } or { Length: > 0 })
            return File.ReadAllBytes(path);

        // Pipes, sockets and devices have length 0. Opening a pipe for reading and writing does not block.
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            var length = RandomAccess.GetLength(handle);
            return length == 0 ? [] : File.ReadAllBytes(path);
        }
        catch (NotSupportedException)
        {
            throw new IOException("it is a pipe or a device, not a regular file");
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }
}
