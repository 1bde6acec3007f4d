using System.Net;
using System.Text;

namespace KnowledgeSite.Content;

/// <summary>
/// The rendered HTML of a page's text, in UTF-8, with slots for what is known only after all pages are read, such as
/// the URLs of links.
/// </summary>
/// <param name="Slots">The slots, sorted by position.</param>
public sealed record BodyHtml(byte[] Utf8, BodySlot[] Slots)
{
    private BodyTag[]? _tags;

    /// <summary>The tags, in the order of the text, read on first use.</summary>
    internal BodyTag[] Tags => _tags ??= BodyTags.Read(Utf8);

    /// <summary>The first slot of the URL of each link; -1 for a link without one.</summary>
    private int[]? _slotOfLink;

    /// <summary>Encodes HTML as UTF-8 and converts the positions of the slots.</summary>
    /// <param name="slots">The slots, with positions in UTF-16 units of <paramref name="html"/>.</param>
    internal static BodyHtml Create(ReadOnlySpan<char> html, IReadOnlyList<BodySlot> slots)
    {
        var utf8 = new byte[Encoding.UTF8.GetByteCount(html)];
        var placed = new BodySlot[slots.Count];
        var characters = 0;
        var bytes = 0;
        for (var i = 0; i < placed.Length; i++)
        {
            bytes += Encoding.UTF8.GetBytes(html[characters..slots[i].Position], utf8.AsSpan(bytes));
            characters = slots[i].Position;
            placed[i] = slots[i] with { Position = bytes };
        }

        Encoding.UTF8.GetBytes(html[characters..], utf8.AsSpan(bytes));
        return new(utf8, placed);
    }

    /// <summary>The value of an attribute; null if the tag has none of this name.</summary>
    internal string? GetAttribute(BodyTag tag, ReadOnlySpan<byte> name) =>
        FindAttribute(tag, name) is { } value
            ? WebUtility.HtmlDecode(Encoding.UTF8.GetString(Utf8.AsSpan(value.Start..value.End)))
            : null;

    /// <summary>The offsets of an attribute's value, without its quotes; null if the tag has none of this
    /// name.</summary>
    internal (int Start, int End)? FindAttribute(BodyTag tag, ReadOnlySpan<byte> name) =>
        BodyTags.FindValue(Utf8.AsSpan(tag.Start..tag.End), name) is { } value
            ? (tag.Start + value.Start, tag.Start + value.End)
            : null;

    internal bool HasClass(BodyTag tag, ReadOnlySpan<byte> name) =>
        Utf8.AsSpan(tag.Start..tag.End).IndexOf(name) >= 0
        && GetAttribute(tag, "class"u8)?.Split(' ').Contains(Encoding.UTF8.GetString(name), StringComparer.Ordinal)
            == true;

    /// <summary>The index of the first tag at or after a position.</summary>
    internal int FindTag(int position) => FindFirst(Tags, t => t.Start, position);

    /// <summary>The index of the last tag of the element that a start tag begins.</summary>
    internal int FindLastTag(int start)
    {
        var tag = Tags[start];
        return tag.IsVoid ? start
            : tag.Close < 0 ? Tags.Length - 1
            : tag.Close;
    }

    /// <summary>
    /// The index of the first slot that holds the URL of a link, by its index in <see cref="PageBody.Links"/>; null if
    /// there is none.
    /// </summary>
    internal int? FindSlot(int link)
    {
        var slots = _slotOfLink ??= FirstSlots();
        return link < slots.Length && slots[link] is >= 0 and var slot ? slot : null;
    }

    private int[] FirstSlots()
    {
        var slots = new int[Slots.Where(s => s.Content == SlotContent.Address).Max(s => (int?)s.Link) + 1 ?? 0];
        Array.Fill(slots, -1);
        for (var i = Slots.Length - 1; i >= 0; i--)
            if (Slots[i].Content == SlotContent.Address)
                slots[Slots[i].Link] = i;
        return slots;
    }

    /// <summary>The slots from one offset to another; at the end of the HTML, with those at its end.</summary>
    internal IEnumerable<BodySlot> SlotsIn(int start, int end)
    {
        for (var i = FindFirst(Slots, s => s.Position, start); i < Slots.Length; i++)
        {
            if (Slots[i].Position >= end && end < Utf8.Length)
                yield break;
            yield return Slots[i];
        }
    }

    /// <summary>The index of the first item at or after a position, among items sorted by position.</summary>
    internal static int FindFirst<T>(T[] items, Func<T, int> positionOf, int position)
    {
        var low = 0;
        var high = items.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (positionOf(items[middle]) < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}

/// <summary>A position in the HTML of a page's text at which content is inserted later.</summary>
/// <param name="Position">The offset in the HTML.</param>
/// <param name="Link">The index in <see cref="PageBody.Links"/>, or in another list that depends on
/// <paramref name="Content"/>.</param>
public readonly record struct BodySlot(int Position, int Link, SlotContent Content);

/// <summary>The kind of content that fills a <see cref="BodySlot"/>.</summary>
public enum SlotContent
{
    /// <summary>The URL of a link.</summary>
    Address,

    /// <summary>The title of the page to which a wikilink without a label leads.</summary>
    Title,

    /// <summary>In a handout, after a link: the number of the note that shows its URL.</summary>
    Note,

    /// <summary>
    /// The pages that use a term or cite a source. The index is that of the term or source on its page.
    /// </summary>
    Uses,

    /// <summary>
    /// The details of a cited source in a note. The index is that in <see cref="PageBody.Citations"/>.
    /// </summary>
    Source,

    /// <summary>Text of another page, or a file, included on a line of its own.</summary>
    Include,

    /// <summary>A file embedded within a sentence. Anything else that is embedded there becomes a link.</summary>
    Embed,
}
