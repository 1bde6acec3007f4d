using System.Net;
using System.Text;
using KnowledgeSite.Content;

namespace KnowledgeSite.Search.Indexing;

/// <summary>
/// Reads the text of a page from its HTML, section by section; each heading with an id begins a section. Elements with
/// the class <c>no-search</c> are skipped; for a heading with this class, everything up to the next heading of the same
/// or a higher level is skipped. Reusable for the next page.
/// </summary>
internal sealed class SectionReader
{
    private readonly List<LinkWords> _links = [];
    private byte[] _html = [];
    private PageBody? _body;

    /// <summary>The position up to which the HTML is read, and the index of the next tag.</summary>
    private int _at;
    private int _tag;
    private int _slot;
    private char[] _text = new char[8 * 1024];
    private int _length;
    private int _headingEnd;
    private string _nextAnchor = "";
    private int _nextLevel;
    private int _leftOutLevel;
    private bool _ended;

    private static ReadOnlySpan<byte> LeftOutClass => "no-search"u8;

    /// <summary>The id of the heading; empty for the text before the first heading.</summary>
    public string Anchor { get; private set; } = "";

    public ReadOnlySpan<char> Heading => _text.AsSpan(0, _headingEnd);

    public ReadOnlySpan<char> Text => _text.AsSpan(_headingEnd.._length);

    public IReadOnlyList<LinkWords> Links => _links;

    public ReadOnlySpan<char> TextOf(LinkWords link) => _text.AsSpan(link.Start..link.End);

    public void Begin(PageBody body)
    {
        _body = body;
        _html = body.Html.Utf8;
        _at = 0;
        _tag = 0;
        _slot = 0;
        _nextAnchor = "";
        _nextLevel = 0;
        _leftOutLevel = 0;
        _ended = false;
    }

    public bool MoveNext()
    {
        while (!_ended)
        {
            var isLeftOut = _leftOutLevel > 0;
            ReadSection();
            if (!isLeftOut)
                return true;
        }

        return false;
    }

    private void ReadSection()
    {
        Anchor = _nextAnchor;
        _length = 0;
        _headingEnd = 0;
        _links.Clear();
        if (_nextLevel > 0)
            ReadHeading();
        while (_at < _html.Length)
        {
            if (!ReadText())
                return;
            var tag = Tag;
            if (tag.HeadingLevel is { } level and > 0 && !tag.IsEnd && Body.GetAttribute(tag, "id"u8) is { } id)
            {
                BeginNext(tag, level, id);
                return;
            }

            ReadTag(tag);
        }

        _ended = true;
    }

    private BodyHtml Body => _body!.Html;

    private BodyTag Tag => Body.Tags[_tag];

    /// <summary>Continues after a tag.</summary>
    private void Skip(int tag)
    {
        _at = Body.Tags[tag].End;
        _tag = tag + 1;
    }

    private void BeginNext(BodyTag tag, int level, string id)
    {
        _nextAnchor = id;
        _nextLevel = level;
        Skip(_tag);
        if (_leftOutLevel > 0 && level <= _leftOutLevel)
            _leftOutLevel = 0;
        if (_leftOutLevel == 0 && Body.HasClass(tag, LeftOutClass))
            _leftOutLevel = level;
    }

    private void ReadHeading()
    {
        while (_at < _html.Length && ReadText())
        {
            var tag = Tag;
            if (tag is { IsEnd: true, HeadingLevel: > 0 })
            {
                Skip(_tag);
                break;
            }

            ReadTag(tag);
        }

        _headingEnd = _length;
    }

    /// <summary>Reads text up to the next tag; returns false at the end.</summary>
    private bool ReadText()
    {
        var end = _tag < Body.Tags.Length ? Tag.Start : _html.Length;
        Append(_html.AsSpan(_at..end));
        _at = end;
        _ended |= _tag == Body.Tags.Length;
        return !_ended;
    }

    private void ReadTag(BodyTag tag)
    {
        if (tag is { IsEnd: false, Name: "math" })
        {
            ReadFormula(tag);
            return;
        }

        var link = LinkIn(tag);
        if (!tag.IsInline)
            AppendSpace();
        Skip(!tag.IsEnd && Body.HasClass(tag, LeftOutClass) ? Body.FindLastTag(_tag) : _tag);
        if (link is not { } number)
            return;

        var start = _length;
        while (ReadText())
        {
            var inside = Tag;
            Skip(_tag);
            if (inside is { IsEnd: true, Name: "a" })
                break;
        }

        _links.Add(new(number, start, _length));
    }

    /// <summary>Reads the TeX of a formula, as its author wrote it.</summary>
    private void ReadFormula(BodyTag tag)
    {
        if (Body.FindAttribute(tag, "alttext"u8) is not { } tex)
        {
            Skip(_tag);
            return;
        }

        var mark = Body.FindAttribute(tag, "display"u8) is null ? "$"u8 : "$$"u8;
        Append(mark);
        Append(_html.AsSpan(tex.Start..tex.End));
        Append(mark);
        Skip(Body.FindLastTag(_tag));
    }

    /// <summary>The number of the link whose address the tag contains; null if it has none.</summary>
    private int? LinkIn(BodyTag tag)
    {
        var slots = _body!.Html.Slots;
        while (_slot < slots.Length && slots[_slot].Position <= tag.Start)
            _slot++;
        if (_slot == slots.Length || slots[_slot].Position >= tag.End || tag is not { IsEnd: false, Name: "a" })
            return null;
        return slots[_slot].Link;
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOf((byte)'&');
            if (plain < 0)
                plain = text.Length;
            EnsureCapacity(plain + 16);
            _length += Encoding.UTF8.GetChars(text[..plain], _text.AsSpan(_length));
            text = text[plain..];
            if (!text.IsEmpty)
                text = text[AppendReference(text)..];
        }
    }

    /// <summary>Decodes a character reference such as <c>&amp;amp;</c>.</summary>
    private int AppendReference(ReadOnlySpan<byte> text)
    {
        var end = text[..Math.Min(text.Length, 40)].IndexOf((byte)';');
        var written = end < 0 ? "&" : WebUtility.HtmlDecode(Encoding.UTF8.GetString(text[..(end + 1)]));
        EnsureCapacity(written.Length);
        written.CopyTo(_text.AsSpan(_length));
        _length += written.Length;
        return end < 0 ? 1 : end + 1;
    }

    private void AppendSpace()
    {
        EnsureCapacity(1);
        _text[_length++] = ' ';
    }

    private void EnsureCapacity(int more)
    {
        if (_length + more > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + more));
    }
}

/// <summary>The range of a link's text in the text of its section.</summary>
/// <param name="Link">The index of the link in <see cref="PageBody.Links"/>.</param>
internal readonly record struct LinkWords(int Link, int Start, int End);
