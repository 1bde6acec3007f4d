using System.Globalization;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// A text writer that keeps what it is given in one stretch, to be looked at without a copy and used again. A
/// <see cref="StringWriter"/> by name only: Markdig's renderers can be used again with no other.
/// </summary>
internal sealed class CharBuffer() : StringWriter(CultureInfo.InvariantCulture)
{
    private char[] _characters = new char[16 * 1024];

    public int Length { get; private set; }

    /// <summary>Good until the next write.</summary>
    public ReadOnlySpan<char> Written => _characters.AsSpan(0, Length);

    /// <summary>Forgets what stands after the first <paramref name="length"/> characters.</summary>
    public void Truncate(int length) => Length = length;

    public override void Write(char value)
    {
        if (Length == _characters.Length)
            Grow(1);
        _characters[Length++] = value;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (Length + buffer.Length > _characters.Length)
            Grow(buffer.Length);
        buffer.CopyTo(_characters.AsSpan(Length));
        Length += buffer.Length;
    }

    private void Grow(int more) => Array.Resize(ref _characters, Math.Max(_characters.Length * 2, Length + more));
}
