using System.Text;
using KnowledgeSite.Content.Markup;

namespace KnowledgeSite.Content;

/// <summary>
/// A tag in the HTML of a page's text. The tags are listed once, when the text is rendered, for everything that needs
/// the structure of the text later: search, links to terms, included sections, comparisons.
/// </summary>
/// <param name="Start">The offset of its <c>&lt;</c>.</param>
/// <param name="End">The offset after its <c>&gt;</c>.</param>
/// <param name="Close">Of a start tag: the index of the end tag in <see cref="BodyHtml.Tags"/>, or -1 if there is none.
/// </param>
/// <param name="Element">The index of its name in the table of known names; 0 for an unknown name.</param>
internal readonly record struct BodyTag(int Start, int End, int Close, byte Element, bool IsEnd)
{
    /// <summary>The name of the element in lower case; empty for an unknown name and for a comment.</summary>
    public string Name => BodyTags.Names[Element];

    /// <summary>1 to 6 for <c>h1</c> to <c>h6</c>; 0 for all others.</summary>
    internal int HeadingLevel => Name is ['h', >= '1' and <= '6'] name ? name[1] - '0' : 0;

    /// <summary>Letters before and after the tag belong to one word.</summary>
    internal bool IsInline => BodyTags.Inline[Element];

    /// <summary>The element holds nothing and has no end tag.</summary>
    internal bool IsVoid => BodyTags.Void[Element];
}

/// <summary>Lists the tags of HTML that the renderer or the sanitizer wrote, which is well-formed.</summary>
internal static class BodyTags
{
    /// <summary>The known names. A tag holds the index of its name here.</summary>
    public static readonly string[] Names =
    [
        "",
        .. HtmlElements.Known.Union(HtmlAllowList.Svg).Order(StringComparer.Ordinal),
    ];

    /// <summary>The elements that do not end a word.</summary>
    public static readonly bool[] Inline = Table(
        "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr"
    );

    public static readonly bool[] Void = Table(string.Join(' ', HtmlElements.Void));

    /// <summary>Only sites that allow scripts or styles have them. Their text holds no tags.</summary>
    private static readonly bool[] RawText = Table("script style");

    private static readonly Dictionary<ulong, byte> Numbers = Enumerable
        .Range(1, Names.Length - 1)
        .ToDictionary(i => Hash(Encoding.ASCII.GetBytes(Names[i])), i => checked((byte)i));

    [ThreadStatic]
    private static List<BodyTag>? _tags;

    [ThreadStatic]
    private static Stack<int>? _open;

    /// <summary>For each element, whether it is one of these names.</summary>
    public static bool[] Table(string names)
    {
        var wanted = names.Split(' ').ToHashSet(StringComparer.Ordinal);
        return [.. Names.Select(wanted.Contains)];
    }

    public static BodyTag[] Read(ReadOnlySpan<byte> html)
    {
        var tags = _tags ??= [];
        var open = _open ??= [];
        tags.Clear();
        open.Clear();
        for (var at = 0; html[at..].IndexOf((byte)'<') is >= 0 and var found; )
        {
            var tag = ReadTag(html, at + found);
            at = tag.End;
            if (tag.IsEnd)
                Close(tags, open, tag.Element);
            else if (!tag.IsVoid && html[tag.End - 2] != '/' && html[tag.Start + 1] is not ((byte)'!' or (byte)'?'))
                open.Push(tags.Count);
            tags.Add(tag);
            if (!tag.IsEnd && RawText[tag.Element])
                at += Math.Max(0, html[at..].IndexOf("</"u8));
        }

        return [.. tags];
    }

    private static void Close(List<BodyTag> tags, Stack<int> open, byte element)
    {
        if (open.Count == 0 || (tags[open.Peek()].Element != element && !open.Any(i => tags[i].Element == element)))
            return;
        int start;
        do start = open.Pop();
        while (tags[start].Element != element);
        tags[start] = tags[start] with { Close = tags.Count };
    }

    private static BodyTag ReadTag(ReadOnlySpan<byte> html, int start)
    {
        var rest = html[start..];
        if (rest.StartsWith("<!--"u8))
            return new(start, rest.IndexOf("-->"u8) is >= 0 and var end ? start + end + 3 : html.Length, -1, 0, false);
        var isEnd = rest is [_, (byte)'/', ..];
        var name = rest[(isEnd ? 2 : 1)..];
        var length = name.IndexOfAny(" \t\n\f\r/>"u8);
        return new(start, start + Length(rest), -1, NumberOf(name[..Math.Max(0, length)]), isEnd);
    }

    /// <summary>The length of the tag. A value in quotation marks may hold its end.</summary>
    private static int Length(ReadOnlySpan<byte> rest)
    {
        for (var at = 1; rest[at..].IndexOfAny((byte)'>', (byte)'"', (byte)'\'') is >= 0 and var found; )
        {
            at += found;
            if (rest[at] == '>')
                return at + 1;
            var length = rest[(at + 1)..].IndexOf(rest[at]);
            if (length < 0)
                break;
            at += length + 2;
        }

        return rest.Length;
    }

    private static byte NumberOf(ReadOnlySpan<byte> name) =>
        Numbers.TryGetValue(Hash(name), out var number) && Ascii.Equals(name, Names[number]) ? number : (byte)0;

    private static ulong Hash(ReadOnlySpan<byte> name)
    {
        var hash = 0UL;
        foreach (var letter in name)
            hash = (hash * 31) + letter;
        return hash;
    }

    /// <summary>
    /// The offsets in a tag of an attribute's value, which is in double quotes as our own renderers write it; null if
    /// none.
    /// </summary>
    public static (int Start, int End)? FindValue(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name)
    {
        for (var from = 0; tag[from..].IndexOf(name) is >= 0 and var found; from += found + 1)
        {
            var start = from + found + name.Length + 2;
            if (
                tag[from + found - 1] is not ((byte)' ' or (byte)'\n')
                || tag[(start - 2)..] is not [(byte)'=', (byte)'"', ..]
            )
                continue;
            var length = tag[start..].IndexOf((byte)'"');
            return length < 0 ? null : (start, start + length);
        }

        return null;
    }
}
