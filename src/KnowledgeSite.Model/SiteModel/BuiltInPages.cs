using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Generated pages about the site itself, such as the glossary and the map. An author's page with the same address
/// replaces the generated one.
/// </summary>
internal static class BuiltInPages
{
    public static readonly SitePath Review = new("/review/");

    public static readonly SitePath Health = new("/health/");

    public static readonly SitePath Map = new("/map/");

    public static readonly SitePath Search = new("/search/");

    /// <summary>
    /// True if the address is a built-in page. The pages of the glossary and the sources exist only if there are terms
    /// and sources.
    /// </summary>
    public static bool Contains(SitePath address) =>
        address == Review
        || address == Health
        || address == Map
        || address == Search
        || address == Tag.IndexAddress
        || address == Glossary.Address
        || address == CitedWorks.Address;
}
