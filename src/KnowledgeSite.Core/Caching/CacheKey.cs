using System.Buffers.Binary;
using System.IO.Hashing;

namespace KnowledgeSite.Caching;

/// <summary>
/// The key of a result in a <see cref="PersistentCache"/>: a hash of everything that the result depends on (XXH128).
/// </summary>
internal readonly record struct CacheKey(ulong First, ulong Second)
{
    /// <summary>The size in bytes of a stored key.</summary>
    public const int Size = 16;

    /// <summary>
    /// The hash of what was written. The parts need lengths, so that no two inputs are written alike.
    /// </summary>
    public static CacheKey Compute(CacheWriter written) => Compute(written.Written);

    public static CacheKey Compute(ReadOnlySpan<byte> bytes)
    {
        var hash = XxHash128.HashToUInt128(bytes);
        return new((ulong)(hash >> 64), (ulong)hash);
    }

    public static CacheKey Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, First);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Second);
    }
}
