using System.Net;
using System.Text;

namespace KnowledgeSite.Content;

/// <summary>A tag or a comment in HTML that is known to be well formed.</summary>
/// <param name="Start">Where its <c>&lt;</c> stands.</param>
/// <param name="End">What follows its <c>&gt;</c>.</param>
internal readonly ref struct HtmlTagReader
{
    /// <summary>Names of at most eight letters, packed into a number each.</summary>
    private static readonly ulong[] Inline =
    [
        .. "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr"
            .Split(' ')
            .Select(n => Packed(Encoding.ASCII.GetBytes(n))),
    ];

    /// <summary>Nothing stands in them and no end tag follows (HTML, 13.1.2).</summary>
    private static readonly ulong[] Void =
    [
        .. "area br col embed hr img input link meta source track wbr"
            .Split(' ')
            .Select(n => Packed(Encoding.ASCII.GetBytes(n))),
    ];

    private readonly ReadOnlySpan<byte> _html;
    private readonly ulong _packed;

    private HtmlTagReader(ReadOnlySpan<byte> html, int start, int end)
    {
        _html = html;
        Start = start;
        End = end;
        IsEnd = start + 1 < html.Length && html[start + 1] == '/';
        var name = html[(start + (IsEnd ? 2 : 1))..end];
        var length = name.IndexOfAny(" \t\n\f\r/>"u8);
        Name = length < 0 ? name : name[..length];
        _packed = Name.Length <= sizeof(ulong) ? Packed(Name) : 0;
    }

    public int Start { get; }

    public int End { get; }

    public bool IsEnd { get; }

    public ReadOnlySpan<byte> Name { get; }

    /// <summary>1 to 6 for <c>h1</c> to <c>h6</c>; 0 for all others.</summary>
    public int HeadingLevel => _packed is > ('h' << 8) + '0' and <= ('h' << 8) + '6' ? (int)(_packed & 0xff) - '0' : 0;

    /// <summary>Letters before and after it belong to one word.</summary>
    public bool IsInline => Inline.AsSpan().Contains(_packed);

    public static HtmlTagReader At(ReadOnlySpan<byte> html, int start)
    {
        var rest = html[start..];
        if (rest.StartsWith("<!--"u8))
            return new(
                html,
                start,
                rest[4..].IndexOf("-->"u8) is >= 0 and var length ? start + 4 + length + 3 : html.Length
            );
        for (var at = 1; rest[at..].IndexOfAny((byte)'>', (byte)'"', (byte)'\'') is >= 0 and var found; )
        {
            at += found;
            if (rest[at] == '>')
                return new(html, start, start + at + 1);
            var length = rest[(at + 1)..].IndexOf(rest[at]);
            if (length < 0)
                break;
            at += length + 2;
        }

        return new(html, start, html.Length);
    }

    /// <summary>The value of an attribute in quotation marks, as our own renderers write them.</summary>
    public string? Attribute(ReadOnlySpan<byte> name)
    {
        var tag = _html[Start..End];
        for (var from = 0; tag[from..].IndexOf(name) is >= 0 and var found; from += found + 1)
        {
            var at = from + found;
            var value = tag[(at + name.Length)..];
            if (tag[at - 1] != ' ' || value is not [(byte)'=', (byte)'"', ..])
                continue;
            var end = value[2..].IndexOf((byte)'"');
            return end < 0 ? null : WebUtility.HtmlDecode(Encoding.UTF8.GetString(value.Slice(2, end)));
        }

        return null;
    }

    public bool HasClass(ReadOnlySpan<byte> name) =>
        _html[Start..End].IndexOf(name) >= 0
        && Attribute("class"u8)?.Split(' ').Contains(Encoding.UTF8.GetString(name), StringComparer.Ordinal) == true;

    /// <summary>What follows the end tag of the element that this tag begins.</summary>
    public int EndOfElement()
    {
        if (Void.AsSpan().Contains(_packed))
            return End;
        var open = 1;
        for (var at = End; _html[at..].IndexOf((byte)'<') is >= 0 and var found; )
        {
            var tag = At(_html, at + found);
            if (tag.Name.SequenceEqual(Name))
                open += tag.IsEnd ? -1 : 1;
            if (open == 0)
                return tag.End;
            at = tag.End;
        }

        return _html.Length;
    }

    private static ulong Packed(ReadOnlySpan<byte> name)
    {
        var packed = 0UL;
        foreach (var letter in name)
            packed = (packed << 8) | letter;
        return packed;
    }
}
