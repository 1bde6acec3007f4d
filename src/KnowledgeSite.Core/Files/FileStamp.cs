using System.Runtime.InteropServices;

namespace KnowledgeSite.Files;

/// <summary>
/// Tells without reading it whether a file or a folder is the one that was seen before. Programs can set the time of
/// the last change of the content, but not <paramref name="Changed"/>, and the number tells a file from another one
/// with the same name.
/// </summary>
/// <param name="Number">The number of the file in its file system (inode).</param>
/// <param name="Mode">The type of the file and its permissions.</param>
/// <param name="Modified">When the content was changed, in nanoseconds.</param>
/// <param name="Changed">When the content, a name or a permission was changed, in nanoseconds.</param>
internal readonly partial record struct FileStamp(ulong Number, int Mode, long Length, long Modified, long Changed)
{
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const uint BasicStats = 0x7FF;
    private const int TypeMask = 0xF000;

    /// <summary>False on systems where stamps cannot be read. Files are then compared by their bytes.</summary>
    public static bool IsSupported { get; } = OperatingSystem.IsLinux() && Read("/") is not null;

    public bool IsFile => (Mode & TypeMask) == 0x8000;

    public bool IsFolder => (Mode & TypeMask) == 0x4000;

    /// <summary>The stamp of a file, a folder or a link; null if there is none at this path.</summary>
    public static FileStamp? Read(string path)
    {
        try
        {
            return statx(CurrentFolder, path, NoFollow, BasicStats, out var found) == 0
                ? new(
                    found.Number,
                    found.Mode,
                    (long)found.Length,
                    found.Modified.Nanoseconds,
                    found.Changed.Nanoseconds
                )
                : null;
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    /// <summary>True if only names and permissions may have changed since, such as by a further link to the
    /// file.</summary>
    public bool HasSameContentAs(FileStamp other) =>
        Number == other.Number && Length == other.Length && Modified == other.Modified;

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int statx(int folder, string path, int flags, uint mask, out Stats stats);

    /// <summary>The start of <c>struct statx</c>, which is the same on all kinds of machines.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct Stats
    {
        [FieldOffset(28)]
        public readonly ushort Mode;

        [FieldOffset(32)]
        public readonly ulong Number;

        [FieldOffset(40)]
        public readonly ulong Length;

        [FieldOffset(96)]
        public readonly Time Changed;

        [FieldOffset(112)]
        public readonly Time Modified;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        private readonly long _seconds;
        private readonly uint _nanoseconds;
        private readonly int _reserved;

        public long Nanoseconds => (_seconds * 1_000_000_000) + _nanoseconds;
    }
}
