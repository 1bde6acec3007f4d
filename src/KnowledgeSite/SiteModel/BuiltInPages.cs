using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>
/// Pages about the site itself, which are made whatever authors write; a page that an author puts in their place stands
/// there instead.
/// </summary>
public static class BuiltInPages
{
    public static readonly SitePath Review = new("/review/");

    public static readonly SitePath Health = new("/health/");

    public static readonly SitePath Map = new("/map/");

    public static readonly SitePath Search = new("/search/");

    /// <summary>Those of the glossary and the sources are made only where there are terms and sources.</summary>
    public static bool Contains(SitePath address) =>
        address == Review
        || address == Health
        || address == Map
        || address == Search
        || address == Tag.IndexAddress
        || address == Glossary.Address
        || address == CitedWorks.Address;
}
