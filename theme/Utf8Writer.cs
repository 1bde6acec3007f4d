using System.Buffers;
using System.Text;
using KnowledgeSite.Rendering;

namespace KnowledgeSite.Theme;

/// <summary>
/// A text writer that writes UTF-8 directly into a buffer. The text and the sidebar of a page are already in UTF-8: the
/// components <see cref="Templates.ArticleBody"/> and <see cref="Templates.PageSidebar"/> only write a placeholder, and
/// this writer copies the bytes to its place.
/// </summary>
/// <param name="view">The page that is rendered.</param>
internal sealed class Utf8Writer(IBufferWriter<byte> output, PageView view) : TextWriter
{
    /// <summary>
    /// What <see cref="Templates.ArticleBody"/> writes. It is compared by reference, so that no text of a page can be
    /// taken for it.
    /// </summary>
    public static readonly string BodyPlaceholder = new("body".AsSpan());

    /// <summary>What <see cref="Templates.PageSidebar"/> writes.</summary>
    public static readonly string SidebarPlaceholder = new("sidebar".AsSpan());

    private readonly char[] _pending = ArrayPool<char>.Shared.Rent(4096);
    private int _count;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (_count == _pending.Length)
            Flush();
        _pending[_count++] = value;
    }

    public override void Write(string? value)
    {
        if (ReferenceEquals(value, BodyPlaceholder))
            WriteBody();
        else if (ReferenceEquals(value, SidebarPlaceholder))
            WriteSidebar();
        else if (value is not null)
            Write(TemplateLiteral.Unindent(value).AsSpan());
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (buffer.Length > 0)
        {
            if (_count == _pending.Length)
                Flush();
            var part = Math.Min(buffer.Length, _pending.Length - _count);
            buffer[..part].CopyTo(_pending.AsSpan(_count));
            _count += part;
            buffer = buffer[part..];
        }
    }

    public override void Flush()
    {
        // Keep a high surrogate at the end of the buffer until its low surrogate arrives.
        var keep = _count > 0 && char.IsHighSurrogate(_pending[_count - 1]) ? 1 : 0;
        Encode(_pending.AsSpan(0, _count - keep));
        if (keep == 1)
            _pending[0] = _pending[_count - 1];
        _count = keep;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Encode(_pending.AsSpan(0, _count));
            ArrayPool<char>.Shared.Return(_pending);
        }

        base.Dispose(disposing);
    }

    private void WriteBody()
    {
        Flush();
        (view as ArticleView)?.WriteBody(output);
    }

    private void WriteSidebar()
    {
        if (view.Frame.Sidebar is not { } sidebar)
            return;
        Flush();
        SidebarHtml.Render(sidebar, view.Frame).WriteTo(view.Frame, output);
    }

    private void Encode(ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
            return;
        var span = output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        output.Advance(Encoding.UTF8.GetBytes(text, span));
    }
}
