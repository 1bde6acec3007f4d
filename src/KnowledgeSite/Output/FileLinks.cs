using System.Runtime.InteropServices;

namespace KnowledgeSite.Output;

/// <summary>
/// Two things that the base library has no call for: a hard link, and two folders exchanged in one step.
/// </summary>
internal static partial class FileLinks
{
    private const int CurrentFolder = -100;
    private const uint Exchange = 2;

    /// <summary>
    /// Makes <paramref name="path"/> a second name of <paramref name="existing"/>, or a copy with its time where that
    /// cannot be.
    /// </summary>
    public static void LinkOrCopy(string existing, string path)
    {
        if (new FileInfo(existing).LinkTarget is { } target)
        {
            File.CreateSymbolicLink(path, target);
            return;
        }

        if (OperatingSystem.IsWindows() ? CreateHardLink(path, existing, 0) : link(existing, path) == 0)
            return;
        File.Copy(existing, path);
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(existing));
    }

    /// <summary>
    /// Puts the folder <paramref name="next"/> in the place of <paramref name="current"/> and the other way round. In
    /// one step on Linux and macOS; elsewhere through <paramref name="aside"/>, which <see cref="Recover"/> puts back
    /// after an interruption.
    /// </summary>
    public static void Swap(string next, string current, string aside)
    {
        if (TryExchange(next, current))
            return;
        Directory.Move(current, aside);
        Directory.Move(next, current);
        Directory.Move(aside, next);
    }

    /// <summary>Puts the last site back that an interrupted <see cref="Swap"/> had set aside.</summary>
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
