using System.Runtime.InteropServices;

namespace KnowledgeSite.Output;

/// <summary>
/// File system calls that the base class library lacks: hard links, and an atomic exchange of two folders.
/// </summary>
internal static partial class FileLinks
{
    private const int CurrentFolder = -100;
    private const uint Exchange = 2;

    /// <summary>
    /// Creates <paramref name="path"/> as a hard link to <paramref name="existing"/>, or as a copy with the same time
    /// if hard links are not possible. Returns false for a copy.
    /// </summary>
    public static bool LinkOrCopy(string existing, string path)
    {
        if (new FileInfo(existing).LinkTarget is { } target)
        {
            File.CreateSymbolicLink(path, target);
            return true;
        }

        if (TryLink(existing, path))
            return true;
        File.Copy(existing, path);
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(existing));
        return false;
    }

    /// <summary>Creates <paramref name="path"/> as a hard link; returns false if that is not possible.</summary>
    public static bool TryLink(string existing, string path) =>
        OperatingSystem.IsWindows() ? CreateHardLink(path, existing, 0) : link(existing, path) == 0;

    /// <summary>
    /// Exchanges the folders <paramref name="next"/> and <paramref name="current"/>. This is atomic on Linux and macOS;
    /// elsewhere the folders are moved via <paramref name="aside"/>, and <see cref="Recover"/> restores the site after
    /// an interruption.
    /// </summary>
    public static void Swap(string next, string current, string aside)
    {
        if (TryExchange(next, current))
            return;
        Directory.Move(current, aside);
        Directory.Move(next, current);
        Directory.Move(aside, next);
    }

    /// <summary>Restores the last site after an interrupted <see cref="Swap"/>.</summary>
    public static void Recover(string current, string aside)
    {
        if (!Directory.Exists(aside))
            return;
        if (Directory.Exists(current))
            Directory.Delete(aside, recursive: true);
        else
            Directory.Move(aside, current);
    }

    private static bool TryExchange(string a, string b)
    {
        try
        {
            if (OperatingSystem.IsLinux())
                return renameat2(CurrentFolder, a, CurrentFolder, b, Exchange) == 0;
            return OperatingSystem.IsMacOS() && renamex_np(a, b, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int link(string existing, string path);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int renameat2(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int renamex_np(string from, string to, uint flags);

    [LibraryImport(
        "kernel32",
        EntryPoint = "CreateHardLinkW",
        StringMarshalling = StringMarshalling.Utf16,
        SetLastError = true
    )]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateHardLink(string path, string existing, nint security);
}

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
