using System.Buffers;
using KnowledgeSite.Caching;

namespace KnowledgeSite.Output;

/// <summary>The bytes of a file, which may be overwritten when it is written.</summary>
internal sealed class RenderedFile(ReadOnlyMemory<byte> bytes)
{
    public ReadOnlyMemory<byte> Bytes => bytes;

    public FileContent Content => field ??= FileContent.Of(bytes.Span);
}

/// <summary>The length and the hash of a file's bytes, as a cache keeps them.</summary>
internal sealed record FileContent(int Length, CacheKey Hash)
{
    public static FileContent Of(ReadOnlySpan<byte> bytes) => new(bytes.Length, CacheKey.Compute(bytes));

    public void Write(CacheWriter writer)
    {
        writer.Write(Length);
        writer.Write(Hash);
    }

    public static FileContent Read(CacheReader reader) => new(reader.ReadInt(), reader.ReadKey());

    /// <summary>True if the file on disk has this content. It is read, because its time proves nothing.</summary>
    public bool IsIn(string path) => Read(path, Length, found => CacheKey.Compute(found) == Hash);

    /// <summary>
    /// Reads a file of this length and passes its bytes on. Otherwise, and for a link, returns false.
    /// </summary>
    public static bool Read(string path, int length, Func<ReadOnlySpan<byte>, bool> isExpected)
    {
        var info = new FileInfo(path);
        if (!info.Exists || info.Length != length || info.LinkTarget is not null)
            return false;
        using var file = File.OpenHandle(path);
        var buffer = ArrayPool<byte>.Shared.Rent(length + 1);
        try
        {
            var total = 0;
            int read;
            while ((read = RandomAccess.Read(file, buffer.AsSpan(total), total)) > 0)
                total += read;
            return total == length && isExpected(buffer.AsSpan(0, total));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
