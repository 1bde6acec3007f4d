using System.Buffers;
using System.IO.Compression;

namespace KnowledgeSite.Ladders;

/// <summary>
/// Rewrites a zip file so that its bytes depend only on its contents: entries are sorted by name and have the same
/// time.
/// </summary>
internal static class DeterministicZip
{
    /// <summary>The earliest time that the format supports.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Copy(Stream zip, IBufferWriter<byte> output)
    {
        using var copy = new MemoryStream();
        using (var from = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in from.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
                Copy(entry, to);
        output.Write(copy.GetBuffer().AsSpan(0, (int)copy.Length));
    }

    private static void Copy(ZipArchiveEntry entry, ZipArchive to)
    {
        var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
        (copy.LastWriteTime, copy.ExternalAttributes) = (Time, 0);
        using var source = entry.Open();
        using var target = copy.Open();
        source.CopyTo(target);
    }
}
