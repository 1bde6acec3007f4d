using System.Runtime.InteropServices;
using System.Text;

namespace KnowledgeSite.Caching;

/// <summary>Reads the values that a <see cref="CacheWriter"/> wrote, in the same order.</summary>
internal sealed class CacheReader(ReadOnlyMemory<byte> bytes)
{
    private int _position;

    public bool ReadBool() => ReadInt() != 0;

    public int ReadInt()
    {
        var span = bytes.Span;
        var value = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var part = span[_position++];
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
                return (int)(value >> 1) ^ -(int)(value & 1);
        }
    }

    public int? ReadOptionalInt() => ReadBool() ? ReadInt() : null;

    public bool? ReadOptionalBool() => ReadInt() is >= 0 and var value ? value != 0 : null;

    public CacheKey ReadKey() => CacheKey.Read(ReadSpan(CacheKey.Size));

    public byte[] ReadBytes() => ReadSpan(ReadInt()).ToArray();

    public string? ReadOptionalText() =>
        ReadInt() switch
        {
            -1 => null,
            -2 => new(MemoryMarshal.Cast<byte, char>(ReadSpan(ReadInt()))),
            var length => Encoding.UTF8.GetString(ReadSpan(length)),
        };

    public string ReadText() => ReadOptionalText()!;

    public T[] ReadList<T>(Func<CacheReader, T> read)
    {
        var count = ReadInt();
        if (count == 0)
            return [];
        var values = new T[count];
        for (var i = 0; i < values.Length; i++)
            values[i] = read(this);
        return values;
    }

    public T? ReadOptional<T>(Func<CacheReader, T> read)
        where T : class => ReadBool() ? read(this) : null;

    private ReadOnlySpan<byte> ReadSpan(int length)
    {
        var part = bytes.Span.Slice(_position, length);
        _position += length;
        return part;
    }
}
