using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Workshops;

namespace KnowledgeSite.SiteModel;

/// <summary>The addresses of a workshop: its page, and the printable pages below it.</summary>
public sealed record WorkshopUrls(Workshop Workshop, SitePage Page)
{
    public SitePath Home => Page.Address;

    /// <summary>The pack: facilitator guide and participant sheet in one document.</summary>
    public SitePath Pack => Home.Append("pack/");

    public SitePath Sheet(Audience audience, bool isLarge = false) =>
        Home.Append(audience == Audience.Participant ? "participant/" : "facilitator/").Append(isLarge ? "large/" : "");

    /// <summary>The addresses of all pages generated from the workshop.</summary>
    public IEnumerable<SitePath> GeneratedAddresses =>
        [
            .. Enum.GetValues<Audience>().SelectMany(a => (IEnumerable<SitePath>)[Sheet(a), Sheet(a, isLarge: true)]),
            Pack,
        ];
}
