using KnowledgeSite.Content;

namespace KnowledgeSite.SiteModel;

/// <summary>A range of a page's text that is included in another page.</summary>
/// <param name="Page">The page that the text belongs to.</param>
/// <param name="Start">Byte offset in the page's HTML.</param>
/// <param name="Fragment">The id of the section; null for a whole page.</param>
public sealed record IncludedText(SitePage Page, int Start, int End, string? Fragment)
{
    /// <summary>The slots of the page inside the range.</summary>
    public IEnumerable<BodySlot> Slots
    {
        get
        {
            var html = Page.Content.Body.Html;
            for (var i = FirstSlot(html.Slots); i < html.Slots.Length; i++)
            {
                if (html.Slots[i].Position >= End && End < html.Utf8.Length)
                    yield break;
                yield return html.Slots[i];
            }
        }
    }

    /// <summary>The index of the first slot in the range, by binary search; slots are sorted by position.</summary>
    private int FirstSlot(BodySlot[] slots)
    {
        var (low, high) = (0, slots.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (slots[middle].Position < Start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
