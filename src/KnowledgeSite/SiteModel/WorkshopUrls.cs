using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Workshops;

namespace KnowledgeSite.SiteModel;

/// <summary>Where a workshop stands on the site: its page, and below it the sheets for paper.</summary>
public sealed record WorkshopUrls(Workshop Workshop, SitePage Page)
{
    public SitePath Home => Page.Address;

    /// <summary>The guide and the sheet, one after the other.</summary>
    public SitePath Pack => Home.Append("pack/");

    public SitePath Sheet(Audience audience, bool isLarge = false) =>
        Home.Append(audience == Audience.Participant ? "participant/" : "facilitator/").Append(isLarge ? "large/" : "");

    /// <summary>All pages that are made from the workshop.</summary>
    public IEnumerable<SitePath> MadeAddresses =>
        [
            .. Enum.GetValues<Audience>().SelectMany(a => (IEnumerable<SitePath>)[Sheet(a), Sheet(a, isLarge: true)]),
            Pack,
        ];
}
