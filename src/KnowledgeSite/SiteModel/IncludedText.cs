using KnowledgeSite.Content;

namespace KnowledgeSite.SiteModel;

/// <summary>A stretch of a page's text that stands in another page as well.</summary>
/// <param name="Page">Where it is at home.</param>
/// <param name="Start">In bytes of the page's HTML.</param>
/// <param name="Fragment">The id of the section; null for a whole page.</param>
public sealed record IncludedText(SitePage Page, int Start, int End, string? Fragment)
{
    /// <summary>Slots of the page that stand in the stretch.</summary>
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

    /// <summary>The slots stand in the order of their positions.</summary>
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
