using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Words;

namespace KnowledgeSite.Content;

/// <summary>
/// The sentence around a link, as plain text. A long sentence is cut to the words near the link.
/// </summary>
/// <param name="Words">The text of the link.</param>
public sealed partial record LinkSentence(string Before, string Words, string After)
{
    /// <summary>
    /// The number of bytes that are read on each side of a link. The limit keeps the total time linear in the number of
    /// links.
    /// </summary>
    private const int MaxDistance = 500;

    /// <summary>The maximum number of characters on each side of a link.</summary>
    private const int MaxLength = 140;

    /// <summary>Finds the sentence around the first of several links that has text.</summary>
    /// <param name="links">The indices of the links in <see cref="PageBody.Links"/>.</param>
    /// <param name="titleOf">Returns the text of a wikilink without a label, by its index.</param>
    /// <returns>The sentence, or null if no link has text, as one around an image.</returns>
    public static LinkSentence? AroundFirst(BodyHtml html, IReadOnlyList<int> links, Func<int, string> titleOf)
    {
        foreach (var link in links)
            if (html.FindSlot(link) is { } slot && AroundSlot(html, slot, titleOf) is { } sentence)
                return sentence;
        return null;
    }

    private static LinkSentence? AroundSlot(BodyHtml html, int slot, Func<int, string> titleOf)
    {
        var link = html.FindTag(html.Slots[slot].Position) - 1;
        if (link < 0)
            return null;
        var opening = html.Tags[link].Start;
        var text = new StringBuilder(MaxDistance);
        var inside = Read(html, opening, html.Utf8.Length, text, titleOf, endsAtBlock: true, endsAtLink: true);
        var words = text.ToString().Trim();
        if (words.Length == 0)
            return null;
        text.Clear();
        Read(html, FindStart(html, opening), opening, text, titleOf, endsAtBlock: false);
        var before = WhiteSpace.Collapse(text.ToString());
        text.Clear();
        Read(html, inside, Math.Min(inside + MaxDistance, html.Utf8.Length), text, titleOf, endsAtBlock: true);
        var after = WhiteSpace.Collapse(text.ToString());
        return new(LastSentence(before), WhiteSpace.Collapse(words), FirstSentence(after));
    }

    /// <summary>The position from which to read before a link. It is not inside a tag or a character.</summary>
    private static int FindStart(BodyHtml html, int opening)
    {
        if (opening <= MaxDistance)
            return 0;
        var start = opening - MaxDistance;
        if (html.FindTag(start) is > 0 and var next && html.Tags[next - 1].End > start)
            start = html.Tags[next - 1].End;
        while ((html.Utf8[start] & 0xC0) == 0x80)
            start++;
        return start;
    }

    /// <summary>
    /// Appends the text between two positions, or up to the end of the block or link. Returns where it stopped.
    /// </summary>
    private static int Read(
        BodyHtml html,
        int from,
        int to,
        StringBuilder text,
        Func<int, string> titleOf,
        bool endsAtBlock,
        bool endsAtLink = false
    )
    {
        var slot = FirstSlotFrom(html.Slots, from);
        var next = html.FindTag(from);
        for (var at = from; at < to; )
        {
            var isText = next == html.Tags.Length || html.Tags[next].Start >= to;
            var end = isText ? to : html.Tags[next].Start;
            for (; slot < html.Slots.Length && html.Slots[slot].Position <= end; slot++)
            {
                if (html.Slots[slot].Position < at || html.Slots[slot].Content != SlotContent.Title)
                    continue;
                text.Append(titleOf(html.Slots[slot].Link));
            }

            text.Append(WebUtility.HtmlDecode(Encoding.UTF8.GetString(html.Utf8.AsSpan(at..end))));
            if (isText)
                return to;
            var tag = html.Tags[next];
            if (endsAtLink && tag is { IsEnd: true, Name: "a" })
                return tag.End;
            if (!tag.IsInline && tag.Name != "br")
            {
                if (endsAtBlock)
                    return end;
                text.Clear();
            }

            if (IsNoteMark(html, tag))
                next = html.FindLastTag(next);
            at = html.Tags[next++].End;
        }

        return to;
    }

    private static int FirstSlotFrom(BodySlot[] slots, int position)
    {
        var low = 0;
        var high = slots.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (slots[middle].Position < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>True for the link to a footnote.</summary>
    private static bool IsNoteMark(BodyHtml html, BodyTag tag) =>
        tag is { IsEnd: false, Name: "a" } && html.HasClass(tag, "footnote-ref"u8);

    private static string LastSentence(string text)
    {
        var start = 0;
        foreach (var end in SentenceEnd().EnumerateMatches(text))
            start = end.Index + end.Length;
        text = text[start..].TrimStart();
        if (text.Length <= MaxLength)
            return text;
        var cut = text.IndexOf(' ', text.Length - MaxLength);
        return "… " + (cut < 0 ? "" : text[(cut + 1)..]);
    }

    private static string FirstSentence(string text)
    {
        if (SentenceEnd().Match(text) is { Success: true } end)
            text = text[..(end.Index + end.Length)];
        text = text.TrimEnd();
        if (text.Length <= MaxLength)
            return text;
        var cut = text.LastIndexOf(' ', MaxLength);
        return (cut < 0 ? "" : text[..cut]) + " …";
    }

    [GeneratedRegex(@"[.!?…][""'”’)\]]*(?=\s+\p{Lu}|\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
