using System.Buffers;
using System.Text;

namespace KnowledgeSite.Word;

/// <summary>
/// The XML of a part while it is written. Its memory is used again for the next part and the next document; a
/// <see cref="StreamWriter"/> would need 80 kB for each.
/// </summary>
internal sealed class XmlBuffer : IDisposable
{
    private char[] _characters = ArrayPool<char>.Shared.Rent(65_536);
    private int _length;

    public void Dispose() => ArrayPool<char>.Shared.Return(_characters);

    public void Write(char character)
    {
        if (_length == _characters.Length)
            Grow(1);
        _characters[_length++] = character;
    }

    public void Write(ReadOnlySpan<char> text)
    {
        if (text.Length > _characters.Length - _length)
            Grow(text.Length);
        text.CopyTo(_characters.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>Writes the XML as UTF-8, and empties the buffer.</summary>
    public void MoveTo(Stream stream)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(_length));
        stream.Write(bytes, 0, Encoding.UTF8.GetBytes(_characters, 0, _length, bytes, 0));
        ArrayPool<byte>.Shared.Return(bytes);
        _length = 0;
    }

    private void Grow(int least)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_characters.Length * 2, _length + least));
        _characters.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_characters);
        _characters = larger;
    }
}
