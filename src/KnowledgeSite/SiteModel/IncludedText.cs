using KnowledgeSite.Content;

namespace KnowledgeSite.SiteModel;

/// <summary>A stretch of a page's text that stands in another page as well.</summary>
/// <param name="Page">Where it is at home.</param>
/// <param name="Start">In bytes of the page's HTML.</param>
/// <param name="Fragment">The id of the section; null for a whole page.</param>
public sealed record IncludedText(SitePage Page, int Start, int End, string? Fragment)
{
    /// <summary>Slots of the page that stand in the stretch.</summary>
    public IEnumerable<BodySlot> Slots =>
        Page.Content.Body.Html.Slots.Where(s =>
            s.Position >= Start && (s.Position < End || End == Page.Content.Body.Html.Utf8.Length)
        );
}
