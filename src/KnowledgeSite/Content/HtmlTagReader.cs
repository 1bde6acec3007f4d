using System.Net;
using System.Text;

namespace KnowledgeSite.Content;

/// <summary>A tag or a comment in HTML that is known to be well formed.</summary>
/// <param name="Start">Where its <c>&lt;</c> stands.</param>
/// <param name="End">What follows its <c>&gt;</c>.</param>
internal readonly ref struct HtmlTagReader(ReadOnlySpan<byte> html, int start, int end)
{
    /// <summary>Names of at most eight letters, packed into a number each.</summary>
    private static readonly ulong[] Inline =
        [.. "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr".Split(' ').Select(n => Packed(Encoding.ASCII.GetBytes(n)))];

    private readonly ReadOnlySpan<byte> _html = html;

    public int Start { get; } = start;

    public int End { get; } = end;

    public bool IsEnd => Start + 1 < _html.Length && _html[Start + 1] == '/';

    public ReadOnlySpan<byte> Name
    {
        get
        {
            var name = _html[(Start + (IsEnd ? 2 : 1))..End];
            var length = name.IndexOfAny(" \t\n\f\r/>"u8);
            return length < 0 ? name : name[..length];
        }
    }

    /// <summary>1 to 6 for <c>h1</c> to <c>h6</c>; 0 for all others.</summary>
    public int HeadingLevel => Name is [(byte)'h', >= (byte)'1' and <= (byte)'6'] name ? name[1] - '0' : 0;

    /// <summary>Letters before and after it belong to one word.</summary>
    public bool IsInline => Name.Length <= sizeof(ulong) && Inline.AsSpan().Contains(Packed(Name));

    public static HtmlTagReader At(ReadOnlySpan<byte> html, int start)
    {
        var rest = html[start..];
        if (rest.StartsWith("<!--"u8)) return new(html, start, rest[4..].IndexOf("-->"u8) is >= 0 and var length ? start + 4 + length + 3 : html.Length);
        for (var at = 1; rest[at..].IndexOfAny((byte)'>', (byte)'"', (byte)'\'') is >= 0 and var found;)
        {
            at += found;
            if (rest[at] == '>') return new(html, start, start + at + 1);
            var length = rest[(at + 1)..].IndexOf(rest[at]);
            if (length < 0) break;
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
            if (tag[at - 1] != ' ' || value is not [(byte)'=', (byte)'"', ..]) continue;
            var end = value[2..].IndexOf((byte)'"');
            return end < 0 ? null : WebUtility.HtmlDecode(Encoding.UTF8.GetString(value.Slice(2, end)));
        }

        return null;
    }

    public bool HasClass(string name)
    {
        Span<byte> utf8 = stackalloc byte[name.Length];
        Encoding.ASCII.GetBytes(name, utf8);
        return _html[Start..End].IndexOf(utf8) >= 0 && Attribute("class"u8)?.Split(' ').Contains(name, StringComparer.Ordinal) == true;
    }

    /// <summary>What follows the end tag of the element that this tag begins.</summary>
    public int EndOfElement()
    {
        var open = 1;
        for (var at = End; _html[at..].IndexOf((byte)'<') is >= 0 and var found;)
        {
            var tag = At(_html, at + found);
            if (tag.Name.SequenceEqual(Name)) open += tag.IsEnd ? -1 : 1;
            if (open == 0) return tag.End;
            at = tag.End;
        }

        return _html.Length;
    }

    private static ulong Packed(ReadOnlySpan<byte> name)
    {
        var packed = 0UL;
        foreach (var letter in name) packed = (packed << 8) | letter;
        return packed;
    }
}
