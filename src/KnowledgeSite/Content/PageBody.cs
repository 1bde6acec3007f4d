using System.Text;

namespace KnowledgeSite.Content;

/// <summary>
/// The text of a page as HTML in which the addresses of its links are still missing: they are known only when all pages
/// are. Markdown is parsed once; filling in the addresses is all that remains.
/// </summary>
/// <param name="Title">The H1 at the head of the text, lifted out of it; null where there is none.</param>
/// <param name="HoldsTitle">An H1 stands further down, so the page needs no other.</param>
/// <param name="Slots">In the order of their positions.</param>
/// <param name="Ids">Every id (and <c>name</c> of an <c>a</c>) in the text, sorted (ordinal).</param>
/// <param name="MarkdownStart">Where the Markdown begins in the source text.</param>
public sealed record PageBody(
    TitleHeading? Title,
    bool HoldsTitle,
    string Html,
    IReadOnlyList<BodySlot> Slots,
    IReadOnlyList<PageLink> Links,
    string[] Ids,
    int MarkdownStart)
{
    public bool HasId(string id) => Array.BinarySearch(Ids, id, StringComparer.Ordinal) >= 0 || Title?.Id == id;

    /// <summary>The HTML with every slot filled.</summary>
    /// <param name="fill">What stands in the slot, escaped for HTML by the caller.</param>
    public string ToHtml(Func<BodySlot, string> fill)
    {
        if (Slots.Count == 0) return Html;
        var (html, done) = (new StringBuilder(Html.Length + (64 * Slots.Count)), 0);
        foreach (var slot in Slots)
        {
            html.Append(Html, done, slot.Position - done).Append(fill(slot));
            done = slot.Position;
        }

        return html.Append(Html, done, Html.Length - done).ToString();
    }
}

/// <param name="Html">Its inline HTML; it holds no links.</param>
public sealed record TitleHeading(string Id, string Html, string Text);

/// <summary>A place in a body's HTML where something about a link is put.</summary>
/// <param name="Link">Its number in <see cref="PageBody.Links"/>.</param>
public readonly record struct BodySlot(int Position, int Link, SlotContent Content);

public enum SlotContent
{
    Address,

    /// <summary>The title of the page that a wikilink without a label leads to.</summary>
    Title,
}
