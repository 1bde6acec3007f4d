using System.Buffers;
using System.Text;

namespace KnowledgeSite.Content;

/// <summary>
/// HTML in UTF-8, as it is written in the end, in which the addresses of links are still missing: they are known only
/// when all pages are.
/// </summary>
/// <param name="Slots">In the order of their positions.</param>
public sealed record BodyHtml(byte[] Utf8, BodySlot[] Slots)
{
    /// <param name="slots">Their positions count the characters of <paramref name="html"/>.</param>
    internal static BodyHtml Create(ReadOnlySpan<char> html, IReadOnlyList<BodySlot> slots)
    {
        var utf8 = new byte[Encoding.UTF8.GetByteCount(html)];
        var placed = new BodySlot[slots.Count];
        var (characters, bytes) = (0, 0);
        for (var i = 0; i < placed.Length; i++)
        {
            bytes += Encoding.UTF8.GetBytes(html[characters..slots[i].Position], utf8.AsSpan(bytes));
            characters = slots[i].Position;
            placed[i] = slots[i] with { Position = bytes };
        }

        Encoding.UTF8.GetBytes(html[characters..], utf8.AsSpan(bytes));
        return new(utf8, placed);
    }

    /// <summary>With more slots, which are in the order of their positions too.</summary>
    public BodyHtml With(IReadOnlyList<BodySlot> more)
    {
        if (more.Count == 0)
            return this;
        var (slots, next) = (new List<BodySlot>(Slots.Length + more.Count), 0);
        foreach (var slot in Slots)
        {
            for (
                ;
                next < more.Count
                    && (
                        more[next].Position < slot.Position
                        || more[next] is { Content: SlotContent.TermEnd } end && end.Position == slot.Position
                    );
                next++
            )
                slots.Add(more[next]);
            slots.Add(slot);
        }

        slots.AddRange(more.Skip(next));
        return this with { Slots = [.. slots] };
    }

    /// <summary>Writes it with every slot filled.</summary>
    /// <param name="fill">What stands in the slot, escaped for HTML by the caller.</param>
    public void WriteTo(IBufferWriter<byte> output, Func<BodySlot, string> fill)
    {
        var done = 0;
        foreach (var slot in Slots)
        {
            output.Write(Utf8.AsSpan(done..slot.Position));
            Encoding.UTF8.GetBytes(fill(slot), output);
            done = slot.Position;
        }

        output.Write(Utf8.AsSpan(done));
    }
}

/// <summary>A place in a body's HTML where something about a link is put.</summary>
/// <param name="Position">Its distance from the start of the HTML.</param>
/// <param name="Link">Its number in <see cref="PageBody.Links"/>, unless the content is none of a link.</param>
public readonly record struct BodySlot(int Position, int Link, SlotContent Content);

public enum SlotContent
{
    Address,

    /// <summary>The title of the page that a wikilink without a label leads to.</summary>
    Title,

    /// <summary>In the text of a sheet, behind a link: the number of the note that says its address.</summary>
    Note,

    /// <summary>
    /// Which pages use a term or cite a source; the number is that of the term or the source on its page.
    /// </summary>
    Uses,

    /// <summary>
    /// What a note says of the source that is cited; the number is that in <see cref="PageBody.Citations"/>.
    /// </summary>
    Source,

    /// <summary>Text of another page, or a file, on a line of its own.</summary>
    Include,

    /// <summary>A file that is embedded within a sentence; what else is embedded there is a link.</summary>
    Embed,

    /// <summary>Where a link to a term begins that nobody wrote; the number is that of the term.</summary>
    TermStart,

    TermEnd,
}
