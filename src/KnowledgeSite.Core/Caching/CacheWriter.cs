using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace KnowledgeSite.Caching;

/// <summary>
/// Writes values in a compact form that <see cref="CacheReader"/> reads in the same order. Every value of variable
/// length is preceded by its length.
/// </summary>
internal sealed class CacheWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Clear() => _bytes.ResetWrittenCount();

    public void Write(bool value) => Write(value ? 1 : 0);

    /// <summary>Writes small numbers in one byte.</summary>
    public void Write(int value)
    {
        var rest = (uint)((value << 1) ^ (value >> 31));
        var bytes = _bytes.GetSpan(5);
        var length = 0;
        for (; rest >= 0x80; rest >>= 7)
            bytes[length++] = (byte)(rest | 0x80);
        bytes[length++] = (byte)rest;
        _bytes.Advance(length);
    }

    public void Write(int? value)
    {
        Write(value is not null);
        if (value is { } number)
            Write(number);
    }

    public void Write(bool? value) =>
        Write(
            value is { } truth
                ? truth
                    ? 1
                    : 0
                : -1
        );

    public void Write(CacheKey value)
    {
        value.Write(_bytes.GetSpan(CacheKey.Size));
        _bytes.Advance(CacheKey.Size);
    }

    public void Write(ReadOnlySpan<byte> value)
    {
        Write(value.Length);
        _bytes.Write(value);
    }

    /// <summary>Writes UTF-8, or UTF-16 for a text that is not valid Unicode.</summary>
    public void Write(string? value)
    {
        if (value is null)
        {
            Write(-1);
            return;
        }

        if (Ascii.IsValid(value) || IsUnicode(value))
        {
            Write(Encoding.UTF8.GetByteCount(value));
            Encoding.UTF8.GetBytes(value, _bytes);
            return;
        }

        Write(-2);
        Write(MemoryMarshal.AsBytes(value.AsSpan()));
    }

    public void WriteList<T>(IReadOnlyCollection<T> values, Action<CacheWriter, T> write)
    {
        Write(values.Count);
        foreach (var value in values)
            write(this, value);
    }

    /// <summary>Writes whether there is a value, and the value.</summary>
    public void WriteOptional<T>(T? value, Action<CacheWriter, T> write)
        where T : class
    {
        Write(value is not null);
        if (value is not null)
            write(this, value);
    }

    /// <summary>False for a text with half a surrogate pair, which UTF-8 cannot hold.</summary>
    private static bool IsUnicode(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune == Rune.ReplacementChar)
                return false;
        return true;
    }
}
