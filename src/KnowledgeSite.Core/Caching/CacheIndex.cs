using System.Buffers.Binary;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace KnowledgeSite.Caching;

/// <summary>
/// The layout of a cache's file: a line for people, the bytes of the results, the index, and an end of fixed size. The
/// index has an entry for each result: its key, offset, length, checksum and age. The end names the tool that wrote the
/// file, the place of the index and its hash, so a file that was not completed is never read.
/// </summary>
internal static class CacheIndex
{
    private const int EntrySize = CacheKey.Size + 8 + 4 + 8 + 1;
    private const int HashSize = 16;
    private const int EndSize = CacheKey.Size + 8 + 4 + HashSize;

    /// <summary>The start of the file. It changes when the layout does.</summary>
    public static ReadOnlySpan<byte> Start => "KnowledgeSite cache 1. This file can be deleted.\n"u8;

    /// <summary>The entries by key; null if the file is damaged, or if another tool wrote it.</summary>
    public static Dictionary<CacheKey, CacheEntry>? Read(SafeFileHandle file, CacheKey tool)
    {
        var length = RandomAccess.GetLength(file);
        if (length < Start.Length + EndSize || !Bytes(file, 0, Start.Length).AsSpan().SequenceEqual(Start))
            return null;
        var end = Bytes(file, length - EndSize, EndSize);
        var offset = BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(CacheKey.Size));
        var count = BinaryPrimitives.ReadInt32LittleEndian(end.AsSpan(CacheKey.Size + 8));
        if (
            CacheKey.Read(end) != tool
            || count < 0
            || offset < Start.Length
            || offset + ((long)count * EntrySize) != length - EndSize
        )
            return null;
        var index = Bytes(file, offset, count * EntrySize);
        if (!end.AsSpan(^HashSize..).SequenceEqual(Hash(index, end.AsSpan(..^HashSize))))
            return null;
        var entries = new Dictionary<CacheKey, CacheEntry>(count);
        for (var i = 0; i < count; i++)
        {
            var bytes = index.AsSpan(i * EntrySize, EntrySize);
            var entry = new CacheEntry(
                BinaryPrimitives.ReadInt64LittleEndian(bytes[CacheKey.Size..]),
                BinaryPrimitives.ReadInt32LittleEndian(bytes[(CacheKey.Size + 8)..]),
                BinaryPrimitives.ReadUInt64LittleEndian(bytes[(CacheKey.Size + 12)..]),
                bytes[CacheKey.Size + 20]
            );
            entries[CacheKey.Read(bytes)] = entry;
        }

        return entries;
    }

    /// <param name="offset">The end of the results, where the index is written.</param>
    public static void Write(
        SafeFileHandle file,
        long offset,
        IReadOnlyCollection<KeyValuePair<CacheKey, CacheEntry>> entries,
        CacheKey tool
    )
    {
        var bytes = new byte[(entries.Count * EntrySize) + EndSize];
        var at = 0;
        foreach (var (key, entry) in entries)
        {
            key.Write(bytes.AsSpan(at));
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at + CacheKey.Size), entry.Offset);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + CacheKey.Size + 8), entry.Length);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at + CacheKey.Size + 12), entry.Checksum);
            bytes[at + CacheKey.Size + 20] = (byte)entry.Age;
            at += EntrySize;
        }

        tool.Write(bytes.AsSpan(at));
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at + CacheKey.Size), offset);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + CacheKey.Size + 8), entries.Count);
        Hash(bytes.AsSpan(..at), bytes.AsSpan(at..^HashSize)).CopyTo(bytes.AsSpan(^HashSize..));
        RandomAccess.Write(file, bytes, offset);
    }

    private static byte[] Hash(ReadOnlySpan<byte> index, ReadOnlySpan<byte> end)
    {
        var hash = new XxHash128();
        hash.Append(index);
        hash.Append(end);
        return hash.GetHashAndReset();
    }

    /// <exception cref="EndOfStreamException">The file is shorter.</exception>
    private static byte[] Bytes(SafeFileHandle file, long offset, int length)
    {
        var bytes = new byte[length];
        return RandomAccess.Read(file, bytes, offset) == length ? bytes : throw new EndOfStreamException();
    }
}
